"""What was said around the end of an idea, in numbers: the signs from which it is judged whether anybody replied.

All ideas of a meeting are described at once, a row each, so that this takes a few array operations.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

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
_KINDS: Mapping[str, str] = {word: kind for kind, opening in _OPENINGS.items() for word in opening}
_GOING_ON = frozenset("the a an to of and or but so that if we i you it for with in on is are be my our this".split())
# Shorter words than this are those that any two sentences share.
_TELLING_LENGTH = 5


class Said(NamedTuple):
    """The units of a meeting, the number of words in each, and whether each is no more than a listener's signal."""

    units: Units
    length: Ints
    signal: Flags

    @classmethod
    def of(cls, units: Units) -> "Said":
        length = np.fromiter(map(len, units.words), np.intp, len(units))
        signal = np.zeros(len(units), np.bool_)
        short = np.flatnonzero(length <= 2)
        signal[short] = [_SIGNALS.issuperset(units.words[unit]) for unit in short.tolist()]
        return cls(units, length, signal)


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
    unit = around.unit
    words = [said.units.words[index] for index in unit.tolist()]
    yield "length", np.log1p(said.length[unit])
    yield "asks", np.array([said.units.texts[index].rstrip().endswith("?") for index in unit.tolist()], np.bool_)
    yield "ends utterance", said.units.last[unit]
    yield "ends in a word that goes on", np.array([one != () and one[-1] in _GOING_ON for one in words], np.bool_)


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
    kinds = np.array([_KINDS.get(word, "") for word in _first_words(said, reply)], np.str_)
    for kind in _OPENINGS:
        yield f"{name}: {kind}", kinds == kind


def _of_first_word(said: Said, reply: Ints) -> Named:
    words = _first_words(said, reply)
    opening = np.array(words, np.str_)
    for word in _KINDS.keys() & set(words):
        yield f"first: {word}", opening == word


def _first_words(said: Said, reply: Ints) -> list[str]:
    words = (said.units.words[unit] if unit >= 0 else () for unit in reply.tolist())
    return [one[0].replace("’", "'") if one else "" for one in words]


def _of_others(said: Said, around: Around) -> Named:
    soon = around.others & (said.units.start[around.near] < said.units.end[around.unit][:, None] + _SOON)
    yield "shared words", np.minimum(_shared_words(said, around), 3)
    yield "others' words", np.log1p((said.length[around.near] * soon).sum(axis=1))
    yield "others", np.minimum(_different(np.where(soon, said.units.speaker[around.near], -1)), 3)
    yield "signals", np.minimum((soon & said.signal[around.near]).sum(axis=1), 3)


def _shared_words(said: Said, around: Around) -> Ints:
    """How many telling words of the idea the fuller replies hold, each counted in each reply."""
    words = said.units.words
    shared = np.zeros(len(around.unit), np.intp)
    for row, unit in enumerate(around.unit.tolist()):
        if telling := {word for word in words[unit] if len(word) >= _TELLING_LENGTH}:
            replies = map(words.__getitem__, around.near[row, around.fuller[row]].tolist())
            shared[row] = sum(map(len, map(telling.intersection, replies)))
    return shared


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
