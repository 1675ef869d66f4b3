"""Whoever spoke, and however they were named, no report with letters shows it."""

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import build
from alongside.engines.meetings import LookBack, with_letters
from alongside.meetings.report import FORMATS, Format, render

# Consonants only, as no word of the reports is without a vowel.
SPACED = (
    "bcdfghjkqvwxz",
    "çćđłñşžß",
    "бвгджзклмн",
    "βγδζθκλμν",
    "كقغعظشجثت",
    "גדזחטנסעפ",
    "कखगघचजटड",
    "기나다라마바사",
)
UNSPACED = ("龍鳳麒麟鵬鶴鷹", "กขคงจชซ", "ぬねのひふへほ")


def names() -> st.SearchStrategy[str]:
    words = [st.text(alphabet, min_size=3, max_size=8).map(str.title) for alphabet in SPACED]
    spaced = st.one_of(*(st.lists(word, min_size=1, max_size=3).map(" ".join) for word in words))
    unspaced = st.one_of(*(st.text(alphabet, min_size=3, max_size=4) for alphabet in UNSPACED))
    return st.one_of(spaced, unspaced)


def meeting_of(people: list[str]) -> LookBack:
    """Build a meeting in which everybody is called by name in every way we can think of."""
    called = [
        form
        for name in people
        for first in [name.split()[0]]
        for form in (first, f"{first}'s", f"{first.upper()}’S", first.lower(), name, f"({name})", f"{name}?")
    ]
    plain = build.look_back()
    text = ", ".join(called)
    renamed = dict(zip(("Ben", "Asha", "Carmen", "Dara"), people, strict=True))
    return replace(
        plain,
        source=f"{people[0].replace(' ', '_')}-1.vtt",
        speakers=tuple(replace(floor, speaker=renamed[floor.speaker]) for floor in plain.speakers),
        interruptions=tuple(
            replace(
                one, interrupted=renamed[one.interrupted], by=renamed[one.by], words_lost=text, words_by=text, say=text
            )
            for one in plain.interruptions
        ),
        moments=tuple(
            replace(one, people=tuple(renamed[name] for name in one.people), title=text, quote=text, say=text)
            for one in plain.moments
        ),
        credits=tuple(replace(one, by=renamed[one.by], to=renamed[one.to], text=text) for one in plain.credits),
        invitations=(),
        questions=(),
        overlaps=(),
        backchannels=(),
        turns=(),
        proposals=(),
        echoes=(),
        never_invited=(people[0],),
        limits=(text,),
        repairs=(text,),
    )


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text).casefold()))


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=40, deadline=None)
@given(people=st.lists(names(), min_size=4, max_size=4, unique_by=str.casefold))
def test_no_name_is_left_in_a_report_with_letters(form: Format, people: list[str]) -> None:
    report = render(with_letters(meeting_of(people)), form, width=10_000)
    shown = words_of(report)
    for name in people:
        for part in unicodedata.normalize("NFC", name).casefold().split():
            assert part not in shown
            assert not (part[0] in "".join(UNSPACED) and part in report)


@settings(max_examples=40, deadline=None)
@given(people=st.lists(names(), min_size=4, max_size=4, unique_by=str.casefold))
def test_letters_are_settled_at_once(people: list[str]) -> None:
    once = with_letters(meeting_of(people))
    assert with_letters(once) == once
