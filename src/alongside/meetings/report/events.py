"""What happened, one event at a time: the sentence, the words that were said, and what one could say."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from alongside.engines.meetings import Credit, Echo, Interruption, Invitation, LookBack, Proposal
from alongside.meetings.report.wording import clock, how_long

EventKind = Literal[
    "cut_off", "crowded_out", "after_pause", "unanswered", "echo", "credit", "amplification", "invitation"
]

KINDS: dict[str, str] = {
    "cut_off": "Cut off",
    "crowded_out": "Tried to come in, and gave up",
    "after_pause": "Not finished when another began",
    "unanswered": "An idea: did anybody reply?",
    "echo": "One idea, twice?",
    "credit": "Credit given",
    "amplification": "An idea taken up with its owner's name",
    "invitation": "Asked in, and spoke",
}
GOOD = frozenset({"credit", "amplification", "invitation"})
ASKED = frozenset({"unanswered", "echo"})

_LONG_AWAY = 60.0


@dataclass(frozen=True, slots=True)
class Quote:
    who: str
    at: float
    words: str

    @property
    def time(self) -> str:
        return clock(self.at)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, with its mark in the picture.

    `person` is the one on whose line the mark stands; `sure` is False where the sentence says "possibly" or asks;
    `after` says what became of it; `number` counts from 1 in order of time.
    """

    at: float
    kind: EventKind
    person: str
    sure: bool
    sentence: str
    quotes: tuple[Quote, ...]
    after: str = ""
    say: str = ""
    number: int = 0

    @property
    def time(self) -> str:
        return clock(self.at)


def events_of(look_back: LookBack) -> tuple[Event, ...]:
    """List the events of all kinds, in order of time."""
    in_order = sorted(_unordered(look_back), key=lambda event: (event.at, event.kind, event.person))
    return tuple(replace(event, number=number) for number, event in enumerate(in_order, start=1))


def _unordered(look_back: LookBack) -> Iterator[Event]:
    echoed = {echo.first for echo in look_back.echoes}
    yield from map(_lost_floor, look_back.interruptions)
    yield from map(_echo, look_back.echoes)
    yield from (_unanswered(idea) for idea in look_back.proposals if idea.seems_unanswered and idea not in echoed)
    yield from map(_credit, look_back.credits)
    yield from (_invitation(asked) for asked in look_back.invitations if asked.taken_up)


def _lost_floor(moment: Interruption) -> Event:
    who, by = moment.interrupted, moment.by
    possibly = "" if moment.sure else "possibly "
    sentence = {
        "cut_off": f"{who} was {possibly}cut off, and {by} had the floor.",
        "crowded_out": f"{who} {possibly}tried to come in while {by} was speaking, and gave up.",
        "after_pause": f"{who} was {possibly}not finished when {by} began.",
    }[moment.kind]
    return Event(
        at=moment.at,
        kind=moment.kind,
        person=who,
        sure=moment.sure,
        sentence=sentence,
        quotes=(Quote(who, moment.start, moment.words_lost), Quote(by, moment.at, moment.words_by)),
        after=_came_back(moment),
        say=moment.say,
    )


def _came_back(moment: Interruption) -> str:
    if moment.came_back is None:
        return f"{moment.interrupted} did not speak again in this meeting."
    if moment.came_back >= _LONG_AWAY:
        return f"{moment.interrupted} next spoke {how_long(moment.came_back)} later."
    return ""


def _unanswered(idea: Proposal) -> Event:
    return Event(
        at=idea.start,
        kind="unanswered",
        person=idea.speaker,
        sure=False,
        sentence=f"{idea.speaker} had an idea. Did anybody reply to it?",
        quotes=(Quote(idea.speaker, idea.start, idea.text),),
        say=idea.say,
    )


def _echo(echo: Echo) -> Event:
    first, again = echo.first, echo.again
    return Event(
        at=again.start,
        kind="echo",
        person=first.speaker,
        sure=False,
        sentence=f"Did one idea come twice, first from {first.speaker} and then from {again.speaker}?",
        quotes=tuple(Quote(idea.speaker, idea.start, idea.text) for idea in (first, again)),
        say=echo.say,
    )


def _credit(credit: Credit) -> Event:
    did = {"credit": f"named {credit.to}, whose idea it was", "amplification": f"took up an idea and named {credit.to}"}
    return Event(
        at=credit.at,
        kind=credit.kind,
        person=credit.to,
        sure=True,
        sentence=f"{credit.by} {did[credit.kind]}.",
        quotes=(Quote(credit.by, credit.at, credit.text),),
    )


def _invitation(asked: Invitation) -> Event:
    return Event(
        at=asked.at,
        kind="invitation",
        person=asked.to,
        sure=True,
        sentence=f"{asked.by} asked {asked.to} in, and {asked.to} spoke.",
        quotes=(Quote(asked.by, asked.at, asked.text),),
    )
