from django.urls import path

from alongside.voice.views import pages, wizard

urlpatterns = [
    path("listen/rounds/", pages.rounds, name="voice"),
    path("listen/rounds/new/", wizard.start, name="voice-new"),
    path("listen/rounds/<uuid:uuid>/", pages.one, name="voice-round"),
    path("listen/rounds/<uuid:uuid>/people/", wizard.people, name="voice-people"),
    path("listen/rounds/<uuid:uuid>/questions/", wizard.questions, name="voice-questions"),
    path("listen/rounds/<uuid:uuid>/groups/", wizard.cuts, name="voice-cuts"),
    path("listen/rounds/<uuid:uuid>/days/", wizard.dates, name="voice-dates"),
    path("listen/rounds/<uuid:uuid>/check/", wizard.check, name="voice-check"),
    path("listen/rounds/<uuid:uuid>/delete/", wizard.delete, name="voice-delete"),
    path("listen/rounds/<uuid:uuid>/fewest/", wizard.raise_k, name="voice-raise-k"),
    path("listen/rounds/<uuid:uuid>/lead/", pages.lead, name="voice-lead"),
    path("listen/rounds/<uuid:uuid>/lead/own-view/", pages.own_view, name="voice-own-view"),
    path("listen/rounds/<uuid:uuid>/lead/<uuid:unit>/", pages.inside, name="voice-below"),
]
