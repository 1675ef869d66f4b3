from django.urls import path

from alongside.plans import views

urlpatterns = [
    path("account/plan/", views.plan, name="plan"),
    path("account/plan/write/", views.write, name="plan-write"),
    path("account/plan/<uuid:uuid>/state/", views.move, name="plan-move"),
    path("account/plan/<uuid:uuid>/next/", views.next_date, name="plan-next"),
    path("account/plan/<uuid:uuid>/also/", views.also, name="plan-also"),
    path("account/plan/<uuid:uuid>/look/<int:pk>/", views.recheck, name="plan-recheck"),
]
