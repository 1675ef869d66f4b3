from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.access import SIGNED_IN, allow


@allow(*SIGNED_IN)
@require_safe
def today(request: HttpRequest) -> HttpResponse:
    return render(request, "practice/today.html")
