"""Names of people, products, places, titles and laws: told by capitals inside a sentence."""

from alongside.engines.writing._context._words import DETERMINERS, GREETINGS
from alongside.engines.writing._passage import Passage
from alongside.engines.writing._place import Place

_CAPITAL_ANYWAY = frozenset("race origin migration religion ethnicity nationality".split())
"""Categories whose terms are written with a capital without being names."""
_LINKS = frozenset("of and the & for in on".split())
_CAPITAL_WITHOUT_NAME = frozenset(
    "i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december english british american ok i'm i've i'll i'd".split()
)
_ACRONYMS = frozenset("ocd adhd bame bme lgbt lgbtq hiv aids edi dei poc pc pms wasp".split())
_SHOUTED = 5
_MOST_CAPITALS = 0.6


def is_name(place: Place) -> bool:
    """Tell whether the term is part of a name."""
    passage = place.passage
    if _is_other_acronym(place):
        return True
    if not _is_capital(passage, place.first) and not _is_capital(passage, place.last):
        return False
    if capitals_mean_nothing(passage) or place.before() in GREETINGS:
        return False
    if _capital_beside(place) or _capital_later(place):
        return True
    if place.entry.category in _CAPITAL_ANYWAY:
        return False
    return _stands_inside(place) and not _is_a_role(place)


def _is_other_acronym(place: Place) -> bool:
    """A short word all in capitals, in a sentence that is not: the build tool GYP, not the verb."""
    written = place.text
    if not written.isupper() or not 1 < len(written) < _SHOUTED or place.passage.words[place.first] in _ACRONYMS:
        return False
    return not place.passage.text.isupper()


def capitals_mean_nothing(passage: Passage) -> bool:
    """Tell whether the words of a sentence begin with a capital as in a heading, or all letters are capitals."""
    if passage.capitals_mean_nothing is None:
        passage.capitals_mean_nothing = _are_all_capital(passage)
    return passage.capitals_mean_nothing


def _are_all_capital(passage: Passage) -> bool:
    long = [passage.written(word) for word in range(1, len(passage.words)) if len(passage.words[word]) > 3]
    capitals = sum(word[0].isupper() for word in long)
    if passage.block.kind in {"heading", "cell"}:
        return capitals >= len(long) * _MOST_CAPITALS
    return capitals == len(long) > 2


def _is_capital(passage: Passage, word: int) -> bool:
    written = passage.written(word)
    if written.partition("'")[0].partition("’")[0] == "I":
        return False
    return written[:1].isupper() and not (written.isupper() and len(written) > 1)


def _capital_later(place: Place) -> bool:
    """The capital is in the middle of the term: "Help the Aged"."""
    passage = place.passage
    lower_first = passage.written(place.first)[:1].islower()
    return lower_first and any(_is_capital(passage, word) for word in range(place.first + 1, place.last + 1))


def _stands_inside(place: Place) -> bool:
    """Not the first word of the sentence, and not after what begins one, such as a colon or a quotation mark."""
    if place.first == 0 or not _is_capital(place.passage, place.first):
        return False
    return place.passage.between(place.first - 1).strip(" *_(\"'“‘\n>").rstrip() not in {
        ":",
        ".",
        "!",
        "?",
        "–",
        "—",
        "-",
    }


def _capital_beside(place: Place) -> bool:
    return _name_before(place) or _name_after(place)


def _name_before(place: Place) -> bool:
    """A word with a capital directly before; the first word of the sentence counts if it is not there by grammar."""
    passage, before = place.passage, place.first - 1
    if before < 0 or passage.between(before).strip(" \n*_>-") or not _is_capital(passage, place.first):
        return False
    return _is_capital(passage, before) and passage.words[before] not in _CAPITAL_WITHOUT_NAME | DETERMINERS


def _name_after(place: Place) -> bool:
    passage, after = place.passage, place.last + 1
    if passage.between(place.last).strip(" \n*_>-'’"):
        return False
    if passage.word(after) in _LINKS and not passage.between(after).strip(" \n*_>"):
        after += 1
    if passage.word(after) in _LINKS:
        after += 1
    return _is_capital(passage, after) and passage.words[after] not in _CAPITAL_WITHOUT_NAME


def _is_a_role(place: Place) -> bool:
    """A job or title with a capital, "our Chairman", is not a name."""
    return place.entry.category == "gender" and place.before() in DETERMINERS
