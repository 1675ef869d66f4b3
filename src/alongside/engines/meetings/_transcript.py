"""What a reader hands to the rest of the engine: who said what, and when."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Timing = Literal["words", "cues", "starts"]


class Utterance(NamedTuple):
    """A stretch of one speaker's speech between pauses (an inter-pausal unit).

    There are a thousand in an hour, and a named tuple is made in a fifth of the time of a frozen dataclass.

    Attributes:
        speaker: the name in the file.
        start, end: seconds from the beginning of the meeting; `end` is never before `start`.
        text: the words with one space between them, cut-off words kept as written ("th-").
        word_starts, word_ends: seconds, one for each word of `text.split()`; both empty where the file has no word
            times.
    """

    speaker: str
    start: float
    end: float
    text: str
    word_starts: tuple[float, ...] = ()
    word_ends: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Transcript:
    """A meeting as text.

    Attributes:
        utterances: ordered by start; utterances of different speakers may overlap.
        speakers: the names in the order of their first utterance.
        timing: "words" where words carry times, "cues" where utterances have a start and an end, "starts" where the
            ends are not in the file and are estimates only (no overlap, and so no interruption, can be seen).
        source: the name of the file, as the report shows it; "-" for standard input.
        format: what was recognised, in words ("WebVTT (Teams)").
        repairs: sentences that say what was mended on reading, for the report.
    """

    utterances: tuple[Utterance, ...]
    speakers: tuple[str, ...]
    timing: Timing
    source: str = "-"
    format: str = ""
    repairs: tuple[str, ...] = ()


class UnreadableTranscriptError(ValueError):
    """The file is not a transcript that can be looked back on.

    The message names the file, the line where there is one, what was expected and what to do.
    """
