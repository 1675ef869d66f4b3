from django.urls import path

from alongside.meetings import views

urlpatterns = [
    path("", views.home, name="meetings"),
    path("from-memory/", views.from_memory, name="meeting_from_memory"),
    path("tell/", views.tell, name="meeting_tell"),
    path("keep/", views.keep, name="meeting_keep"),
    path("told/", views.told, name="meetings_told"),
    path("object/<str:link>/", views.object_to, name="meeting_object"),
    path("<uuid:uuid>/", views.look_back, name="meeting"),
    path("<uuid:uuid>/transcript/", views.hand_in, name="meeting_hand_in"),
    path("<uuid:uuid>/stop/", views.stop, name="meeting_stop"),
]
