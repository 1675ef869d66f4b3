"""What was said around the end of an idea, in numbers: the signs from which it is judged whether anybody replied.

All ideas of a meeting are described at once, a row each, so that this takes a few array operations.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings._lexicon import Table
from alongside.engines.meetings._spoken import Spoken
from alongside.engines.meetings._units import Units

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Flags = NDArray[np.bool_]

# Seconds after an idea in which a reply still is one to it, and the units among which it is looked for.
_REPLY_WITHIN = 15.0
_SOON = 5.0
_UNITS_AHEAD = 40
_UNITS_BACK = 6
_LONG_AGO = 60.0
# Speech of others that ended this long before the idea did answers something before it.
_ENDED_BEFORE = 1.0

_SIGNALS = frozenset(
    "yeah uhhuh uh-huh mm-hmm mhm mmm hmm hm mm right okay ok yep oh huh ah aha sure yes uh um".split(),
)
_OPENINGS: Mapping[str, frozenset[str]] = {
    "agrees": frozenset("yeah yes yep sure absolutely definitely exactly certainly agreed totally".split()),
    "acknowledges": frozenset("okay ok right uh-huh uhhuh mm-hmm mhm mmm hmm oh ah huh cool great good nice".split()),
    "objects": frozenset("no but well nope actually except though although".split()),
    "takes up": frozenset("that that's that'd that'll which it it's or sounds".split()),
    "asks": frozenset("what how why when who where do does did is are can could would should".split()),
    "speaks for themself": frozenset("i i'm i'll i've i'd we we'll we're we've you you're maybe let's".split()),
    "goes on": frozenset("so and then because cuz the there there's if".split()),
}
_OPENING_WORDS = tuple(word for opening in _OPENINGS.values() for word in sorted(opening))
_PLACES = {word: place for place, word in enumerate(_OPENING_WORDS)}
# For each of these words which kind of opening it is, and -1 at the end, for what is no opening.
_KINDS = np.array([*np.repeat(range(len(_OPENINGS)), [*map(len, _OPENINGS.values())]), -1])
_GOING_ON = frozenset("the a an to of and or but so that if we i you it for with in on is are be my our this".split())
# Shorter words than this are those that any two sentences share.
_TELLING_LENGTH = 5


class Said(NamedTuple):
    """The units of a meeting.

    Attributes:
        units: the units.
        length: the number of words in each.
        signal: whether each is no more than a listener's signal.
        opening: for each which of `_OPENING_WORDS` it begins with; -1 where it is another, and at the end.
    """

    units: Units
    length: Ints
    signal: Flags
    opening: Ints

    @classmethod
    def of(cls, units: Units) -> "Said":
        spoken = units.spoken
        signals = np.bincount(spoken.unit[spoken.which(_SIGNALS.__contains__)[spoken.number]], minlength=len(units))
        openings = np.array([*(_PLACES.get(word, -1) for word in spoken.words), -1])
        signal = (spoken.length <= 2) & (signals == spoken.length)
        return cls(units, spoken.length, signal, np.append(openings[spoken.first], -1))


class Around(NamedTuple):
    """The talk around some units, a row each.

    Attributes:
        unit: index of the unit.
        near: indices of the units from a few before it to many after, in order of time.
        own: which of these are the same speaker's.
        others: which are others' and may answer it.
        fuller: which of those are more than a listener's signal.
    """

    unit: Ints
    near: Ints
    own: Flags
    others: Flags
    fuller: Flags

    @classmethod
    def of(cls, said: Said, unit: Ints) -> "Around":
        units = said.units
        near = unit[:, None] + np.arange(-_UNITS_BACK, _UNITS_AHEAD)
        there = (near >= 0) & (near < len(units))
        near = np.clip(near, 0, len(units) - 1)
        start, end = units.start[unit][:, None], units.end[unit][:, None]
        there &= units.start[near] <= end + _REPLY_WITHIN
        own = there & (units.speaker[near] == units.speaker[unit][:, None])
        after = (units.start[near] >= start + 0.5 * np.minimum(1.0, end - start)) & (
            units.end[near] >= end - _ENDED_BEFORE
        )
        others = there & ~own & after
        return cls(unit, near, own, others, others & ~said.signal[near])

    def first(self, chosen: Flags) -> Ints:
        """For each row the first unit that is flagged, -1 where none is."""
        found = self.near[np.arange(len(self.unit)), chosen.argmax(axis=1)]
        return np.where(chosen.any(axis=1), found, -1)

    def reply(self) -> Ints:
        """For each row the unit of the first likely reply, -1 where there is none."""
        fuller = self.first(self.fuller)
        return np.where(fuller >= 0, fuller, self.first(self.others))


def signs(said: Said, around: Around) -> dict[str, Floats]:
    """The signs, a column each; one that has no column is 0 in every row."""
    first, fuller = around.first(around.others), around.first(around.fuller)
    named = (
        *_of_itself(said, around),
        *_of_going_on(said, around),
        *_of_reply(said, around, first, "first"),
        *_of_first_word(said, first),
        *_of_reply(said, around, fuller, "fuller"),
        *_of_others(said, around),
        ("first is fuller", (fuller >= 0) & (first == fuller)),
        ("held the floor for", np.log1p(_floor_held(said, around.unit))),
    )
    return {name: column.astype(np.float64) for name, column in named}


Named = Iterator[tuple[str, Floats | Ints | Flags]]


def _of_itself(said: Said, around: Around) -> Named:
    unit, spoken = around.unit, said.units.spoken
    yield "length", np.log1p(said.length[unit])
    yield "asks", said.units.last_mark[unit] == "?"
    yield "ends utterance", said.units.last[unit]
    yield "ends in a word that goes on", spoken.which(_GOING_ON.__contains__)[spoken.last[unit]]


def _of_going_on(said: Said, around: Around) -> Named:
    unit = around.unit
    next_own = around.first(around.own & (around.near > unit[:, None]))
    wait = np.clip(said.units.start[next_own] - said.units.end[unit], 0.0, _REPLY_WITHIN)
    pause = np.where(next_own >= 0, wait, _REPLY_WITHIN)
    yield "own pause", np.log1p(pause)
    yield "goes on at once", pause < 0.3
    yield "goes on soon", pause < 1.0
    yield "goes on for", np.where(pause < 3.0, np.log1p(said.length[next_own]), 0.0)


def _of_reply(said: Said, around: Around, reply: Ints, name: str) -> Named:
    there = reply >= 0
    wait = np.where(there, said.units.start[reply] - said.units.end[around.unit], _REPLY_WITHIN)
    between = around.own & (around.near > around.unit[:, None]) & (around.near < reply[:, None])
    yield f"{name}: none", ~there
    yield f"{name}: wait", np.log1p(np.maximum(wait, 0.0))
    yield f"{name}: overlaps", wait < 0.0
    yield f"{name}: late", there & (wait > _SOON)
    yield f"{name}: length", np.where(there, np.log1p(said.length[reply]), 0.0)
    yield f"{name}: own words before", np.log1p((said.length[around.near] * between).sum(axis=1))
    kinds = _KINDS[said.opening[reply]]
    for number, kind in enumerate(_OPENINGS):
        yield f"{name}: {kind}", kinds == number


def _of_first_word(said: Said, reply: Ints) -> Named:
    opening = said.opening[reply]
    for place in set(opening.tolist()) - {-1}:
        yield f"first: {_OPENING_WORDS[place]}", opening == place


def _of_others(said: Said, around: Around) -> Named:
    soon = around.others & (said.units.start[around.near] < said.units.end[around.unit][:, None] + _SOON)
    yield "shared words", np.minimum(_shared_words(said, around), 3)
    yield "others' words", np.log1p((said.length[around.near] * soon).sum(axis=1))
    yield "others", np.minimum(_different(np.where(soon, said.units.speaker[around.near], -1)), 3)
    yield "signals", np.minimum((soon & said.signal[around.near]).sum(axis=1), 3)


def _shared_words(said: Said, around: Around) -> Ints:
    """How many telling words of the idea the fuller replies hold, each counted in each reply."""
    spoken = said.units.spoken
    idea, of_idea = _telling(spoken, around.unit)
    row, near = np.nonzero(around.fuller)
    reply, of_reply = _telling(spoken, around.near[row, near])
    many = len(spoken.words)
    shared, _ = Table(np.sort(idea * many + of_idea)).find(row[reply] * many + of_reply)
    both = np.sort(reply[shared] * many + of_reply[shared])
    replies = both[np.diff(both, prepend=-1) > 0] // many
    return np.bincount(row[replies], minlength=len(around.unit))


def _telling(spoken: Spoken, units: Ints) -> tuple[Ints, Ints]:
    """The telling words of some units: which of the units, and the number of the word."""
    place, word = spoken.in_units(units)
    telling = spoken.which(lambda one: len(one) >= _TELLING_LENGTH)[word]
    return place[telling], word[telling]


def _different(table: Ints) -> Ints:
    """How many different numbers from 0 on each row holds."""
    ordered = np.sort(table, axis=1)
    another = np.diff(ordered, axis=1, prepend=-1) > 0
    return np.asarray(another.sum(axis=1), np.intp)


def _floor_held(said: Said, unit: Ints) -> Floats:
    """Seconds since somebody else said more than a few words; a minute at most."""
    units = said.units
    before = unit[:, None] - np.arange(1, _UNITS_AHEAD + 1)
    earlier = np.maximum(before, 0)
    spoke = (before >= 0) & (units.speaker[earlier] != units.speaker[unit][:, None]) & (said.length[earlier] > 3)
    latest = earlier[np.arange(len(unit)), spoke.argmax(axis=1)]
    since = np.clip(units.start[unit] - units.end[latest], 0.0, _LONG_AGO)
    return np.where(spoke.any(axis=1), since, _LONG_AGO)
