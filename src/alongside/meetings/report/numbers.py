"""The numbers of a meeting: first those of all together, then those of each person in the order of first speech."""

from dataclasses import dataclass

from alongside.engines.meetings import LookBack
from alongside.meetings.report.wording import clock, length, percents


@dataclass(frozen=True, slots=True)
class Figure:
    name: str
    amount: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Column:
    heading: str
    meaning: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    person: str
    cells: tuple[str, ...]


def figures_of(look_back: LookBack) -> tuple[Figure, ...]:
    balance = look_back.balance
    return (
        Figure("Length", length(look_back.duration), "from the first word to the last"),
        Figure("Turns", f"{len(look_back.turns):,}", "times that somebody had the floor"),
        Figure("Long turns", f"{len(look_back.long_turns):,}", "of more than two minutes"),
        Figure("Pauses", f"{balance.pauses:,}", "silences of a second or more"),
        Figure("Silence", length(balance.silence), "in which nobody spoke"),
        Figure("Listener signals", f"{len(look_back.backchannels):,}", "“mm-hm” and the like"),
        Figure("Ideas", f"{len(look_back.proposals):,}", "“we could”, “what if” and the like"),
        Figure("Questions", f"{len(look_back.questions):,}", "put to one person or to all"),
        Figure("Evenness", f"{balance.entropy:.2f}", "1 if all spoke for the same time, 0 if only one did"),
    )


def columns_of(look_back: LookBack) -> tuple[Column, ...]:
    people = look_back.speakers
    counts = (
        ("Turns", "times of having the floor", [person.turns for person in people]),
        ("Signals", "“mm-hm” and the like, while listening", [person.backchannels for person in people]),
        ("Cut off", "lost the floor before the end", [person.interrupted for person in people]),
        ("Crowded out", "tried to come in, and gave up", [person.crowded_out for person in people]),
        ("Took floor", "had the floor when another lost it", [person.took_floor for person in people]),
        ("Ideas", "put to the meeting", [person.proposals for person in people]),
        ("Questions", "put to others", [person.questions for person in people]),
        ("Asked", "questions put to them by name", [person.asked for person in people]),
        ("Invited", "asked in by name", [person.invited for person in people]),
    )
    return (
        Column("Spoke", "minutes and seconds", tuple(clock(person.speaking) for person in people)),
        Column("Share", "part of all speech", percents([person.share for person in people])),
        Column("Longest", "the longest turn", tuple(clock(person.longest_turn) for person in people)),
        *(Column(heading, meaning, tuple(f"{count:,}" for count in cells)) for heading, meaning, cells in counts),
    )


def rows_of(look_back: LookBack) -> tuple[Row, ...]:
    cells = zip(*(column.cells for column in columns_of(look_back)), strict=True)
    return tuple(Row(person.speaker, row) for person, row in zip(look_back.speakers, cells, strict=True))
