from django.urls import path

from alongside.recognition import views

urlpatterns = [
    path("amplify/recognition/", views.recognise, name="recognise"),
    path("amplify/recognition/open/", views.open_quarter, name="recognition-open"),
    path("account/recognition/", views.recognised, name="recognised"),
]
