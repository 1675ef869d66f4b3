"""Each guard, taken away, lets an attacker in; with it the same case is safe."""

import pytest
from invented import QUESTION, TIME_HERE, Coins, answers, members, opened, released

from alongside.engines.release import (
    CellName,
    Exposure,
    KMayNotFall,
    Policy,
    Release,
    _bands,
    _crossing,
    _freedom,
    _releasing,
    _settling,
    _subtrees,
    _tables,
    attack,
    plan,
    simulate,
)
from alongside.engines.release._attacking import _sums
from alongside.engines.release._spans import Span

LOWEST, HIGHEST = 0, -1


def exposures(*releases: Release, how: str = "") -> list[Exposure]:
    found = attack([cell for one in releases for cell in one.cells], 5)
    return [one for one in found if not how or one.how == how]


# One person of three is what is left of everyone when both units are taken away.
REMAINDER = members(12, 12, 3)


def test_the_audit_of_sums_hides_a_remainder_of_three(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not exposures(released(opened(REMAINDER), answers(REMAINDER)))
    monkeypatch.setattr(Span, "would_expose", lambda *_: 0)
    found = exposures(released(opened(REMAINDER), answers(REMAINDER)), how="sum")
    assert [len(one.people) for one in found] == [3]


# Without the newcomer, the second round is the first.
JOINED = members(13)
BEFORE = JOINED[:12]


def test_earlier_rounds_in_the_audit_of_sums_hide_a_newcomer(monkeypatch: pytest.MonkeyPatch) -> None:
    frozen = opened(JOINED)
    first = released(frozen, answers(BEFORE))
    outcome = _releasing.release(frozen, answers(JOINED), chance=Coins(), earlier=[first])
    assert not isinstance(outcome, Release)
    monkeypatch.setattr(_releasing, "settle", lambda *given, **rest: _settling.settle(*given, **rest | {"earlier": ()}))
    found = exposures(first, released(frozen, answers(JOINED), earlier=[first]), how="sum")
    assert [one.people for one in found] == [(JOINED[12].person,)]


# All of the first unit say yes, two of the second do: 7 of 10, of which 5 or more must be from the first.
TWO_UNITS = members(5, 5)
ALL_OF_ONE = {one.person: int(one.person.startswith("u0") or one.person in {"u1p0", "u1p1"}) for one in TWO_UNITS}


def test_the_audit_of_bands_hides_that_all_of_a_unit_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    def by_chance() -> Release:
        return released(opened(TWO_UNITS), answers(TWO_UNITS, ALL_OF_ONE), chance=Coins(HIGHEST, HIGHEST, LOWEST))

    assert not exposures(by_chance())
    monkeypatch.setattr(_releasing, "_known_people", lambda *_: frozenset())
    assert ("bounds", 5, 5) in {(one.how, one.low, one.high) for one in exposures(by_chance())}


# One of 13 left and one came: no sum counts the one or the other, and yet the bands can tell.
CAME_AND_WENT = members(14)
FIRST, SECOND = CAME_AND_WENT[:13], CAME_AND_WENT[1:]
SAID = {one.person: int(number in {3, 4, 13}) for number, one in enumerate(CAME_AND_WENT)}


def test_earlier_bands_in_the_audit_hide_who_came_and_who_went(monkeypatch: pytest.MonkeyPatch) -> None:
    def both() -> tuple[Release, Release]:
        frozen = opened(CAME_AND_WENT)
        first = released(frozen, answers(FIRST, SAID), chance=Coins(LOWEST, LOWEST))
        return first, released(frozen, answers(SECOND, SAID), earlier=[first], chance=Coins(HIGHEST, HIGHEST))

    monkeypatch.setattr(_bands, "bands", lambda people, wider=0: _bands_of_three(people, wider))
    assert not exposures(*both())
    monkeypatch.setattr(_releasing, "_known_people", lambda now, _, said, k: _freedom.known_people(now, k, said))
    assert {one.people for one in exposures(*both(), how="difference")} == {("u0p0",), ("u0p13",)}


def _bands_of_three(people: int, wider: int) -> list[tuple[int, int]]:
    return [(low, low + 2 + wider) for low in range(people - 1 - wider)]


def test_bands_that_overlap_hide_what_exact_counts_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_releasing, "_known_people", lambda *_: frozenset())
    monkeypatch.setattr(_bands, "bands", lambda people, **_: [(count, count) for count in range(people + 1)])
    assert exposures(released(opened(TWO_UNITS), answers(TWO_UNITS)), how="bounds")


