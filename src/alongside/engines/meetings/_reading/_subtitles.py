"""WebVTT: cues with a start and an end."""

from collections.abc import Iterator

import webvtt
from webvtt.models import Caption

from alongside.engines.meetings._reading._cue import Cue, Reading
from alongside.engines.meetings._reading._names import clean_text


def read_subtitles(text: str) -> Reading:
    captions = webvtt.from_string(text).captions
    return Reading("WebVTT (Teams)", [cue for caption in captions for cue in _cues(caption)])


def _cues(caption: Caption) -> Iterator[Cue]:
    start = caption.start_time.in_milliseconds() / 1000
    end = caption.end_time.in_milliseconds() / 1000
    yield Cue(caption.voice or "", start, end, clean_text(caption.text))
