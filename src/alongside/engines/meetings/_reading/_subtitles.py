"""WebVTT and SubRip: cues with a start and an end."""

import re

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from alongside.engines.meetings._reading._clock import STAMP, seconds_of_stamp
from alongside.engines.meetings._reading._cue import Reading, Refusal, counted
from alongside.engines.meetings._reading._cue_speakers import Payload, speech_of
from alongside.engines.meetings._reading._limits import Limits

_PLAIN_TIMES = re.compile(r"\d\d:[0-5]\d:[0-5]\d\.\d{3} --> \d\d:[0-5]\d:[0-5]\d\.\d{3}", re.ASCII)
_TIMES = re.compile(rf"\s*({STAMP})\s*-->\s*({STAMP})(?=\s|$)")


def read(text: str, limits: Limits) -> Reading:
    lines = text.splitlines()
    is_webvtt = text.lstrip().startswith("WEBVTT")
    times = [number for number, line in enumerate(lines) if "-->" in line]
    if len(times) > limits.max_cues:
        raise Refusal(
            f"there are more than {limits.max_cues:,} cues. Cut the file into several.", line=times[limits.max_cues] + 1
        )
    normal, broken = _with_plain_times(lines, times)
    payloads = _payloads(normal if is_webvtt else _as_webvtt(normal))
    reading = Reading("WebVTT" if is_webvtt else "SubRip", [])
    if broken:
        reading.repairs.append(
            f"{counted(len(broken), 'cue', 'cues')} without readable times left out (the first in line {broken[0]})."
        )
    if not payloads:
        raise Refusal(
            'no cue has readable times. Expected lines such as "00:00:05.000 --> 00:00:08.250". Export it again.',
            line=broken[0] if broken else 1,
        )
    product, reading.cues = speech_of(payloads)
    if product and is_webvtt:
        reading.format += f" ({product})"
    return reading


def _with_plain_times(lines: list[str], times: list[int]) -> tuple[list[str], list[int]]:
    """Write times as webvtt-py takes them; blank the cues whose times it would pass over in silence."""
    normal = list(lines)
    broken = []
    for number, after in zip(times, [*times[1:], len(lines)], strict=False):
        if _PLAIN_TIMES.fullmatch(lines[number]):
            continue
        found = _TIMES.match(lines[number])
        if found:
            normal[number] = " --> ".join(map(_plain, found.groups()))
        else:
            broken.append(number + 1)
            normal[number:after] = [""] * (after - number)
    return normal, broken


def _plain(stamp: str) -> str:
    hours, rest = divmod(round(seconds_of_stamp(stamp) * 1000), 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"


def _as_webvtt(lines: list[str]) -> list[str]:
    """Drop what SubRip allows and WebVTT does not: a number right after speech, and blank lines within it."""
    numbers = {at - 1 for at, line in enumerate(lines) if "-->" in line and at and lines[at - 1].strip().isdecimal()}
    kept = ["WEBVTT"]
    for at, line in enumerate(lines):
        if "-->" in line:
            kept += ["", line]
        elif line.strip() and at not in numbers:
            kept.append(line)
    return kept


def _payloads(lines: list[str]) -> list[Payload]:
    try:
        captions = webvtt.from_string("\n".join(lines).lstrip()).captions
    except (MalformedCaptionError, MalformedFileError, ValueError) as error:
        raise Refusal(f"it begins as WebVTT but does not go on so ({error}). Export it again.", line=1) from None
    return [
        Payload(
            caption.identifier or "",
            caption.start_time.in_milliseconds() / 1000,
            caption.end_time.in_milliseconds() / 1000,
            [line for line in caption.lines if line.strip()],
        )
        for caption in captions
    ]
