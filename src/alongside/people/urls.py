from django.urls import path

from alongside.people import views

urlpatterns = [
    path("you/", views.your_page, name="your-page"),
    path("you/recording", views.record, name="your-recording"),
    path("you/recording/delete", views.delete_recording, name="your-recording-delete"),
    path("you/data", views.your_data, name="your-data"),
    path("you/data.json", views.your_data_file, name="your-data-file"),
    path("you/<slug:section>", views.change, name="your-page-change"),
    path("language", views.set_language, name="set_language"),
    path("people/", views.directory, name="directory"),
    path("people/<uuid:uuid>/", views.person, name="person"),
    path("people/<uuid:uuid>/recording", views.recording, name="recording"),
    path("units/<uuid:uuid>/", views.unit, name="unit"),
]
