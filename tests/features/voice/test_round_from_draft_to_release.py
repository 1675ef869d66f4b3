"""A round from its draft to its results, as services make it."""

import pytest

import rounds
from alongside.access.models import AuditEvent
from alongside.engines import release
from alongside.voice import services, vault
from alongside.voice.models import Figure
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
