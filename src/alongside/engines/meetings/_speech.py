"""Who speaks when: utterances as columns, and how much of any stretch of time those of a speaker fill."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings._transcript import Transcript

Ints = NDArray[np.intp]
Times = NDArray[np.float64]
Columns = tuple[Ints, Times, Times]

# Moments described at a time, so that a long meeting of many people needs little more memory than an hour of a few.
_PART = 1024


def in_parts(moments: int, describe: Callable[[slice], Sequence[Times]]) -> list[Times]:
    """Columns that describe some moments, from a function that describes a part of them."""
    parts = [describe(slice(first, first + _PART)) for first in range(0, max(moments, 1), _PART)]
    return [np.concatenate(column) for column in zip(*parts, strict=True)]


def columns_of(transcript: Transcript) -> Columns:
    """Of each utterance the index of its speaker, its start and its end."""
    number = {name: index for index, name in enumerate(transcript.speakers)}
    names, start, end, *_ = zip(*transcript.utterances, strict=True) if transcript.utterances else ((),) * 3
    return np.array([number[name] for name in names], np.intp), np.array(start, np.float64), np.array(end, np.float64)


class Speech(NamedTuple):
    """Everybody's utterances in order of start.

    Attributes:
        start, end: seconds.
        before: seconds that the speaker had spoken before each utterance.
        latest: a row for each person: the last utterance of theirs among the first none, one, two and so on of all; -1
            where there is none.
    """

    start: Times
    end: Times
    before: Times
    latest: Ints

    @classmethod
    def of(cls, owner: Ints, start: Times, end: Times, people: int) -> "Speech":
        before = np.zeros(len(start))
        latest = np.full((max(people, 1), len(start) + 1), -1)  # an empty meeting is one of somebody who is silent
        for person in range(people):
            mine = np.flatnonzero(owner == person)
            before[mine[1:]] = np.cumsum((end - start)[mine])[:-1]
            latest[person, mine + 1] = mine
        return cls(start, end, before, np.maximum.accumulate(latest, axis=1))

    def begun(self, at: Times) -> Ints:
        """How many utterances have begun by each time."""
        return np.searchsorted(self.start, at, "right")

    def until(self, at: Times, by: Ints) -> Times:
        """Seconds spoken before each time by a person each."""
        return self._spoken(at, self.latest[by, self.begun(at)])

    def everybodys_until(self, at: Times) -> Times:
        """Seconds spoken before each time, a row for each person."""
        begun = self.begun(at)
        return np.array([self._spoken(at, latest[begun]) for latest in self.latest])

    def _spoken(self, at: Times, latest: Ints) -> Times:
        part = np.minimum(at - self.start[latest], self.end[latest] - self.start[latest])
        return np.where(latest >= 0, self.before[latest] + part, 0.0)
