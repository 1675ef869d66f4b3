from django.urls import path

from alongside.practice import views

urlpatterns = [path("today/", views.today, name="today")]
