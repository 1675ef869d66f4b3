"""Fits a phrase to the words of a sentence, from one word that is known to stand in it."""

import re
from collections.abc import Iterator
from functools import cache

from alongside.engines.writing._entries import Condition, Element, Form, Sequence, Words
from alongside.engines.writing._masking import SUBSTITUTE
from alongside.engines.writing._passage import Passage

LONGEST_GAP = 3
_JOINS = re.compile(r"['’]?[\s\-\u2010\u2011\u00ad*_>]*")
"""What may stand between two words of one phrase: "boys' club" has the apostrophe there."""


def fit(form: Form, passage: Passage, *, place: int, word: int) -> tuple[int, int] | None:
    """Return the first and the last word of a phrase whose element `place` stands at `word`, or None."""
    first = _reach(form.elements, passage, place, word, -1, loose=form.loose)
    if first < 0:
        return None
    last = _reach(form.elements, passage, place, word, 1, loose=form.loose)
    return None if last < 0 else (first, last)


def _reach(  # noqa: PLR0913 - where in the phrase, where in the sentence, and which way
    elements: Sequence, passage: Passage, place: int, word: int, step: int, *, loose: bool = False
) -> int:
    """Return where the rest of the phrase in one direction ends, or -1; of several ways the longest choice first.

    A phrase has at most two gaps and a few choices, so there are few ways to try, whatever the text.
    """
    place += step
    if not 0 <= place < len(elements):
        return word
    element = elements[place]
    for taken in _ways(element, passage, word, step, loose=loose):
        reached = _reach(elements, passage, place, taken, step, loose=loose)
        if reached >= 0:
            return reached
    return -1


def _ways(element: Element, passage: Passage, word: int, step: int, *, loose: bool) -> Iterator[int]:
    """Yield the last word that an element may take, coming from `word`."""
    if element.is_gap:
        for skipped in range(LONGEST_GAP + 1):
            if not passage.word(word + step * skipped) and skipped:
                return
            yield word + step * skipped
        return
    for longer in element.longer:
        if _stand(longer, passage, word, step, loose=loose):
            yield word + step * len(longer)
    if _stands(element.words, passage, word + step, step, loose=loose):
        yield word + step
    if element.optional:
        yield word


def _stand(words: tuple[Words, ...], passage: Passage, word: int, step: int, *, loose: bool) -> bool:
    ordered = words if step > 0 else words[::-1]
    return all(
        _stands(said, passage, word + step * number, step, loose=loose) for number, said in enumerate(ordered, 1)
    )


def _stands(words: Words, passage: Passage, word: int, step: int, *, loose: bool) -> bool:
    if word < 0 or passage.word(word) not in words:
        return False
    left = min(word, word - step)
    return left < 0 or _joined(passage, left, loose=loose)


def _joined(passage: Passage, place: int, *, loose: bool) -> bool:
    between = passage.between(place)
    if between == " " or _JOINS.fullmatch(between):
        return True
    return SUBSTITUTE not in between and (loose or "/" in {passage.word(place), passage.word(place + 1)})


def stands_before(condition: Condition, passage: Passage, first: int) -> bool:
    """Tell whether one of the phrases ends directly before a word; a comma between them does not matter."""
    if first > 0 and passage.words[first - 1] in condition.words:
        return True
    return any(_reach(elements, passage, len(elements), first, -1, loose=True) >= 0 for elements in condition.phrases)


def stands_after(condition: Condition, passage: Passage, last: int) -> bool:
    """Tell whether one of the phrases begins directly after a word; a comma between them does not matter."""
    if passage.word(last + 1) in condition.words:
        return True
    return any(_reach(elements, passage, -1, last, 1, loose=True) >= 0 for elements in condition.phrases)


def stands_near(condition: Condition, passage: Passage) -> bool:
    """Tell whether one of the phrases stands anywhere in the sentence."""
    # Many words of one sentence may ask the same.
    known = passage.near.get(id(condition))
    if known is None:
        known = passage.near[id(condition)] = _is_near(condition, passage)
    return known


def _is_near(condition: Condition, passage: Passage) -> bool:
    if not condition.words.isdisjoint(passage.words):
        return True
    everywhere = range(-1, len(passage.words) - 1)
    return any(next(_anywhere(elements, passage, everywhere), None) is not None for elements in condition.phrases)


def holds(condition: Condition, passage: Passage, first: int, last: int) -> bool:
    """Tell whether one of the phrases stands so that it holds these words."""
    if first == last and passage.words[first] in condition.words:
        return True
    return any(
        found[0] <= first and last <= found[1]
        for elements in condition.phrases
        for found in _anywhere(elements, passage, range(max(-1, first - 1 - _longest(elements)), first))
    )


@cache
def _longest(elements: Sequence) -> int:
    """More words than a phrase can take."""
    return sum(LONGEST_GAP if one.is_gap else max([1, *map(len, one.longer)]) for one in elements)


def _anywhere(elements: Sequence, passage: Passage, places: range) -> Iterator[tuple[int, int]]:
    """Where a phrase stands, of those that begin after one of these places."""
    first = elements[0]
    if not first.longer and not first.optional and not first.is_gap and first.words.isdisjoint(passage.words):
        return
    for word in places:
        last = _reach(elements, passage, -1, word, 1, loose=True)
        if last >= 0:
            yield word + 1, last
