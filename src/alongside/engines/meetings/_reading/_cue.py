"""What every format is read into before cues become utterances."""

from dataclasses import dataclass, field
from typing import NamedTuple


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


@dataclass(slots=True)
class Reading:
    """The cues of a file in its own order, the name of its format, and what was mended so far."""

    format: str
    cues: list[Cue]
    repairs: list[str] = field(default_factory=list)


class Refusal(Exception):  # noqa: N818 - it becomes an UnreadableTranscriptError once the name of the file is known
    """The file cannot be read: what is wrong, what was expected and what to do."""

    def __init__(self, message: str, *, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line
