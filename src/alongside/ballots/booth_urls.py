"""Every address of the voice host. None of them is there at the main address, and none of the main ones here."""

from django.urls import path

from alongside.ballots import booth_views as views

urlpatterns = [
    path("", views.front, name="booth-front"),
    path("files/", views.files, name="booth-files"),
    path("c/<uuid:uuid>/", views.booth, name="booth"),
    path("c/<uuid:uuid>/ballots", views.ballots, name="booth-ballots"),
    path("c/<uuid:uuid>/code/", views.code, name="booth-code"),
]
