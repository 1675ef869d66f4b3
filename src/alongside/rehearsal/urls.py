from django.urls import path

from alongside.rehearsal import views

urlpatterns = [
    path("learn/rehearse/", views.scenes, name="rehearse"),
    path("learn/rehearse/lines/", views.lines, name="pocket-lines"),
    path("learn/rehearse/<slug:code>/", views.scene, name="scene"),
    path("learn/rehearse/<slug:code>/play/", views.play, name="scene-play"),
    path("learn/rehearse/<slug:code>/end/", views.debrief, name="scene-end"),
]
