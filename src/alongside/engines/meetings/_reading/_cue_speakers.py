"""Who speaks in a cue: each product writes it in its own way, and one file writes it in one way."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import accumulate
from typing import NamedTuple

from alongside.engines.meetings._reading._cue import Cue
from alongside.engines.meetings._reading._names import clean_name, clean_text, names_among, told_apart

_PREFIX = re.compile(r"(?:-|–|>{1,3})?\s{0,3}(?:\[([^\[\]]{1,80})\]|([^:：\[\]]{1,80}))(?::(?=\s|$)|：)")

_VOICE = re.compile(r"<v[^\s<>]*\s([^<>]*)>")
_TAG = re.compile(r"</?(?:v|c|i|b|u|ruby|rt|lang|font)(?:[\s.][^<>]*)?>|<\d[\d:.]*>")
_QUOTED = re.compile(r'(?:\d{1,9} )?("(.+)"(?: \([^()]*\))?)')
_PARENTHESES = re.compile(r"\(([^()]{1,80})\)")


class Part(NamedTuple):
    speaker: str
    text: str


class Payload(NamedTuple):
    """A cue as the file has it."""

    identifier: str
    start: float
    end: float
    lines: list[str]


def speech_of(payloads: Sequence[Payload]) -> tuple[str, list[Cue]]:
    """Return the product that names speakers in the way of this file (or nothing), and cues of one speaker each."""
    product, parts = "Teams", _in_voice_tags(payloads)
    if not parts:
        payloads = [payload._replace(lines=[*filter(None, map(_text, payload.lines))]) for payload in payloads]
        product, parts = next(((product, parts) for product, way in _WAYS if (parts := way(payloads))), ("", []))
    parts = parts or [[Part("", " ".join(payload.lines))] for payload in payloads]
    return product, [cue for payload, said in zip(payloads, parts, strict=True) for cue in _cues(payload, said)]


def prefix_of(line: str) -> tuple[str, str]:
    """Part "Name: text" or "[Name]: text" into both; without such a beginning the first is empty."""
    found = _PREFIX.match(line)
    return (clean_name(found[1] or found[2]), line[found.end() :]) if found else ("", line)


def _in_voice_tags(payloads: Sequence[Payload]) -> list[list[Part]]:
    split = [_VOICE.split("\n".join(payload.lines)) for payload in payloads]
    if all(len(pieces) == 1 for pieces in split):
        return []
    return [
        [
            Part("", _text(first)),
            *(Part(_text(name), _text(text)) for name, text in zip(rest[::2], rest[1::2], strict=True)),
        ]
        for first, *rest in split
    ]


def _in_identifiers(payloads: Sequence[Payload]) -> list[list[Part]]:
    quoted = [_QUOTED.fullmatch(clean_text(payload.identifier)) for payload in payloads]
    people = told_apart((found[1], clean_name(found[2])) for found in quoted if found)
    if not people:
        return []
    return [
        [Part(people[found[1]] if found else "", " ".join(payload.lines))]
        for payload, found in zip(payloads, quoted, strict=True)
    ]


def _in_parentheses(payloads: Sequence[Payload]) -> list[list[Part]]:
    return _where_most_begin_so(payloads, _name_in_parentheses)


def _before_colons(payloads: Sequence[Payload]) -> list[list[Part]]:
    return _where_most_begin_so(payloads, prefix_of, share=0.1)


def _on_first_lines(payloads: Sequence[Payload]) -> list[list[Part]]:
    firsts = [clean_name(payload.lines[0]) for payload in payloads if len(payload.lines) > 1]
    names = names_among(firsts)
    if sum(name in names for name in firsts) < 0.8 * len(payloads) or 2 * len(names) > len(payloads):
        return []
    return _parts_of_all(payloads, lambda line: (clean_name(line), ""), names)


_WAYS: tuple[tuple[str, Callable[[Sequence[Payload]], list[list[Part]]]], ...] = (
    ("Webex", _in_identifiers),
    ("Google Meet", _in_parentheses),
    ("Zoom", _before_colons),
    ("Zoom", _on_first_lines),
)


def _name_in_parentheses(line: str) -> tuple[str, str]:
    found = _PARENTHESES.fullmatch(line)
    return (clean_name(found[1]), "") if found else ("", line)


def _where_most_begin_so(
    payloads: Sequence[Payload], beginning: Callable[[str], tuple[str, str]], share: float = 0.5
) -> list[list[Part]]:
    firsts = [beginning(payload.lines[0])[0] for payload in payloads if payload.lines]
    names = names_among(filter(None, firsts))
    if not names or sum(name in names for name in firsts) < share * len(payloads):
        return []
    return _parts_of_all(payloads, beginning, names)


def _parts_of_all(
    payloads: Iterable[Payload], beginning: Callable[[str], tuple[str, str]], names: set[str]
) -> list[list[Part]]:
    """Begin a part at each line that begins with a name which some cue of the file begins with."""
    everything = []
    for payload in payloads:
        parts: list[tuple[str, list[str]]] = [("", [])]
        for line in payload.lines:
            name, speech = beginning(line)
            if name in names:
                parts.append((name, [speech]))
            elif line != "-":  # Google Meet draws a line between speakers
                parts[-1][1].append(line)
        everything.append([Part(name, clean_text(" ".join(speech))) for name, speech in parts])
    return everything


def _cues(payload: Payload, parts: Iterable[Part]) -> Iterator[Cue]:
    """Share the time of a cue between the speakers in it by the length of what they say."""
    spoken = [part for part in parts if part.text]
    ends = list(accumulate(len(part.text) for part in spoken))
    for part, before, after in zip(spoken, [0, *ends], ends, strict=False):
        span = (payload.end - payload.start) / ends[-1]
        end = payload.end if after == ends[-1] else payload.start + span * after
        yield Cue(part.speaker, payload.start + span * before, end, part.text)


def _text(marked_up: str) -> str:
    text = _TAG.sub("", marked_up) if "<" in marked_up else marked_up
    if "&" in text:
        with suppress(ValueError):  # a numeric entity of thousands of digits is no character
            text = html.unescape(text)
    return clean_text(text)
