"""What every report tells, in the same words and the same order, before it is laid out."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from alongside.engines.meetings import LookBack, Moment
from alongside.meetings.report.events import ASKED, GOOD, KINDS, Event, Quote, events_of
from alongside.meetings.report.numbers import Column, Figure, Row, columns_of, figures_of, rows_of
from alongside.meetings.report.wording import begun, clock, counted, how_long, number, times

FOR_YOU = (
    "This is for your eyes, to learn from. It is not a judgement of anybody, and it may be wrong: it read the words "
    "and the times in one file, and did not hear the voices."
)
HOW_SURE = (
    "In real meetings, what is said plainly here was right seven to eight times in ten, and what is said with "
    "“perhaps” or “possibly” about every second time. Ideas without a reply, and ideas that came twice, are questions "
    "to you: only those who were there can tell."
)
NOT_PROOF = "This is not proof. Please do not use it in a complaint, or in a review of anybody's work."

LETTERS = "Letters stand for names. Whoever was there still knows who said what."

_PARTS = {
    "good": ("Good moments", "Somebody gave credit, or made room for somebody else."),
    "questions": ("Questions for you", "You were there, and this file was not. What do you remember?"),
    "lost": (
        "When somebody lost the floor",
        "All of them, in order of time. Most of us do this without noticing.",
    ),
}
_HIGHLIGHTS = 3
_LETTER = re.compile("[A-Z]{1,2}")


@dataclass(frozen=True, slots=True)
class Highlight:
    """One of the moments that matter most; `number` is that of its event, 0 where it has none.

    `time` is empty for what is true of the whole meeting.
    """

    time: str
    kind: str
    certainty: str
    title: str
    quotes: tuple[Quote, ...]
    say: str
    number: int


@dataclass(frozen=True, slots=True)
class Part:
    """Events of one sort under one heading; `name` is its anchor in the page."""

    name: str
    heading: str
    about: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A look-back in sentences and tables.

    Attributes:
        about: the file in one line.
        happened: two or three sentences on the meeting, without a name.
        highlights: at most three, the one that matters most first.
        good, questions, lost: events in order of time; `events` is all of them.
        legend: the kinds of events that there are, with their words.
    """

    source: str
    about: str
    happened: tuple[str, ...]
    highlights: tuple[Highlight, ...]
    good: Part
    questions: Part
    lost: Part
    events: tuple[Event, ...]
    legend: tuple[tuple[str, str], ...]
    limits: tuple[str, ...]
    repairs: tuple[str, ...]
    figures: tuple[Figure, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    for_you: str
    how_sure: str = HOW_SURE
    not_proof: str = NOT_PROOF

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(part for part in (self.good, self.questions, self.lost) if part.events)


def tell(look_back: LookBack) -> Story:
    events = events_of(look_back)
    there = {event.kind for event in events}
    lettered = all(_LETTER.fullmatch(floor.speaker) for floor in look_back.speakers)
    return Story(
        source=look_back.source,
        about=", ".join(filter(None, (look_back.format, how_long(look_back.duration), _people(look_back)))),
        happened=_happened(look_back, events),
        highlights=_highlights(look_back.moments, events),
        good=_part("good", events, GOOD),
        questions=_part("questions", events, ASKED),
        lost=_part("lost", events, there - GOOD - ASKED),
        events=events,
        legend=tuple((kind, words) for kind, words in KINDS.items() if kind in there),
        limits=look_back.limits,
        repairs=look_back.repairs,
        figures=figures_of(look_back),
        columns=columns_of(look_back),
        rows=rows_of(look_back),
        for_you=f"{FOR_YOU} {LETTERS}" if lettered else FOR_YOU,
    )


def _part(name: str, events: tuple[Event, ...], kinds: AbstractSet[str]) -> Part:
    heading, about = _PARTS[name]
    return Part(name, heading, about, tuple(event for event in events if event.kind in kinds))


def _people(look_back: LookBack) -> str:
    return counted(len(look_back.speakers), "person", "people")


def _happened(look_back: LookBack, events: tuple[Event, ...]) -> tuple[str, ...]:
    changes = sum(before.speaker != after.speaker for before, after in pairwise(look_back.turns))
    length = how_long(look_back.duration)
    said = (
        begun(f"{_people(look_back)} talked for {length}, and the floor changed hands {times(changes)}."),
        _lost(look_back),
        _lifted(events),
    )
    return tuple(filter(None, said))


def _lost(look_back: LookBack) -> str:
    if look_back.timing == "starts":
        return ""
    lost = look_back.interruptions
    if not lost:
        return "We saw nobody lose the floor before they were finished."
    unsure = sum(not moment.sure for moment in lost)
    crowded_out = sum(moment.kind == "crowded_out" for moment in lost)
    tried = f", {number(crowded_out)} of those while trying to come in" if crowded_out else ""
    doubt = f" We are not sure of {number(unsure)} of them." if unsure else ""
    return begun(f"{times(len(lost))} somebody seems to have stopped before they were finished{tried}.{doubt}")


def _lifted(events: tuple[Event, ...]) -> str:
    good = sum(event.kind in GOOD for event in events)
    return begun(f"{times(good)} somebody asked a colleague in, or named the one whose idea it was.") if good else ""


def _highlights(moments: tuple[Moment, ...], events: tuple[Event, ...]) -> tuple[Highlight, ...]:
    found = {(event.at, str(event.kind)): event for event in events}
    return tuple(_highlight(moment, found.get((moment.at, moment.what))) for moment in moments[:_HIGHLIGHTS])


def _highlight(moment: Moment, event: Event | None) -> Highlight:
    said = (Quote(moment.people[0], moment.at, moment.quote),) if moment.quote else ()
    return Highlight(
        time="" if moment.what == "never_invited" else clock(moment.at),
        kind=moment.what,
        certainty=moment.certainty,
        title=moment.title,
        quotes=event.quotes if event else said,
        say=moment.say,
        number=event.number if event else 0,
    )
