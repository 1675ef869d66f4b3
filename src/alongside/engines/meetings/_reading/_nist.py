"""Pairs of CTM (words with times) and RTTM (who speaks when), as speech researchers exchange them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from alongside.engines.meetings._reading._cue import Reading, Refusal
from alongside.engines.meetings._reading._limits import Limits
from alongside.engines.meetings._reading._names import clean_name
from alongside.engines.meetings._reading._timed_words import cues_of_stream

_NUMBER = r"(\d{1,9}(?:\.\d{1,9})?)"
_RTTM = re.compile(rf"SPEAKER\s+(\S+)\s+\S+\s+{_NUMBER}\s+{_NUMBER}\s+\S+\s+\S+\s+(\S+)")
_CTM = re.compile(rf"(\S+)\s+\S+\s+{_NUMBER}\s+{_NUMBER}\s+(\S+)")
_NO_WORDS = ("SPKR-INFO", "NON-SPEECH", "NOSCORE", "NO_RT_METADATA")
_MOST_SPEAKERS = 200


class _Stretch(NamedTuple):
    start: float
    end: float
    what: str  # a word of the CTM, a speaker of the RTTM


def is_rttm(text: str) -> bool:
    return _begins_with(_RTTM, text)


def is_ctm(text: str) -> bool:
    return _begins_with(_CTM, text)


def read(ctm: str, rttm: str, limits: Limits) -> Reading:
    turns = _stretches(rttm, _RTTM, "RTTM")
    if len({turn.what for turn in turns}) > _MOST_SPEAKERS:
        raise Refusal(f"the RTTM has more than {_MOST_SPEAKERS} speakers. Is it of one meeting?")
    words = _stretches(ctm, _CTM, "CTM")
    if len(words) > 20 * limits.max_cues:
        raise Refusal(f"the CTM has more than {20 * limits.max_cues:,} words. Cut it into several.")
    speakers = list(_speakers(words, turns))
    texts, starts, ends = [word.what for word in words], [word.start for word in words], [word.end for word in words]
    return Reading("CTM with RTTM", list(cues_of_stream(texts, starts, ends, speakers)))


def _begins_with(form: re.Pattern[str], text: str) -> bool:
    """Look at ten lines, for the title of a text may have two numbers too."""
    lines = [line for line in text[:10_000].splitlines() if line.strip() and not line.startswith((";;", *_NO_WORDS))]
    return bool(lines) and 2 * sum(bool(form.match(line)) for line in lines[:10]) >= min(len(lines), 10)


def _stretches(text: str, form: re.Pattern[str], kind: str) -> list[_Stretch]:
    stretches = []
    recordings = set()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith((";;", *_NO_WORDS)):
            continue
        found = form.match(line)
        if not found:
            raise Refusal(f"this line is not as {kind} has it. Expected {_EXPECTED[kind]}.", line=number)
        recording, start, length, what = found.groups()
        recordings.add(recording)
        stretches.append(_Stretch(float(start), float(start) + float(length), what))
    if len(recordings) > 1:
        raise Refusal(f"the {kind} is of {len(recordings)} recordings. Cut it into one file for each meeting.")
    return sorted(stretches)


_EXPECTED = {
    "CTM": '"recording channel start length word"',
    "RTTM": '"SPEAKER recording channel start length <NA> <NA> name <NA>"',
}


def _speakers(words: Sequence[_Stretch], turns: Sequence[_Stretch]) -> Iterator[str]:
    """Give each word to who talks during most of it, and of two to the one with the shorter turn."""
    open_turns: dict[str, _Stretch] = {}
    coming = iter(turns)
    following = next(coming, None)
    for word in words:
        while following and following.start < word.end:
            known = open_turns.get(following.what)
            if not known or known.end < following.end:
                open_turns[following.what] = following
            following = next(coming, None)
        overlaps = [
            (min(word.end, turn.end) - max(word.start, turn.start), turn.start - turn.end, turn.what)
            for turn in open_turns.values()
            if turn.end > word.start
        ]
        yield clean_name(max(overlaps)[2]) if overlaps else ""
