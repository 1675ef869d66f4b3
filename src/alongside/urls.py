"""Every address of the site. Who may open each is declared on its view."""

from django.urls import include, path

urlpatterns = [
    path("", include("alongside.web.urls")),
    path("", include("alongside.practice.urls")),
    path("", include("alongside.people.urls")),
    path("", include("alongside.administration.urls")),
    path("meetings/", include("alongside.meetings.urls")),
    path("account/", include("allauth.urls")),
    path("api/", include(("alongside.api.urls", "api"))),
]
