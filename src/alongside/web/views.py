"""The front page, and the pages for what went wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from alongside.access import ANYONE, allow


@allow(*ANYONE)
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What this is, for somebody who has not signed in. Everyone else starts with today."""
    return redirect("today") if request.user.is_authenticated else render(request, "web/front.html")


@allow(*ANYONE)
@require_safe
def alive(_request: HttpRequest) -> HttpResponse:
    """For whatever watches over the server: that it answers."""
    return HttpResponse("ok", content_type="text/plain")


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    return render(request, "web/stale_form.html", status=403)
