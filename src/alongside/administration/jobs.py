"""Work on imports that a page does not wait for."""

from django.utils import timezone
from django_tasks import task

from alongside.administration.departures import forget_those_who_left
from alongside.administration.imports import services
from alongside.administration.models import PeopleImport


@task()
def check_import(key: int) -> None:
    services.check(PeopleImport.objects.select_related("organisation").get(pk=key), now=timezone.now())


@task()
def apply_import(key: int) -> None:
    services.apply(PeopleImport.objects.select_related("organisation").get(pk=key), now=timezone.now())


@task()
def forget_old_imports() -> None:
    services.forget_old(now=timezone.now())


@task()
def forget_people_who_left() -> None:
    forget_those_who_left(now=timezone.now())
