"""X3: what a round promised stays. k may rise and never fall, by the service and by the database itself."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

import rounds
from alongside.access.models import AuditEvent
from alongside.engines import release
from alongside.voice import opening, services
from alongside.voice.drafting import Refused
from alongside.voice.models import Figure, FrozenPlan, RefusedCell, Release, Round, Words
from organisation import NOW
from rounds import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked() -> Round:
    return rounds.opened(rounds.house({"care": 20, "field": 20}), k=6)


def refused(rows: Any, **changes: Any) -> bool:
    try:
        with transaction.atomic():
            rows.update(**changes)
    except IntegrityError:
        return True
    return False


def test_k_rises_and_is_written_down(asked: Round) -> None:
    opening.raise_k(asked=asked, k=9, by=asked.trustees.get(position=2).person, now=NOW)
    assert Round.objects.get().k == 9
    assert AuditEvent.objects.get(act="voice.k_raised").detail == {"before": 6, "k": 9}


def test_the_service_lets_k_fall_for_nobody(asked: Round) -> None:
    with pytest.raises(opening.KMayNotFall):
        opening.raise_k(asked=asked, k=5, by=asked.trustees.get(position=2).person, now=NOW)
    assert Round.objects.get().k == 6


def test_the_database_lets_k_fall_for_nobody(asked: Round) -> None:
    assert refused(Round.objects.filter(pk=asked.pk), k=5)
    assert not refused(Round.objects.filter(pk=asked.pk), k=7)


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Other"},
        {"questions": []},
        {"cuts": [["Site", ["a", "b"]]]},
        {"asks_themes": False},
        {"takes_words": True},
        {"issue_from": NOW},
        {"spend_from": NOW},
        {"spend_until": NOW + 99 * DAY},
        {"opened_at": None},
        {"opened_at": NOW + DAY},
        {"campaign": None, "opened_at": None},
    ],
    ids=" ".join,
)
def test_the_database_changes_nothing_that_an_open_round_promised(asked: Round, changes: dict[str, Any]) -> None:
    assert refused(Round.objects.filter(pk=asked.pk), **changes)


def test_a_draft_may_be_changed() -> None:
    draft = rounds.draft(rounds.house({"care": 20}), k=8)
    assert not refused(Round.objects.filter(pk=draft.pk), k=5, title="Other")


def test_the_plan_cannot_be_changed(asked: Round) -> None:
    for changes in ({"text": "{}"}, {"digest": "0" * 64}, {"whole": "x"}):
        assert refused(FrozenPlan.objects.filter(round=asked), **changes)


def test_nothing_that_was_published_can_be_changed() -> None:
    made = rounds.house({"care": 24, "field": 24})
    asked = rounds.opened(made, takes_words=True)
    services.publish(asked=asked, now=rounds.close(asked, rounds.answers(asked, {"words": "Listen more."}, share=1)))
    published = asked.releases.get()
    RefusedCell.objects.create(release=published, where="units", value="x", why="combination")
    for rows, changes in (
        (Release.objects, {"k": 5}),
        (Release.objects, {"at": timezone.now()}),
        (Figure.objects, {"low": 0}),
        (Figure.objects, {"label": "few"}),
        (RefusedCell.objects, {"why": "remainder"}),
        (Words.objects, {"text": "Other."}),
    ):
        assert rows.all().exists()
        assert refused(rows.all(), **changes), (rows.model, changes)


def test_a_k_that_was_raised_shows_less() -> None:
    made = rounds.house({"care": 20, "field": 20})
    asked = rounds.opened(made)
    boxes = rounds.answers(asked, share=1)
    care = str(made.units["care"].uuid)
    of_care = [box for box in boxes if box.label == care][:10]
    opening.raise_k(asked=asked, k=11, by=made.dara, now=NOW)
    at = rounds.close(asked, [*of_care, *(box for box in boxes if box.label != care)])
    services.publish(asked=asked, now=at)
    assert not Figure.objects.filter(value=care).exists()
    assert Figure.objects.filter(where=release.EVERYONE).exists()


def test_a_correction_is_one_more_release_and_the_first_stays() -> None:
    made = rounds.house({"care": 20, "field": 20})
    first = rounds.released(made)
    figures = list(Figure.objects.filter(release=first).values())
    second = services.correct(asked=first.round, by=made.dara, now=first.at + DAY)
    assert (first.number, second.number) == (1, 2)
    assert list(Figure.objects.filter(release=first).values()) == figures
    assert AuditEvent.objects.filter(act="voice.corrected").exists()


def test_without_the_answers_nothing_can_be_corrected() -> None:
    made = rounds.house({"care": 20, "field": 20})
    first = rounds.released(made)
    services.destroy_old_answers(now=first.at + 30 * DAY)
    with pytest.raises(Refused, match="destroyed 30 days after"):
        services.correct(asked=first.round, by=made.dara, now=first.at + 31 * DAY)
