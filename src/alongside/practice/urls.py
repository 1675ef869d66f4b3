from django.urls import path

from alongside.engines.practice import AREAS
from alongside.practice import views

urlpatterns = [
    path("today/", views.today, name="today"),
    path("today/answer/", views.say, name="say"),
    path("today/week/", views.week, name="week"),
    path("today/reminders/", views.reminders, name="reminders"),
    path("today/calendar/", views.calendar_address, name="calendar-address"),
    path("calendar/<str:token>.ics", views.calendar, name="calendar"),
    path("learn/levers/", views.levers, name="levers"),
    path("acts/<slug:code>/", views.act, name="act"),
    *(path(f"{room}/", views.room, {"area": area}, name=room) for area in AREAS for room in [area.replace("_", "-")]),
]
