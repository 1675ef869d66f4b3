"""The talk around each unit: who speaks before, during and after, and the speaker's own words before and after it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings._speech import Speech, columns_of
from alongside.engines.meetings._transcript import Transcript
from alongside.engines.meetings._units import Units

# How tidy transcripts write what verbatim ones write as "th-".
_BROKEN_OFF = ("-", "–", "—", "...", "…")

Ints = NDArray[np.intp]
Times = NDArray[np.float64]


@dataclass(frozen=True)
class Talk:
    """A meeting in columns: its units, and its utterances by speaker.

    Attributes:
        speakers: their names.
        owner: index of the speaker of each utterance.
        start, end: seconds, of each utterance.
        by_speaker: for each speaker the indices of their utterances, in order of start.
        speech: for each speaker their utterances.
        units_of: for each speaker the indices of their units, in order of start.
        before, after: index of the speaker's own unit before and after each unit, -1 where there is none.
    """

    units: Units
    speakers: tuple[str, ...]
    owner: Ints
    start: Times
    end: Times
    by_speaker: tuple[Ints, ...]
    speech: tuple[Speech, ...]
    units_of: tuple[Ints, ...]
    before: Ints
    after: Ints

    @classmethod
    def of(cls, transcript: Transcript, units: Units) -> "Talk":
        speaker, start, end = columns_of(transcript)
        people = range(len(transcript.speakers))
        by_speaker = tuple(np.flatnonzero(speaker == person) for person in people)
        units_of = tuple(np.flatnonzero(units.speaker == person) for person in people)
        before, after = np.full(len(units), -1), np.full(len(units), -1)
        for mine in units_of:
            before[mine[1:]] = mine[:-1]
            after[mine[:-1]] = mine[1:]
        speech = tuple(Speech.of(start[mine], end[mine]) for mine in by_speaker)
        return cls(units, transcript.speakers, speaker, start, end, by_speaker, speech, units_of, before, after)

    @cached_property
    def said(self) -> tuple[tuple[str, ...], ...]:
        """The words of each unit; one that is marked as broken off ("move the...") ends in the cut-off word "-"."""
        return tuple(
            (*words, "-") if text.endswith(_BROKEN_OFF) and words and words[-1][-1] != "-" else words
            for words, text in zip(self.units.words, self.units.texts, strict=True)
        )

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
