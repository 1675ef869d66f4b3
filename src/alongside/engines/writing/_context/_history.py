"""Words of another time, in texts about it: "born a slave in 1818", "the lunatics of Bedlam".

A year that few alive remember, or a word for an age of history, makes the sentence one about the past. What names
groups of people, and the jobs of men and women, is fair in the whole paragraph then, since histories give the year
once, and in the whole document if it is full of such years.
"""

import re
from functools import lru_cache

from alongside.engines.writing._place import Place

_YEAR = re.compile(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Bb]efore|[Aa]fter) (?:1[0-8]\d\d|19[0-6]\d)\b"
    r"|(?<![\w.,:/#+£$€-])(?:1[0-8]\d\d|19[0-6]\d)s?\b"
    r"(?! ?[%x]|[.,:/-]\d| (?!(?:is|was|has|as|its|this|his)\b)(?:\w+s|people|men|women|staff|children)\b))"
)
_AGE = re.compile(
    r"(?:\d(?:st|nd|rd|th)|th|first|second|third)[- ]century\b"
    r"|\b(?:centuries|medieval|mediaeval|victorian|edwardian|georgian|tudor|antebellum|colonial|feudal|apartheid"
    r"|plantations?|abolition(?:ists?)?|antiquity|byzantine|ottoman|crusaders?|roman empire|holocaust"
    r"|confedera(?:cy|te)|world war|civil war)\b"
)
"""In lower case: letting a pattern fold case, and begin with any letter, would make it twenty times as slow."""
_BEFORE_CHRIST = re.compile(r"\d ?B\.?C(?:\.?E)?\b")
_OF_PARAGRAPHS = frozenset(
    "race origin migration religion ethnicity nationality class disability mental-health lgbtq violence gender"
    " age".split()
)
_LONGEST = 4_000
_ACROSS = 40
_BEGINNING = 50_000
_FULL, _CHARACTERS_A_YEAR = 4, 600


def is_history(place: Place) -> bool:
    """Tell whether the sentence, or what is around it, speaks of another time."""
    passage = place.passage
    start, end = passage.start, passage.end
    if place.entry.category in _OF_PARAGRAPHS:
        if _is_full_of_years(passage.paragraph.page.source[:_BEGINNING]):
            return True
        first, last = passage.block.start, passage.block.end
        # In steps of its length, so that many words in one paragraph ask about the same pieces of it.
        start = first + max(start - _LONGEST - first, 0) // _LONGEST * _LONGEST
        end = min(last, end + _LONGEST)
        pieces = range(start, end, _LONGEST)
        return any(_is_of_another_time(passage.masked[at : min(at + _LONGEST + _ACROSS, last)]) for at in pieces)
    return _is_of_another_time(passage.masked[start:end])


@lru_cache(maxsize=64)
def _is_of_another_time(text: str) -> bool:
    return any(sign.search(said) for sign, said in ((_YEAR, text), (_AGE, text.lower()), (_BEFORE_CHRIST, text)))


@lru_cache(maxsize=4)
def _is_full_of_years(text: str) -> bool:
    years = len(_YEAR.findall(text))
    return years >= _FULL and years * _CHARACTERS_A_YEAR >= len(text)
