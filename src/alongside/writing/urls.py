from django.urls import path

from alongside.writing import views

urlpatterns = [path("speak-up/writing/", views.check, name="writing")]
