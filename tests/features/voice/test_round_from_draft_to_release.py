"""A round from its draft to its results, as services make it."""

from typing import Any

import pytest

import rounds
from alongside.access.models import AuditEvent
from alongside.ballots.models import Campaign
from alongside.engines import release
from alongside.voice import drafting, opening, services, vault
from alongside.voice.models import Figure, Round
from organisation import NOW
from rounds import DAY

pytestmark = pytest.mark.django_db


def test_results_come_once_all_together_for_groups_that_are_large_enough() -> None:
    made = rounds.house({"care": 20, "field": 30, "tiny": 5})
    published = rounds.released(made)
    assert not published.withheld
    shown = {(one.where, one.value) for one in Figure.objects.filter(release=published)}
    care, field, tiny = (str(made.units[name].uuid) for name in ("care", "field", "tiny"))
    assert (release.EVERYONE, "") in shown
    assert (release.UNITS, tiny) not in shown
    assert shown <= {(release.EVERYONE, ""), (release.UNITS, care), (release.UNITS, field)}
    assert services.publish(asked=published.round, now=NOW + 99 * DAY) == published
    assert published.round.releases.count() == 1


def test_the_digest_is_in_the_plan_the_audit_list_and_the_release() -> None:
    made = rounds.house({"care": 20, "field": 30})
    published = rounds.released(made)
    digest = release.read_plan(rounds.plan_text(published.round)).digest
    assert published.digest == digest == published.round.plan.digest
    assert AuditEvent.objects.get(act="voice.opened").detail["digest"] == digest


def test_raw_answers_are_destroyed_30_days_after_the_results() -> None:
    published = rounds.released(rounds.house({"care": 20}))
    assert vault.RawAnswer.objects.exists()
    services.destroy_old_answers(now=published.at + 29 * DAY)
    assert vault.RawAnswer.objects.exists()
    services.destroy_old_answers(now=published.at + 30 * DAY)
    assert not vault.RawAnswer.objects.exists()
    assert not vault.Count.objects.exists()
    assert Figure.objects.exists()


def test_a_draft_that_is_changed_while_it_is_planned_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    made = rounds.house({"care": 20, "field": 30})
    asked = rounds.draft(made)
    plan_as_before = drafting.preview

    def preview(*, draft: Round) -> object:
        planned = plan_as_before(draft=draft)
        drafting.set_cuts(draft=Round.objects.get(pk=draft.pk), cuts=[("Site", ["a", "b"])])
        return planned

    monkeypatch.setattr("alongside.voice.opening.preview", preview)
    with pytest.raises(drafting.Refused, match="changed just now"):
        opening.open_round(draft=asked, by=made.dara, now=NOW)
    assert Round.objects.get().opened_at is None
    assert not Campaign.objects.exists()


def test_a_k_that_is_raised_while_results_are_drawn_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    made = rounds.house({"care": 20, "field": 30})
    asked = rounds.opened(made)
    at = rounds.close(asked, rounds.answers(asked))
    draw = services._draw

    def drawn(one: Round, **more: Any) -> Any:
        outcome = draw(one, **more)
        if Round.objects.get().k == 5:
            opening.raise_k(asked=one, k=9, by=made.dara, now=at)
        return outcome

    monkeypatch.setattr(services, "_draw", drawn)
    assert services.publish(asked=asked, now=at) is None
    published = services.publish(asked=asked, now=at)
    assert published is not None
    assert published.k == 9
