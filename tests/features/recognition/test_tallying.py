"""From opened ballots to bands: at the threshold, one under it, and with ballots that try to get around it."""

import json
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.ballots.services import Opened
from alongside.recognition.tallying import (
    BANDS,
    GIVERS,
    KINDS,
    MOST_COLLEAGUES,
    UNITS,
    Colleague,
    Recognised,
    named_in,
    tally,
)
from alongside.recognition.wording import BANDS as BAND_WORDS
from alongside.recognition.wording import KINDS as KIND_WORDS
from recognising import HERE, THERE, ballots, naming

ASHA, BEN = UUID(int=1), UUID(int=2)
COLLEAGUES = {ASHA: Colleague(1, HERE), BEN: Colleague(2, THERE)}
OTHERS = [UUID(int=number) for number in range(10, 20)]


def of_asha(labels: list[str], *, kinds: tuple[str, ...] = ("room",)) -> list[Recognised]:
    return tally(ballots(ASHA, labels, kinds=kinds), COLLEAGUES)


def test_five_people_in_two_units_are_what_it_takes_and_nobody_can_set_it() -> None:
    assert (GIVERS, UNITS) == (5, 2)
    assert min(BANDS.values()) == GIVERS


def test_four_are_too_few_and_five_are_enough() -> None:
    assert not of_asha([THERE, THERE, THERE, "elsewhere"])
    assert of_asha([THERE, THERE, THERE, THERE, "elsewhere"]) == [Recognised(1, "5_to_9", ("room",))]


def test_however_many_of_one_unit_are_too_few() -> None:
    assert not of_asha([THERE] * 50)
    assert not of_asha([HERE] * 50)


@pytest.mark.parametrize(("givers", "band"), [(5, "5_to_9"), (9, "5_to_9"), (10, "10_to_19"), (20, "20_or_more")])
def test_the_band_says_about_how_many(givers: int, band: str) -> None:
    assert of_asha([*[THERE] * (givers - 1), "elsewhere"])[0].band == band


def test_of_the_ballots_of_ones_own_group_one_does_not_count_since_it_could_be_ones_own() -> None:
    assert not of_asha([HERE, THERE, THERE, THERE, THERE])
    assert not of_asha([HERE, *[THERE] * 50]), "the second unit might be nobody but oneself"
    assert of_asha([HERE, HERE, THERE, THERE, THERE, THERE])


@given(st.lists(st.sampled_from([HERE, THERE, "elsewhere"]), max_size=25))
def test_naming_oneself_never_makes_up_for_somebody_else(labels: list[str]) -> None:
    """However one changes the page in one's own browser: what is shown, at least so many others said."""
    shown = of_asha([*labels, HERE])
    assert not shown or (len(labels) >= BANDS[shown[0].band] and len(set(labels)) >= UNITS)


def test_an_act_is_shown_if_enough_named_it() -> None:
    others = [THERE, THERE, THERE, THERE, "elsewhere"]
    one_under = ballots(ASHA, others[1:], kinds=("idea", "room"))
    both = tally([*one_under, *ballots(ASHA, others[:1], kinds=("room",))], COLLEAGUES)
    assert both[0].kinds == ("room",)
    of_one_unit = [*ballots(ASHA, [THERE] * 8, kinds=("idea",)), *ballots(ASHA, others)]
    assert tally(of_one_unit, COLLEAGUES)[0].kinds == ("room",)


def test_enough_people_who_name_different_acts_are_shown_without_one() -> None:
    said = [*ballots(ASHA, [THERE] * 4, kinds=("idea",)), *ballots(ASHA, ["elsewhere"] * 4, kinds=("room",))]
    assert tally(said, COLLEAGUES) == [Recognised(1, "5_to_9", ())]


def test_the_same_colleague_twice_in_a_ballot_counts_once() -> None:
    twice = json.loads(naming(ASHA, kinds=("idea",)))
    twice["answers"]["people"] += json.loads(naming(ASHA, kinds=("room",)))["answers"]["people"]
    assert named_in(json.dumps(twice).encode()) == {ASHA: frozenset({"idea", "room"})}
    four = [Opened(label, json.dumps(twice).encode()) for label in (THERE, THERE, THERE, "elsewhere")]
    assert not tally(four, COLLEAGUES)


def test_somebody_who_is_not_here_counts_for_nothing() -> None:
    assert not tally(ballots(OTHERS[0], [THERE, THERE, THERE, THERE, "elsewhere"]), COLLEAGUES)


def test_a_ballot_names_at_most_five() -> None:
    assert len(named_in(naming(*OTHERS[:MOST_COLLEAGUES]))) == MOST_COLLEAGUES
    assert not named_in(naming(*OTHERS[: MOST_COLLEAGUES + 1]))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff",
        b"null",
        b"[]",
        b'{"answers": 5}',
        b'{"answers": {"people": 5}}',
        b'{"answers": {"people": ["x"]}}',
        b'{"answers": {"people": [{"person": 5, "kinds": []}]}}',
        b'{"answers": {"people": [{"person": "x", "kinds": []}]}}',
        b'{"answers": {"people": [{"person": "3f0c9a52-0000-4000-8000-000000000000", "kinds": [[]]}]}}',
        b'{"answers": {"people": ' + b"[" * 8000,
        naming(ASHA, kinds=()),
        naming(ASHA, kinds=("something else",)),
    ],
)
def test_what_our_page_does_not_write_names_nobody(body: bytes) -> None:
    assert named_in(body) == {}


@given(st.permutations(range(12)))
def test_the_order_of_ballots_changes_nothing(order: list[int]) -> None:
    said = [
        *ballots(ASHA, [THERE, THERE, THERE, "elsewhere", HERE, HERE]),
        *ballots(BEN, [HERE, HERE, HERE, HERE, "elsewhere", THERE]),
    ]
    assert [one.key for one in tally([said[place] for place in order], COLLEAGUES)] == [1, 2]


def test_every_code_has_words() -> None:
    assert list(KIND_WORDS) == list(KINDS)
    assert list(BAND_WORDS) == list(BANDS)
