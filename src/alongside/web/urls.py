from django.urls import path

from alongside.web import views

urlpatterns = [
    path("", views.front, name="front"),
    path("alive", views.alive, name="alive"),
]
