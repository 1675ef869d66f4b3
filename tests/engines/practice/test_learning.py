"""What comes back when, and which item suits a day."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines import practice

DAY = dt.date(2026, 11, 23)
CODES = "first second third fourth".split()


def item(code: str, *, roles: set[str], starter_action: str = "educate_yourself") -> practice.Item:
    return practice.Item(code, "learn", starter_action, code, frozenset(roles), ("text",), "?", "!", "act", ("source",))


LIBRARY = practice.Library(
    (
        item("chairing", roles={"host"}),
        item("judging", roles={"reviewer"}),
        item("always", roles={"anyone"}),
        item("bias", roles={"anyone"}, starter_action="examine_bias"),
    )
)


def choose(known: dict[str, practice.Memory], *roles: str, seed: str = "a") -> str:
    lesson = practice.choose_item(LIBRARY, known, on=DAY, roles=roles, seed=seed)
    return lesson.item.code if lesson else ""


def seen(days_ago: int, due_in: int) -> practice.Memory:
    return practice.Memory(3.0, 5.0, DAY - dt.timedelta(days=days_ago), DAY + dt.timedelta(days=due_in))


def test_the_role_of_the_day_comes_before_what_is_for_anyone() -> None:
    assert choose({}, "host") == "chairing"
    assert choose({}, "reviewer") == "judging"
    assert choose({}) in {"always", "bias"}


def test_what_is_for_another_role_is_not_offered() -> None:
    assert choose({"always": seen(1, 5), "bias": seen(1, 5)}) == ""


def test_the_starter_action_of_which_least_was_read_comes_first() -> None:
    assert choose({"always": seen(1, 5)}) == "bias"
    assert choose({"bias": seen(1, 5)}) == "always"


def test_what_is_longest_overdue_comes_back_first_with_its_question() -> None:
    known = {"always": seen(9, 0), "bias": seen(9, -3), "judging": seen(1, 1)}
    lesson = practice.choose_item(LIBRARY, known, on=DAY, roles=["host"], seed="a")
    assert lesson is not None
    assert (lesson.item.code, lesson.is_due) == ("bias", True)


def test_the_order_differs_between_people_and_not_between_calls() -> None:
    library = practice.Library(tuple(item(code, roles={"anyone"}) for code in CODES))
    firsts = [
        practice.choose_item(library, {}, on=DAY, seed=str(person)).item.code  # type: ignore[union-attr]
        for person in [*range(40), *range(40)]
    ]
    assert firsts[:40] == firsts[40:]
    assert set(firsts) == set(CODES)


def test_the_second_time_is_weeks_later_and_the_third_months() -> None:
    memory, waits = practice.remembered(None, "yes", DAY), []
    for _time in range(3):
        waits.append((memory.due_on - memory.seen_on).days)
        memory = practice.remembered(memory, "yes", memory.due_on)
    assert waits == [2, 11, 46]


@given(recalls=st.lists(st.sampled_from(practice.RECALLS), min_size=1, max_size=30), late=st.integers(0, 400))
def test_an_item_always_comes_back_on_a_later_day_within_a_year(recalls: list[practice.Recall], late: int) -> None:
    memory = None
    on = DAY
    for recall in recalls:
        memory = practice.remembered(memory, recall, on)
        assert memory.seen_on < memory.due_on <= memory.seen_on + dt.timedelta(days=365)
        on = memory.due_on + dt.timedelta(days=late)


def test_what_was_gone_comes_back_sooner_than_what_was_remembered() -> None:
    memory = practice.remembered(practice.remembered(None, "yes", DAY), "yes", DAY + dt.timedelta(days=2))
    later = memory.due_on
    waits = [practice.remembered(memory, recall, later).due_on for recall in practice.RECALLS]
    assert waits == sorted(waits)
    assert len(set(waits)) == 3


GOOD = """
area = "learn"
[one-thing]
starter_action = "educate_yourself"
title = "One thing"
roles = ["anyone"]
text = "A text."
question = "What?"
answer = "That."
act = "look-it-up-first"
sources = ["Somebody 2020, A journal 1"]
"""


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("look-it-up-first", "no-such-act"), "one-thing, act: expected one of"),
        (('"Somebody 2020, A journal 1"', ""), "one-thing, sources: expected a list of 1 to 4 texts"),
        (('text = "A text."', 'text = "' + "word " * 231 + '"'), "one-thing, text: expected a text of 1 to 230 words"),
        (('question = "What?"', 'questoin = "What?"'), "questoin"),
        (('["anyone"]', '["everyone"]'), "one-thing, roles"),
        (('area = "learn"', 'area = "lern"'), "area: expected one of"),
        (("[one-thing]", "[one-thing"), "expected a TOML file"),
    ],
)
def test_a_faulty_library_is_told_file_item_and_field(tmp_path: Path, change: tuple[str, str], fault: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(GOOD.replace(*change), encoding="utf-8")
    with pytest.raises(practice.FaultyLibrary) as refusal:
        practice.read_library([path], practice.our_catalogue())
    assert "own.toml" in str(refusal.value)
    assert fault in str(refusal.value)


def test_an_item_that_is_there_twice_is_a_fault(tmp_path: Path) -> None:
    for name in ("one.toml", "two.toml"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    with pytest.raises(practice.FaultyLibrary, match="one-thing: expected once; found 2 times"):
        practice.read_library(sorted(tmp_path.glob("*.toml")), practice.our_catalogue())


def test_the_item_for_all_goes_round_on_working_days_before_one_comes_again() -> None:
    library = practice.our_library()
    items = [item for item in library.items if "anyone" in item.roles]
    days = [DAY + dt.timedelta(days=day) for day in range(2 * len(items)) if day % 7 < 5]
    came = [practice.item_for_all(library, on=day, seed="here").code for day in days]
    assert sorted(came[: len(items)]) == sorted(item.code for item in items)
    assert came != [practice.item_for_all(library, on=day, seed="there").code for day in days]


def test_the_item_for_all_is_for_no_role() -> None:
    library = practice.our_library()
    days = [DAY + dt.timedelta(days=day) for day in range(366)]
    assert all("anyone" in practice.item_for_all(library, on=day, seed="").roles for day in days)
