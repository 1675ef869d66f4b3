from django.urls import path

from alongside.reflection import views

urlpatterns = [
    path("account/notes/", views.notes, name="notes"),
    path("account/notes/key/", views.keep_key, name="notes-key"),
    path("account/notes/keep/", views.keep_note, name="note-keep"),
    path("account/notes/<uuid:uuid>/delete/", views.delete_note, name="note-delete"),
    path("account/notes/forget/", views.forget_all, name="notes-forget"),
    path("account/repair/", views.repair, name="repair"),
]