def test_open_ends_hide_that_nobody_said_yes(monkeypatch: pytest.MonkeyPatch) -> None:
    everywhere = _bands.bands
    monkeypatch.setattr(_releasing, "_known_people", lambda *_: frozenset())
    assert not exposures(released(opened(TWO_UNITS), answers(TWO_UNITS)))
    monkeypatch.setattr(_bands, "bands", lambda people, **_: [(0, 0), *everywhere(people)[1:]])
    assert exposures(released(opened(TWO_UNITS), answers(TWO_UNITS)), how="bounds")


def test_a_least_number_of_answers_keeps_a_unit_of_four_unshown(monkeypatch: pytest.MonkeyPatch) -> None:
    four_answered = answers(
        [one for one in members(12, 12) if one.person not in {f"u1p{number}" for number in range(8)}]
    )
    name = CellName("units", ("unit 1",))
    assert name not in {one.cell for one in released(opened(members(12, 12)), four_answered).shown}
    monkeypatch.setattr(_settling, "_fewest", lambda *_: 1)
    monkeypatch.setattr(Span, "would_expose", lambda *_: 0)
    assert name in {one.cell for one in released(opened(members(12, 12)), four_answered).shown}


def test_rolling_up_keeps_a_unit_of_four_out_of_the_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    people = members(12, 12, 4, 4)
    assert opened(people).reporting_units["unit 3",] == ()
    monkeypatch.setattr(_tables, "_large_enough", lambda way, *_: way)
    assert opened(people).reporting_units["unit 3",] == ("unit 3",)


def test_k_may_not_fall_between_releases() -> None:
    first = released(opened(JOINED, k=6), answers(JOINED))
    with pytest.raises(KMayNotFall, match="plan with k = 6 or more"):
        released(opened(JOINED, k=5), answers(JOINED), earlier=[first])


# The audit block by block, which large organisations get; a newcomer, and a value of which three of a unit are.
@pytest.fixture
def block_by_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_settling, "_AT_ONCE", 0)
    monkeypatch.setattr(_releasing, "_known_people", lambda *_: frozenset())


@pytest.mark.usefixtures("block_by_block")
def test_the_audit_of_blocks_hides_a_newcomer_in_a_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    people = members(20, 20, 20)
    # One of the first unit comes in, and enough change places in the others that everyone as a whole is safe.
    before = [one for one in people if one.person not in {"u0p0", *(f"u1p{number}" for number in range(6))}]
    after = [one for one in people if one.person not in {f"u2p{number}" for number in range(6)}]
    frozen = opened(people)
    first = released(frozen, answers(before))
    assert not _sums_of(first, released(frozen, answers(after), earlier=[first]))
    monkeypatch.setattr(_subtrees, "_fewest_told", lambda *_: 0)
    assert ("u0p0",) in _sums_of(first, released(frozen, answers(after), earlier=[first]))


@pytest.mark.usefixtures("block_by_block")
def test_piles_of_blocks_hide_a_cut_that_crosses_units_for_few(monkeypatch: pytest.MonkeyPatch) -> None:
    # All new people are one whole unit, and three of another: the cut without the unit is about three.
    people = members(12, 14, 14, cut=[12, 3, 0])
    frozen = plan([*people], [], Policy(roll_up_below=5), questions=[QUESTION])
    assert not _sums_of(released(frozen, answers(people)))
    with_cut = opened([*people], TIME_HERE)
    assert not _sums_of(released(with_cut, answers(people)))
    monkeypatch.setattr(_crossing, "_enough_piles", lambda *_: True)
    with_cut = opened([*people], TIME_HERE)
    assert ("u1p0", "u1p1", "u1p2") in _sums_of(released(with_cut, answers(people)))


def _sums_of(*releases: Release) -> list[tuple[str, ...]]:
    return [one.people for one in _sums([cell for one in releases for cell in one.cells], 5)]


SHAPES: list[dict[str, float]] = [
    {"people": 30, "cuts": 1, "rounds": 2, "rate": 0.03},
    {"people": 50, "cuts": 2, "rounds": 2, "rate": 0.1},
    {"people": 70, "cuts": 3, "rounds": 2, "rate": 0.97},
]


@pytest.mark.parametrize("at_once", [0, 10_000])
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_with_all_guards_nobody_is_exposed(
    monkeypatch: pytest.MonkeyPatch, at_once: int, shape: dict[str, float]
) -> None:
    monkeypatch.setattr(_settling, "_AT_ONCE", at_once)
    drawn = simulate(**shape, k=5, dice=Coins(seed=at_once))  # type: ignore[arg-type]
    assert drawn.cells
    assert attack(drawn.cells, 5) == ()
