"""What every report tells, in the same words and the same order, before it is laid out."""

from dataclasses import dataclass
from typing import Literal

from alongside.engines.meetings import Interruption, LookBack, Moment
from alongside.meetings.report.wording import begun, clock, counted, how_long, percent, times

EventKind = Literal[
    "cut_off", "crowded_out", "after_pause", "unanswered", "echo", "credit", "amplification", "invitation"
]

GOOD: frozenset[str] = frozenset({"credit", "amplification", "invitation"})
ASKED: frozenset[str] = frozenset({"unanswered", "echo"})

FOR_YOU = (
    "This is for your eyes, to learn from. It is not a judgement of anybody, and it may be wrong: it worked from the "
    "words and the times in one file, and it did not hear the voices."
)
HOW_SURE = (
    "What is said plainly is right about four times in five. Where it says “possibly”, it is right about half of the "
    "time. Ideas without an answer, and ideas that came twice, are questions to you: only the people who were there "
    "can tell."
)


@dataclass(frozen=True, slots=True)
class Quote:
    who: str
    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, for the list of all of them and for its mark in the picture.

    `person` is the one on whose line the mark stands; `sure` is False where the sentence says "possibly" or asks.
    """

    at: float
    kind: EventKind
    person: str
    sure: bool
    sentence: str
    quotes: tuple[Quote, ...]
    say: str


@dataclass(frozen=True, slots=True)
class Column:
    heading: str
    meaning: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A look-back in sentences and tables.

    Attributes:
        about: the file in one line.
        happened: two or three sentences on the meeting, without a name.
        moments: at most three, the one that matters most first.
        good, questions: in order of time.
        events: everything that has a mark in the picture, in order of time.
        figures: numbers of the whole meeting, (what, how much, what it means).
        people, columns: numbers of each person, in order of first speech.
    """

    source: str
    about: str
    happened: tuple[str, ...]
    moments: tuple[Moment, ...]
    good: tuple[Event, ...]
    questions: tuple[Event, ...]
    events: tuple[Event, ...]
    limits: tuple[str, ...]
    figures: tuple[tuple[str, str, str], ...]
    people: tuple[str, ...]
    columns: tuple[Column, ...]


def tell(look_back: LookBack) -> Story:
    events = _events(look_back)
    return Story(
        source=look_back.source,
        about=_about(look_back),
        happened=_happened(look_back, events),
        moments=tuple(moment for moment in look_back.moments if moment.what not in GOOD | ASKED)[:3],
        good=tuple(event for event in events if event.kind in GOOD),
        questions=tuple(event for event in events if event.kind in ASKED),
        events=events,
        limits=(*look_back.limits, *look_back.repairs),
        figures=_figures(look_back),
        people=tuple(floor.speaker for floor in look_back.speakers),
        columns=_columns(look_back),
    )


def _about(look_back: LookBack) -> str:
    people = counted(len(look_back.speakers), "person", "people")
    return ", ".join(filter(None, (look_back.format, how_long(look_back.duration), people)))


def _happened(look_back: LookBack, events: tuple[Event, ...]) -> tuple[str, ...]:
    people = counted(len(look_back.speakers), "person", "people")
    changes = sum(
        before.speaker != after.speaker for before, after in zip(look_back.turns, look_back.turns[1:], strict=False)
    )
    said = [
        begun(f"{people} talked for {how_long(look_back.duration)}, and the floor changed hands {times(changes)}."),
        _stopped(look_back),
        _lifted(events),
    ]
    return tuple(filter(None, said))


def _stopped(look_back: LookBack) -> str:
    if look_back.timing == "starts":
        return ""
    stopped = look_back.interruptions
    if not stopped:
        return "Nobody was seen to lose the floor before they were finished."
    sure = sum(moment.sure for moment in stopped)
    how_sure = (
        "" if sure == len(stopped) else f"; {counted(len(stopped) - sure, 'of these is', 'of these are')} not sure"
    )
    crowded = sum(moment.kind == "crowded_out" for moment in stopped)
    tried = (
        f", {counted(crowded, 'of them while trying to come in', 'of them while trying to come in')}" if crowded else ""
    )
    return begun(f"{times(len(stopped))} somebody stopped before they were finished{tried}{how_sure}.")


def _lifted(events: tuple[Event, ...]) -> str:
    good = sum(event.kind in GOOD for event in events)
    return begun(f"{times(good)} somebody asked a colleague in or gave them credit.") if good else ""


def _events(look_back: LookBack) -> tuple[Event, ...]:
    return tuple(
        sorted(
            (
                *map(_interruption, look_back.interruptions),
                *_ideas(look_back),
                *_good(look_back),
            ),
            key=lambda event: (event.at, event.kind, event.person),
        )
    )


