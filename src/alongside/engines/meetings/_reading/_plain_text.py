"""Plain text with time stamps: Zoom, Otter, Fireflies, Rev, Teams and Google Meet, saved or copied."""

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from alongside.engines.meetings._reading._cue import WORDS_PER_SECOND, Cue, Reading, Refusal
from alongside.engines.meetings._reading._limits import Limits
from alongside.engines.meetings._reading._names import clean_text
from alongside.engines.meetings._reading._speech_heads import STAMP_ONLY, Head, heads_of, why_none

_NOT_SPEECH = re.compile(r"Transcribed by https?://\S+|.{1,80} (?:started|stopped) transcription", re.IGNORECASE)


def read(text: str, limits: Limits) -> Reading:
    lines = [line.strip() for line in text.splitlines()]
    way, heads = heads_of(lines)
    if not heads:
        raise Refusal(why_none(lines), line=1)
    if sum(head.speaker.startswith("From ") for head in heads) > len(heads) / 2:
        raise Refusal("this is the chat, not what was said. Export the transcript instead.", line=heads[0].line + 1)
    if len(heads) > limits.max_cues:
        raise Refusal(f"there are more than {limits.max_cues:,} speeches. Cut the file into several.")
    return Reading(f"plain text ({way})", list(_spread(list(_speeches(lines, heads)))))


def _speeches(lines: Sequence[str], heads: Sequence[Head]) -> Iterator[Cue]:
    ends = [head.line for head in heads[1:]]
    for head, end in zip(heads, [*ends, len(lines)], strict=True):
        said = [line for line in lines[head.line + 1 : end] if not _is_not_speech(line)]
        yield Cue(head.speaker, head.start, None, clean_text(" ".join([head.text, *said])))


def _is_not_speech(line: str) -> bool:
    return bool(STAMP_ONLY.fullmatch(line) or _NOT_SPEECH.fullmatch(line))


def _spread(cues: Sequence[Cue]) -> Iterator[Cue]:
    """Let cues under one stamp follow each other at a calm pace, before the next stamp."""
    stamps = sorted({cue.start for cue in cues})
    for start, block in groupby(cues, key=attrgetter("start")):
        following = bisect_right(stamps, start)
        latest = stamps[following] if following < len(stamps) else math.inf
        begin = start
        for cue in block:
            yield cue._replace(start=begin)
            begin = min(begin + len(cue.text.split()) / WORDS_PER_SECOND, latest)
