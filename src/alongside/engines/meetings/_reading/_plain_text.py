"""Plain text with time stamps: Zoom, Otter, Fireflies, Rev, Teams and Google Meet, saved or copied.

One file begins each speech in one way; the way with most beginnings is taken, and every other line is speech.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from alongside.engines.meetings._reading._clock import DAY, STAMP, seconds_of_stamp
from alongside.engines.meetings._reading._cue import Cue, Reading, Refusal
from alongside.engines.meetings._reading._cue_speakers import prefix_of
from alongside.engines.meetings._reading._limits import Limits
from alongside.engines.meetings._reading._names import clean_name, clean_text, may_be_name, names_among

_BEGINS_IN_BRACKETS = re.compile(rf"[\[(]({STAMP})[\])][\s:]?")
_BEGINS_BARE = re.compile(rf"({STAMP})\s")
_ENDS = re.compile(rf"({STAMP})[\])]?:?$")
_NAME_THEN_BRACKETS = re.compile(rf"([^()\[\]]{{1,80}}?)\s?[\[(]({STAMP})[\])]:?(?=\s|$)")
_STAMP_ONLY = re.compile(rf"[\[(]?({STAMP})[\])]?")
_NOT_SPEECH = re.compile(r"Transcribed by https?://\S+|.{1,80} (?:started|stopped) transcription", re.IGNORECASE)

_SEPARATORS = " \t-–—|,(["
_OUT_OF_ORDER = 60.0  # seconds: people who speak at once are not listed exactly in order


class _Head(NamedTuple):
    """A line that begins a speech: who, when, and perhaps the first words."""

    line: int
    speaker: str
    stamp: str
    start: float
    text: str


def read(text: str, limits: Limits) -> Reading:
    lines = [line.strip() for line in text.splitlines()]
    name, heads = max(
        ((way, _heads(lines, head_of)) for way, head_of in _WAYS.items()), key=lambda found: len(found[1])
    )
    if len(heads) < 2:
        name, heads = "time stamps on lines of their own", _heads_below_stamps(lines)
    if len(heads) < 2:
        raise _refusal(lines)
    if sum(head.speaker.startswith("From ") for head in heads) > len(heads) / 2:
        raise Refusal(
            "this is the chat of a meeting, not what was said. Export the transcript instead.", line=heads[0].line + 1
        )
    if len(heads) > limits.max_cues:
        raise Refusal(f"there are more than {limits.max_cues:,} speeches. Cut the file into several.")
    return Reading(f"plain text ({name})", list(_speeches(lines, heads)))


Beginning = tuple[str, str, str] | None  # speaker, stamp, text


def _stamp_in_brackets_first(line: str) -> Beginning:
    return _after_stamp(_BEGINS_IN_BRACKETS.match(line), line)


def _stamp_first(line: str) -> Beginning:
    return _after_stamp(_BEGINS_BARE.match(line), line)


def _stamp_then_name(line: str) -> Beginning:
    found = _BEGINS_IN_BRACKETS.match(line) or _BEGINS_BARE.match(line)
    name = clean_name(line[found.end() :].strip(_SEPARATORS)) if found else ""
    return (name, found[1], "") if found and may_be_name(name) else None


def _name_then_stamp(line: str) -> Beginning:
    """Two spaces, a dash or a bracket set the stamp of a head apart from one in speech ("see you at 10:30")."""
    found = _ends_in_stamp(line)
    return found[:3] if found and found[3] not in {"", " "} else None


def _name_space_stamp(line: str) -> Beginning:
    found = _ends_in_stamp(line)
    return found[:3] if found and found[3] == " " else None


def _stamp_in_brackets_after_name(line: str) -> Beginning:
    found = _NAME_THEN_BRACKETS.match(line)
    return (clean_name(found[1]), found[2], line[found.end() :]) if found else None


_WAYS: dict[str, Callable[[str], Beginning]] = {
    "[0:05] Name: speech": _stamp_in_brackets_first,
    "0:05 Name: speech": _stamp_first,
    "0:05 Name": _stamp_then_name,
    "Name  0:05": _name_then_stamp,
    "Name 0:05": _name_space_stamp,
    "Name (0:05): speech": _stamp_in_brackets_after_name,
}


def _after_stamp(found: re.Match[str] | None, line: str) -> Beginning:
    if not found:
        return None
    name, speech = prefix_of(line[found.end() :].lstrip(_SEPARATORS))
    return (name, found[1], speech) if name else None


def _ends_in_stamp(line: str) -> tuple[str, str, str, str] | None:
    tail = line[-24:]
    found = _ENDS.search(tail)
    before = line[: len(line) - len(tail) + found.start()] if found else ""
    name = before.rstrip(_SEPARATORS)
    return (
        (clean_name(name.strip("[]")), found[1], "", before[len(name) :] + ("]" if name.endswith("]") else ""))
        if found
        else None
    )


def _heads(lines: Sequence[str], head_of: Callable[[str], Beginning]) -> list[_Head]:
    found = [(number, begun) for number, line in enumerate(lines) if (begun := head_of(line))]
    names = names_among(name for _, (name, _, _) in found)
    heads = [
        _Head(number, name, stamp, seconds_of_stamp(stamp), text)
        for number, (name, stamp, text) in found
        if name in names
    ]
    heads = _without_strays(heads)
    return [] if head_of is _stamp_first and _is_agenda(heads) else heads


def _without_strays(heads: Sequence[_Head]) -> list[_Head]:
    """Drop what cannot begin a speech by its time: "10:30 Meeting: ..." between 02:10 and 02:25 was said."""
    kept: list[_Head] = []
    has_hours = False
    for head, following in zip(heads, [*heads[1:], None], strict=False):
        is_shorter = has_hours and head.stamp.count(":") == 1
        if is_shorter or _is_stray(kept[-1].start if kept else 0.0, head.start, following.start if following else None):
            continue
        kept.append(head)
        has_hours = has_hours or head.stamp.count(":") > 1
    return kept


def _is_stray(before: float, time: float, after: float | None) -> bool:
    if after is None:
        return before - DAY / 2 < time < before - _OUT_OF_ORDER
    is_between = before - _OUT_OF_ORDER <= time <= after + _OUT_OF_ORDER
    return before <= after and after - before < DAY / 2 and not is_between


def _is_agenda(heads: Sequence[_Head]) -> bool:
    """Take "10:30 Lunch: ..." for a plan of the day where nobody comes twice and no stamp has seconds beside hours."""
    speakers = [head.speaker for head in heads]
    return len(set(speakers)) == len(speakers) and all(head.stamp.count(":") == 1 for head in heads)


def _heads_below_stamps(lines: Sequence[str]) -> list[_Head]:
    """Read blocks of "Name: speech" under a stamp; within a block the time is that of its beginning."""
    prefixes = [prefix_of(line) for line in lines]
    names = names_among(name for name, _ in prefixes if name)
    heads = []
    stamp = ""
    for number, (line, (name, speech)) in enumerate(zip(lines, prefixes, strict=True)):
        if found := _STAMP_ONLY.fullmatch(line):
            stamp = found[1]
        elif stamp and name in names:
            heads.append(_Head(number, name, stamp, seconds_of_stamp(stamp), speech))
    return heads


def _speeches(lines: Sequence[str], heads: Sequence[_Head]) -> Iterator[Cue]:
    ends = [head.line for head in heads[1:]]
    for head, end in zip(heads, [*ends, len(lines)], strict=True):
        said = [line for line in lines[head.line + 1 : end] if not _is_not_speech(line)]
        yield Cue(head.speaker, head.start, None, clean_text(" ".join([head.text, *said])))


def _is_not_speech(line: str) -> bool:
    return bool(_STAMP_ONLY.fullmatch(line) or _NOT_SPEECH.fullmatch(line))


def _refusal(lines: Sequence[str]) -> Refusal:
    if any(map(_BEGINS_IN_BRACKETS.match, lines)) or any(map(_STAMP_ONLY.fullmatch, lines)):
        return Refusal("there are time stamps but no speakers. Export the transcript with the names of the speakers.")
    speakers = [name for name, _ in map(prefix_of, lines) if may_be_name(name)]
    if len(speakers) > len(set(speakers)) > 1:
        return Refusal("there are speakers but no time stamps. Export the transcript with time stamps.")
    return Refusal(
        "this is not a transcript that is known here. Expected WebVTT, SubRip, a Word document, JSON with speakers and "
        'times, or text with lines such as "Maya Chen  0:05". Export the transcript in one of these.',
        line=1,
    )
