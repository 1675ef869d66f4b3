from django.urls import path

from alongside.ballots import views

urlpatterns = [
    path("voice/passes/", views.passes, name="passes"),
    path("voice/passes/to-fetch/", views.passes_to_fetch, name="passes-to-fetch"),
    path("voice/passes/<uuid:uuid>/", views.sign_pass, name="pass-sign"),
    path("voice/passes/<uuid:uuid>/code/", views.code, name="pass-code"),
    path("voice/trusted/", views.trusted, name="trusted"),
    path("voice/trusted/<uuid:uuid>/", views.trustee, name="trustee"),
    path("voice/trusted/<uuid:uuid>/key/", views.give_key, name="trustee-key"),
    path("voice/trusted/<uuid:uuid>/open/", views.hand_in, name="trustee-open"),
]
