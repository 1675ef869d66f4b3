"""Questions, whom they were put to, and who spoke next."""

from collections.abc import Sequence

import numpy as np

from alongside.engines.meetings._calls import Call
from alongside.engines.meetings._lookback import Question
from alongside.engines.meetings._units import Units

ANSWERED_WITHIN = 15.0
"""Seconds from the end of a question in which the next to speak counts as the one who answered."""

# An answer may begin a little before the question has ended (a third of all changes of speaker do).
_EARLY = 0.3

_MARKS = ("?", "？", "؟")
_OPENERS = frozenset(
    ["so", "and", "well", "okay", "ok", "but", "yeah", "then", "now", "oh", "or", "um", "uh", "hey", "right", "because"]
)
_TAGS = frozenset(
    ["right", "okay", "ok", "yeah", "huh", "uhhuh", "mmhmm", "hmm", "yes", "no", "really", "see", "what", "sorry", "hm"]
)
_WH = frozenset(["what", "how", "why", "where", "when", "who"])
_AUXILIARIES = frozenset(
    f"{verb}{negation}"
    for verb in ("do", "does", "did", "are", "is", "was", "were", "could", "would", "should", "have", "has")
    for negation in ("", "n't")
) | {"can", "can't", "will", "won't", "shall"}
_SUBJECTS = frozenset(["you", "we", "they", "it", "that", "this", "there", "he", "she", "i", "anyone", "anybody"])
# Not "is it" and "was that", which also open statements that were cut short, nor "should you", a condition.
_INVERTED = {
    first: frozenset(["you", "we", "they", "anyone", "anybody"])
    for first in ("do", "did", "can", "could", "would", "will", "don't", "didn't", "can't", "couldn't", "wouldn't")
} | {
    "are": frozenset(["you", "we", "there"]),
    "have": frozenset(["you", "we"]),
    "does": frozenset(["anyone", "anybody", "that", "it"]),
    "should": frozenset(["we"]),
    "shall": frozenset(["we"]),
    "is": frozenset(["there"]),
    "any": frozenset(["questions", "thoughts", "comments", "objections"]),
}


def find(units: Units, calls: Sequence[Call], speakers: Sequence[str]) -> tuple[Question, ...]:
    """Find the questions, whom each was put to by name, and who spoke next.

    Where a name is shared by two people, the question is to the one who spoke next, if it is one of them.
    """
    has_mark = np.logical_or.reduce([units.last_mark == mark for mark in _MARKS])
    marked = bool(has_mark.any())
    called = {call.unit: call.people for call in calls}
    names_only = {call.said_in for call in calls if call.said_in != call.unit}
    questions = []
    for unit in np.flatnonzero(has_mark | (not marked)).tolist():
        text = units.texts[unit]
        if unit in names_only or not is_question(text, units.spoken.of_unit(unit), marked=marked):
            continue
        after = _next_speaker(unit, units)
        people = called.get(unit, ())
        to = after if after in people else people[0] if len(people) == 1 else None
        questions.append(
            Question(
                at=round(float(units.start[unit]), 3),
                by=speakers[units.speaker[unit]],
                to="" if to is None else speakers[to],
                text=text,
                answered_by="" if after is None else speakers[after],
            )
        )
    return tuple(questions)


def _next_speaker(unit: int, units: Units) -> int | None:
    asker, end = units.speaker[unit], units.end[unit]
    for at in range(unit + 1, len(units)):
        if units.start[at] > end + ANSWERED_WITHIN:
            break
        if units.speaker[at] != asker and units.start[at] >= end - _EARLY:
            return int(units.speaker[at])
    return None


def is_question(text: str, words: Sequence[str], *, marked: bool = True) -> bool:
    """Whether the unit asks: by its mark, or, where the transcript is not `marked`, by its form ("what do you").

    A tag or a listener's "right?" is no question. In transcripts with marks, form adds errors only: of 109 unmarked
    units in this form, the annotators of 63 real meetings held 10 to be questions; of the marked ones 99 %.
    """
    opening = next((at for at, word in enumerate(words) if word not in _OPENERS), len(words))
    asked = words[opening:]
    if text.endswith(_MARKS):
        return not _TAGS.issuperset(asked)
    if marked or len(asked) < 3 or text.endswith(("-", "...", "…")):
        return False
    if asked[0] in _WH:
        return asked[1] in _AUXILIARIES and asked[2] in _SUBJECTS
    return asked[1] in _INVERTED.get(asked[0], ())
