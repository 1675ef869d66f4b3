"""A job with a gender, said of one person whom the text knows: "my father, a fireman", "the actress Ellen Terry"."""

import re

from alongside.engines.writing._passage import Passage
from alongside.engines.writing._place import Place

_ONE = re.compile(r"(?:man|woman|person|ess|mistress|lady|boy|girl|master|ette|trix|wife|husband)\Z")
_KIN = frozenset(
    "father mother husband wife grandfather grandmother brother sister son daughter uncle aunt dad mum mom grandad"
    " grandpa grandma granddad stepfather stepmother nephew niece widow widower".split()
)
_REACH = 5
_TWO_WORDS_AFTER = re.compile(r",? (?:(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Dr)\.? [A-Z]|[A-Z][\w'’.-]+ [A-Z][\w'’-]+)")
_NAME_BEFORE = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Dr)\.? [A-Z][\w'’-]+|[A-Z][\w'’-]+ [A-Z][\w'’-]+),?"
    r" (?:(?:the|a|an|its|their|our|his|her|then|now|former|was|is|became|who|elected|appointed|as|served) ){0,4}"
    r"(?:[a-z]+ ){0,2}\Z"
)
_OF_THEM = re.compile(r" (?:for|of) [\w ]{2,40}, [A-Z][\w'’-]+ [A-Z]")
_TAIL = 80


def is_of_somebody(place: Place) -> bool:
    """Tell whether the term is said of one known person."""
    passage, last = place.passage, place.passage.words[place.last].removesuffix("'s")
    if place.entry.category != "gender" or place.first != place.last or not _ONE.search(last):
        return False
    return _kin_before(passage, place.first) or _named(place)


def _kin_before(passage: Passage, before: int) -> bool:
    return not _KIN.isdisjoint(passage.words[max(0, before - _REACH) : before])


def _named(place: Place) -> bool:
    masked, passage = place.passage.masked, place.passage
    after = masked[place.end : min(passage.end, place.end + _TAIL)]
    before = masked[max(passage.start, place.start - _TAIL) : place.start]
    found = _TWO_WORDS_AFTER.match(after) or _OF_THEM.match(after) or _NAME_BEFORE.search(before)
    return found is not None
