"""Working out plans and opening rounds of many people, publishing, and destroying what was published."""

from django.utils import timezone
from django_tasks import task

from alongside.engines.release import UnusableRound
from alongside.people.models import Person
from alongside.voice import drafting, opening, services
from alongside.voice.models import Round


@task()
def work_out_preview(key: int) -> None:
    """A draft that was changed or deleted in between is left alone."""
    draft = Round.objects.filter(pk=key, opened_at=None, is_being_planned=True).first()
    if draft is None:
        return
    try:
        drafting.preview(draft=draft)
    except UnusableRound:
        Round.objects.filter(pk=key, opened_at=None).update(is_being_planned=False)


@task()
def open_large_round(key: int, by: int) -> None:
    draft, person = Round.objects.filter(pk=key, opened_at=None).first(), Person.objects.filter(pk=by).first()
    if draft is None or person is None:
        return
    try:
        opening.open_round(draft=draft, by=person, now=timezone.now())
    except drafting.Refused:
        # The page that it comes back to says why.
        Round.objects.filter(pk=key, opened_at=None).update(is_being_planned=False)


@task()
def publish_closed_rounds() -> None:
    """A round is published when its trustees have opened it; the schedule takes up what was left by a crash."""
    waiting = Round.objects.filter(campaign__closed_at__isnull=False, releases=None).order_by("pk")
    for asked in waiting:
        services.publish(asked=asked, now=timezone.now())


@task()
def destroy_old_answers() -> None:
    services.destroy_old_answers(now=timezone.now())
