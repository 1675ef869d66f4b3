"""Rounds that are made to find out who said what: tiny units, repeated rounds, members who are swapped."""

import pytest

import rounds
from alongside.engines import release
from alongside.people.models import Person
from alongside.voice import drafting, opening
from alongside.voice.drafting import Refused
from alongside.voice.models import Figure
from alongside.voice.previewing import in_words
from organisation import NOW
from rounds import DAY

pytestmark = pytest.mark.django_db
LATER = NOW + 61 * DAY


def test_a_round_of_a_tiny_unit_is_refused() -> None:
    made = rounds.house({"care": 20, "tiny": 11})
    asked = rounds.draft(made, units=["tiny"])
    with pytest.raises(Refused, match="at least 12"):
        opening.open_round(draft=asked, by=made.dara, now=NOW)


def test_a_tiny_unit_is_counted_in_the_unit_above_and_named() -> None:
    made = rounds.house({"care": 20, "field": 20, "tiny": 11})
    asked = rounds.draft(made)
    preview = rounds.previewed(asked)
    assert [str(made.units["tiny"].uuid), "everyone"] in [list(pair) for pair in preview["rolled_up"]]
    labels = set(rounds.opened(made).campaign.groups.values_list("label", flat=True))  # type: ignore[union-attr]
    assert labels == {str(made.units["care"].uuid), "everyone"}


def test_a_second_round_of_the_same_people_waits_28_days() -> None:
    made = rounds.house({"care": 20, "field": 20})
    first = rounds.opened(made)
    assert first.spend_until is not None
    for units, starts, may in (
        ((), first.spend_until + 27 * DAY, False),
        (["care"], first.spend_until + 27 * DAY, False),
        ((), first.spend_until + 28 * DAY, True),
    ):
        asked = rounds.draft(made, units=units, starts=starts)
        assert any("28 days" in fault for fault in drafting.faults_of(asked, now=NOW)) is not may


def test_a_round_of_other_people_does_not_wait() -> None:
    made = rounds.house({"care": 20, "field": 20})
    rounds.opened(made, units=["care"])
    asked = rounds.draft(made, units=["field"])
    assert not drafting.faults_of(asked, now=NOW)


@pytest.mark.parametrize("units", [(), ("care",)])
def test_a_round_from_which_one_person_is_missing_shows_nothing_of_the_rest(units: tuple[str, ...]) -> None:
    """The difference between two rounds would be that person's answer."""
    made = rounds.house({"care": 20, "field": 20})
    rounds.released(made)
    Person.objects.filter(pk=made.people("care")[0].pk).update(is_active=False)
    asked = rounds.draft(made, units=list(units), starts=LATER)
    preview = rounds.previewed(asked)
    assert not preview["shown"]
    with pytest.raises(Refused, match="Nothing of this round could be shown"):
        opening.open_round(draft=asked, by=made.dara, now=LATER - DAY)


def test_members_who_are_swapped_between_units_are_seen() -> None:
    made = rounds.house({"care": 20, "field": 20})
    rounds.released(made)
    Person.objects.filter(pk=made.people("care")[0].pk).update(unit=made.units["field"])
    asked = rounds.draft(made, starts=LATER)
    preview = rounds.previewed(asked)
    refused = {tuple(value): why for _table, value, why, _people in preview["refused"]}
    assert refused == {(str(made.units[unit].uuid),): "earlier_round" for unit in ("care", "field")}
    assert preview["shown"] == [[release.EVERYONE, [[]]]]


def test_the_wizard_says_how_many_people_s_answers_would_follow() -> None:
    made = rounds.house({"care": 20, "field": 20})
    rounds.released(made)
    for person in made.people("care")[:3]:
        Person.objects.filter(pk=person.pk).update(unit=made.units["field"])
    asked = rounds.draft(made, starts=LATER)
    drafting.preview(draft=asked)
    told = in_words(asked)
    assert told is not None
    assert "would let someone work out 3 people's answers" in dict(told.refused)["Care"]


def test_two_rounds_of_the_same_people_pin_nobody() -> None:
    made = rounds.house({"care": 14, "field": 20})
    for starts in (NOW + DAY, LATER):
        rounds.released(made, starts=starts)
    for question in rounds.CODES:
        assert Figure.objects.filter(question=question, where=release.UNITS).values("release").distinct().count() == 2
    narrow = [one for one in Figure.objects.all() if one.high - one.low < 20 or one.low == one.high]
    assert not narrow


def test_k_of_the_next_round_is_not_lower() -> None:
    made = rounds.house({"care": 20, "field": 20})
    rounds.released(made, k=7)
    asked = rounds.draft(made, starts=LATER, k=6)
    assert any("at least 7 people" in fault for fault in drafting.faults_of(asked, now=LATER))
