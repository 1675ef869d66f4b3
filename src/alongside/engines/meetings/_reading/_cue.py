"""What every format is read into before cues become utterances."""

from dataclasses import dataclass, field
from typing import NamedTuple

PAUSE = 0.6  # seconds of silence that end an utterance, as in the labelled meetings that the detector learned from
WORDS_PER_SECOND = 2.5  # calm speech, for times that are not in the file


class Cue(NamedTuple):
    """One entry of the file, in its words.

    `speaker` is empty and `end` is None where the file does not say.
    """

    speaker: str
    start: float
    end: float | None
    text: str
    word_starts: tuple[float, ...] = ()
    word_ends: tuple[float, ...] = ()

    def later(self, seconds: float) -> "Cue":
        return self._replace(
            start=self.start + seconds,
            end=None if self.end is None else self.end + seconds,
            word_starts=tuple(time + seconds for time in self.word_starts),
            word_ends=tuple(time + seconds for time in self.word_ends),
        )


@dataclass(slots=True)
class Reading:
    """The cues of a file in its own order, the name of its format, and what was mended so far."""

    format: str
    cues: list[Cue]
    repairs: list[str] = field(default_factory=list)


class Refusal(Exception):
    """The file cannot be read: what is wrong, what was expected and what to do."""

    def __init__(self, message: str, *, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


def counted(number: int, one: str, many: str) -> str:
    """Begin a sentence about one thing or many."""
    return f"1 {one}" if number == 1 else f"{number:,} {many}"
