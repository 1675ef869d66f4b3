from django.urls import path

from alongside.administration.views import demo

urlpatterns = [
    path("demo/", demo.choose, name="demo"),
    path("demo/<uuid:person>/", demo.be, name="demo-be"),
]