def _interruption(moment: Interruption) -> Event:
    who, by = moment.interrupted, moment.by
    plain = {
        "cut_off": f"{who} was cut off, and {by} had the floor.",
        "crowded_out": f"{who} tried to come in while {by} was speaking, and gave up.",
        "after_pause": f"{who} was not finished when {by} began.",
    }[moment.kind]
    return Event(
        at=moment.at,
        kind=moment.kind,
        person=who,
        sure=moment.sure,
        sentence=plain if moment.sure else f"Possibly: {plain}",
        quotes=(Quote(who, moment.start, moment.words_lost), Quote(by, moment.at, moment.words_by)),
        say=moment.say,
    )


def _ideas(look_back: LookBack) -> tuple[Event, ...]:
    echoed = {echo.first for echo in look_back.echoes}
    unanswered = (
        Event(
            at=idea.start,
            kind="unanswered",
            person=idea.speaker,
            sure=False,
            sentence=f"Did anybody reply to this idea of {idea.speaker}?",
            quotes=(Quote(idea.speaker, idea.start, idea.text),),
            say=idea.say,
        )
        for idea in look_back.proposals
        if idea.unanswered_probability >= 0.5 and idea not in echoed
    )
    echoes = (
        Event(
            at=echo.again.start,
            kind="echo",
            person=echo.first.speaker,
            sure=False,
            sentence=f"Did one idea come twice, first from {echo.first.speaker} and then from {echo.again.speaker}?",
            quotes=tuple(Quote(idea.speaker, idea.start, idea.text) for idea in (echo.first, echo.again)),
            say=echo.say,
        )
        for echo in look_back.echoes
    )
    return (*unanswered, *echoes)


def _good(look_back: LookBack) -> tuple[Event, ...]:
    did = {"credit": "gave credit to", "amplification": "took up and named the idea of"}
    credits_given = (
        Event(
            at=credit.at,
            kind=credit.kind,
            person=credit.to,
            sure=True,
            sentence=f"{credit.by} {did[credit.kind]} {credit.to}.",
            quotes=(Quote(credit.by, credit.at, credit.text),),
            say="",
        )
        for credit in look_back.credits
    )
    invitations = (
        Event(
            at=invitation.at,
            kind="invitation",
            person=invitation.to,
            sure=True,
            sentence=f"{invitation.by} asked {invitation.to} in, and {invitation.to} spoke.",
            quotes=(Quote(invitation.by, invitation.at, invitation.text),),
            say="",
        )
        for invitation in look_back.invitations
        if invitation.taken_up
    )
    return (*credits_given, *invitations)


def _figures(look_back: LookBack) -> tuple[tuple[str, str, str], ...]:
    balance = look_back.balance
    return (
        ("Length", how_long(look_back.duration), "from the first word to the last"),
        ("Turns", f"{len(look_back.turns):,}", "stretches of one person having the floor"),
        ("Turns over two minutes", f"{len(look_back.long_turns):,}", "long enough that others may have waited"),
        ("Pauses", f"{balance.pauses:,}", "silences of a second or more"),
        ("Silence", how_long(balance.silence), "time in which nobody spoke"),
        (
            "Listener's signals",
            f"{len(look_back.backchannels):,}",
            "“mm-hm” and the like, which leave the floor as it is",
        ),
        ("Ideas", f"{len(look_back.proposals):,}", "“we could”, “why don't we”, “what if”"),
        ("Questions", f"{len(look_back.questions):,}", "asked of one person or of all"),
        ("Evenness", f"{balance.entropy:.2f}", "1 where everybody spoke for the same time, 0 where one person did"),
    )


def _columns(look_back: LookBack) -> tuple[Column, ...]:
    people = look_back.speakers
    columns = (
        ("Spoke", "minutes and seconds of speech", [clock(person.speaking) for person in people]),
        ("Share", "part of all speech", [percent(person.share) for person in people]),
        ("Turns", "times of having the floor", [f"{person.turns:,}" for person in people]),
        ("Longest", "the longest turn", [clock(person.longest_turn) for person in people]),
        ("Signals", "“mm-hm” and the like while listening", [f"{person.backchannels:,}" for person in people]),
        ("Cut off", "lost the floor before the end", [f"{person.interrupted:,}" for person in people]),
        ("Crowded out", "tried to come in and gave up", [f"{person.crowded_out:,}" for person in people]),
        ("Came in", "had the floor when another lost it", [f"{person.took_floor:,}" for person in people]),
        ("Ideas", "put to the meeting", [f"{person.proposals:,}" for person in people]),
        ("Questions", "asked", [f"{person.questions:,}" for person in people]),
        ("Asked", "questions put to them by name", [f"{person.asked:,}" for person in people]),
        ("Invited", "asked in by name", [f"{person.invited:,}" for person in people]),
    )
    return tuple(Column(heading, meaning, tuple(cells)) for heading, meaning, cells in columns)
