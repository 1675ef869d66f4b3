"""The talk around each unit: who speaks before, during and after, and the speaker's own words before and after it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings._speech import Speech, columns_of
from alongside.engines.meetings._spoken import Spoken
from alongside.engines.meetings._transcript import Transcript
from alongside.engines.meetings._units import Units

# How tidy transcripts write what verbatim ones write as "th-".
_BROKEN_OFF = ("-", "–", "—", "...", "…")

Ints = NDArray[np.intp]
Times = NDArray[np.float64]


@dataclass(frozen=True)
class Talk:
    """A meeting in columns: its units, and its utterances.

    Attributes:
        speakers: their names.
        owner: index of the speaker of each utterance.
        start, end: seconds, of each utterance.
        speech: who speaks when.
        units_of: for each speaker the indices of their units, in order of start.
        before, after: index of the speaker's own unit before and after each unit, -1 where there is none.
    """

    units: Units
    speakers: tuple[str, ...]
    owner: Ints
    start: Times
    end: Times
    speech: Speech
    units_of: tuple[Ints, ...]
    before: Ints
    after: Ints

    @classmethod
    def of(cls, transcript: Transcript, units: Units) -> "Talk":
        owner, start, end = columns_of(transcript)
        people = len(transcript.speakers)
        units_of = tuple(np.flatnonzero(units.speaker == person) for person in range(people))
        before, after = np.full(len(units), -1), np.full(len(units), -1)
        for mine in units_of:
            before[mine[1:]] = mine[:-1]
            after[mine[:-1]] = mine[1:]
        speech = Speech.of(owner, start, end, people)
        return cls(units, transcript.speakers, owner, start, end, speech, units_of, before, after)

    @cached_property
    def said(self) -> Spoken:
        """The words of each unit; one that is marked as broken off ("move the...") ends in the cut-off word "-"."""
        spoken = self.units.spoken
        marked = np.array([text.endswith(_BROKEN_OFF) for text in self.units.texts], np.bool_)
        return spoken.followed_by("-", marked & (spoken.length > 0) & ~spoken.cut_off[spoken.last])

    @cached_property
    def cut_off(self) -> NDArray[np.bool_]:
        """Whether each unit ends in a cut-off word, or is marked as broken off."""
        return self.said.cut_off[self.said.last]

    @cached_property
    def silence_before(self) -> Times:
        """Seconds since the speaker's own unit before; 30 at most, and where there is none."""
        gap = self.units.start - self.units.end[self.before]
        return np.minimum(np.where(self.before >= 0, gap, 30.0), 30.0)

    @cached_property
    def silence_after(self) -> Times:
        """Seconds until the speaker's own next unit; 30 at most, and where there is none."""
        gap = self.units.start[self.after] - self.units.end
        return np.minimum(np.where(self.after >= 0, gap, 30.0), 30.0)
