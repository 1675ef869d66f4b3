from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from alongside.access import SIGNED_IN, allow


@allow(*SIGNED_IN)
def plainest(request: HttpRequest) -> HttpResponse:
    """What any page costs: the session, the person, and the base template with nothing in it."""
    return render(request, "base.html")


urlpatterns = [path("plainest/", plainest), path("", include("alongside.urls"))]
