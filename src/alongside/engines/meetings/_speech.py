"""Who speaks when: utterances as columns, and how much of any stretch of time those of a speaker fill."""

from dataclasses import dataclass
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings._transcript import Transcript

Ints = NDArray[np.intp]
Times = NDArray[np.float64]

_columns = attrgetter("speaker", "start", "end")


def columns_of(transcript: Transcript) -> tuple[Ints, Times, Times]:
    """Of each utterance the index of its speaker, its start and its end."""
    number = {name: index for index, name in enumerate(transcript.speakers)}
    names, start, end = zip(*map(_columns, transcript.utterances), strict=True) if transcript.utterances else ((),) * 3
    return np.array([number[name] for name in names], np.intp), np.array(start, np.float64), np.array(end, np.float64)


@dataclass(frozen=True, slots=True)
class Speech:
    """Utterances of one speaker in order of start. `before[i]` is the seconds spoken before utterance i."""

    start: Times
    end: Times
    before: Times

    @classmethod
    def of(cls, start: Times, end: Times) -> "Speech":
        return cls(start, end, np.concatenate(([0.0], np.cumsum(end - start))))

    def until(self, at: Times) -> Times:
        """Seconds spoken before each time."""
        if not len(self.start):
            return np.zeros(at.shape)
        begun = np.searchsorted(self.start, at, "right")
        index = np.maximum(begun - 1, 0)
        part = np.minimum(at - self.start[index], self.end[index] - self.start[index])
        return np.where(begun > 0, self.before[index] + part, 0.0)

    def latest(self, at: Times) -> Ints:
        """Index of the last utterance that began by each time; -1 where there is none."""
        return np.searchsorted(self.start, at, "right") - 1
