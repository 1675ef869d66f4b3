"""The lines of plain text that begin a speech: who, when, and perhaps the first words.

One file begins each speech in one way; the way with most beginnings is taken, and every other line is speech.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from alongside.engines.meetings._reading._clock import DAY, STAMP, has_hours, seconds_of_stamp
from alongside.engines.meetings._reading._cue_speakers import prefix_of
from alongside.engines.meetings._reading._names import clean_name, may_be_name, names_among

STAMP_ONLY = re.compile(rf"[\[(]?({STAMP})[\])]?")

_BRACKETS_FIRST = re.compile(rf"[\[(]({STAMP})[\])][\s:]?")
_STAMP_FIRST = re.compile(rf"({STAMP})\s")
_STAMP_LAST = re.compile(rf"({STAMP})[\])]?:?$")
_BRACKETS_AFTER_NAME = re.compile(rf"([^()\[\]]{{1,80}}?)\s?[\[(]({STAMP})[\])]:?(?=\s|$)")

_SEPARATORS = " \t-–—|,(["
_OUT_OF_ORDER = 60.0  # seconds: people who speak at once are not listed exactly in order


class Head(NamedTuple):
    """A line that begins a speech."""

    line: int
    speaker: str
    stamp: str
    start: float
    text: str


class _Begun(NamedTuple):
    speaker: str
    stamp: str
    text: str


def heads_of(lines: Sequence[str]) -> tuple[str, list[Head]]:
    """Return the way in which speeches begin, as an example, and their heads; at least two, or none."""
    way, heads = max(((way, _heads(lines, begun)) for way, begun in _WAYS.items()), key=lambda found: len(found[1]))
    if len(heads) < 2:
        way, heads = "0:05 above Name: speech", _below_stamps(lines)
    return way, heads if len(heads) > 1 else []


def _brackets_then_prefix(line: str) -> _Begun | None:
    return _prefix_after(_BRACKETS_FIRST.match(line), line)


def _stamp_then_prefix(line: str) -> _Begun | None:
    return _prefix_after(_STAMP_FIRST.match(line), line)


def _stamp_then_name(line: str) -> _Begun | None:
    found = _BRACKETS_FIRST.match(line) or _STAMP_FIRST.match(line)
    if not found or ":" in line[found.end() :]:
        return None
    return _Begun(clean_name(line[found.end() :].strip(_SEPARATORS)), found[1], "")


def _name_then_stamp(line: str) -> _Begun | None:
    """Two spaces, a dash or a bracket set the stamp of a head apart from one in speech ("see you at 10:30")."""
    begun, gap = _stamp_last(line)
    return begun if gap != " " else None


def _name_space_stamp(line: str) -> _Begun | None:
    begun, gap = _stamp_last(line)
    return begun if gap == " " else None


def _name_then_brackets(line: str) -> _Begun | None:
    found = _BRACKETS_AFTER_NAME.match(line)
    return _Begun(clean_name(found[1]), found[2], line[found.end() :]) if found else None


_WAYS: dict[str, Callable[[str], _Begun | None]] = {
    "[0:05] Name: speech": _brackets_then_prefix,
    "0:05 Name: speech": _stamp_then_prefix,
    "0:05 Name": _stamp_then_name,
    "Name  0:05": _name_then_stamp,
    "Name 0:05": _name_space_stamp,
    "Name (0:05): speech": _name_then_brackets,
}


def _prefix_after(found: re.Match[str] | None, line: str) -> _Begun | None:
    if not found:
        return None
    name, speech = prefix_of(line[found.end() :].lstrip(_SEPARATORS))
    return _Begun(name, found[1], speech) if name else None


def _stamp_last(line: str) -> tuple[_Begun | None, str]:
    """Read a line that ends in a stamp; the second value is what stands between name and stamp."""
    tail = line[-24:]
    found = _STAMP_LAST.search(tail)
    if not found:
        return None, ""
    before = line[: len(line) - len(tail) + found.start()]
    name = before.rstrip(_SEPARATORS)
    gap = before[len(name) :]
    if name.endswith("]"):
        gap += "]"
    return (_Begun(clean_name(name.strip("[]")), found[1], "") if gap else None), gap


def _heads(lines: Sequence[str], begun: Callable[[str], _Begun | None]) -> list[Head]:
    found = [(number, head) for number, line in enumerate(lines) if (head := begun(line))]
    names = names_among(head.speaker for _, head in found)
    heads = _without_strays(
        [
            Head(number, speaker, stamp, seconds_of_stamp(stamp), text)
            for number, (speaker, stamp, text) in found
            if speaker in names
        ]
    )
    return [] if begun in {_stamp_then_prefix, _stamp_then_name} and _is_agenda(heads) else heads


def _without_strays(heads: Sequence[Head]) -> list[Head]:
    """Drop what cannot begin a speech by its time: "10:30 Meeting: ..." between 02:10 and 02:25 was said."""
    kept: list[Head] = []
    is_past_the_hour = False
    for head, following in zip(heads, [*heads[1:], None], strict=False):
        lacks_hours = is_past_the_hour and not has_hours(head.stamp)
        if lacks_hours or _is_stray(
            kept[-1].start if kept else 0.0, head.start, following.start if following else None
        ):
            continue
        kept.append(head)
        is_past_the_hour = is_past_the_hour or has_hours(head.stamp)
    return kept


def _is_stray(before: float, time: float, after: float | None) -> bool:
    if after is None:
        return before - DAY / 2 < time < before - _OUT_OF_ORDER
    fits_between = before - _OUT_OF_ORDER <= time <= after + _OUT_OF_ORDER
    return before <= after <= before + DAY / 2 and not fits_between


def _is_agenda(heads: Sequence[Head]) -> bool:
    """Take "10:30 Lunch: ..." for a plan of the day where nobody comes twice and no stamp has three numbers."""
    speakers = [head.speaker for head in heads]
    return len(set(speakers)) == len(speakers) and all(head.stamp.count(":") == 1 for head in heads)


def _below_stamps(lines: Sequence[str]) -> list[Head]:
    """Read blocks of "Name: speech" under a stamp, which is the time of the first only."""
    prefixes = [prefix_of(line) for line in lines]
    names = names_among(name for name, _ in prefixes if name)
    heads = []
    stamp = ""
    for number, (line, (name, speech)) in enumerate(zip(lines, prefixes, strict=True)):
        if found := STAMP_ONLY.fullmatch(line):
            stamp = found[1]
        elif stamp and name in names:
            heads.append(Head(number, name, stamp, seconds_of_stamp(stamp), speech))
    return heads


def why_none(lines: Sequence[str]) -> str:
    """Say what the text lacks of a transcript."""
    if any(_BRACKETS_FIRST.match(line) or STAMP_ONLY.fullmatch(line) for line in lines):
        return "there are time stamps but no speakers. Export the transcript with the names of the speakers."
    speakers = [name for name, _ in map(prefix_of, lines) if may_be_name(name)]
    if len(speakers) > len(set(speakers)) > 1:
        return "there are speakers but no time stamps. Export the transcript with time stamps."
    return (
        "this is not a transcript that is known here. Expected WebVTT, SubRip, a Word document, JSON with speakers and "
        'times, or text with lines such as "Maya Chen  0:05". Export the transcript in one of these.'
    )
