"""Every address of the site. Who may open each is declared on its view."""

from django.urls import include, path

urlpatterns = [
    path("", include("alongside.web.urls")),
    path("", include("alongside.plans.urls")),
    path("", include("alongside.learning.urls")),
    path("", include("alongside.reflection.urls")),
    path("", include("alongside.rehearsal.urls")),
    path("", include("alongside.voice.urls")),
    path("", include("alongside.recognition.urls")),
    path("", include("alongside.practice.urls")),
    path("", include("alongside.ballots.urls")),
    path("", include("alongside.writing.urls")),
    path("", include("alongside.people.urls")),
    path("", include("alongside.administration.urls")),
    path("meetings/", include("alongside.meetings.urls")),
    path("account/", include("allauth.urls")),
    path("api/", include(("alongside.api.urls", "api"))),
]
