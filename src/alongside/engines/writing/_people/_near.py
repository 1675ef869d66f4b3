"""Whether one folded word may be a slip for another. It looks at letters only and knows no names.

Two spellings that differ in the last vowel, such as "Mario" and "Maria", are two names and never a slip.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

_VOWELS = frozenset("aeiouy")
_VOWEL_RUNS = re.compile("[aeiouy]+")
_ALIKE = tuple(map(frozenset, ("ck", "kq", "cq", "sz", "fv", "ij", "jy", "gj", "dt", "uw", "vw", "mn", "pf", "xs")))
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
LONGEST = 40
"""Letters. A longer word is no name, and comparing it would cost its length squared."""
SHORTEST_ALONE = 5
"""Letters. In a shorter word one letter more or less makes another name too often."""


def is_slip_alone(said: str, right: str) -> bool:
    """Whether a word may be a slip for a name with nothing beside it to say so: one typing slip, or other vowels."""
    if said == right or max(len(said), len(right)) < SHORTEST_ALONE or said[:1] != right[:1]:
        return False
    if not _ends_alike(said, right):
        return False
    return _is_typing_slip(said, right) or _has_other_vowels(said, right)


def is_slip_beside(said: str, right: str) -> bool:
    """Whether a word may be a slip for a part of a name whose other part is right."""
    longest = max(len(said), len(right))
    if said == right or not 4 <= longest <= LONGEST or not _begin_alike(said, right) or not _ends_alike(said, right):
        return False
    return distance(said, right) <= (2 if longest >= 6 else 1) or _has_other_vowels(said, right)


def _begin_alike(said: str, right: str) -> bool:
    return said[0] == right[0] or _are_alike(said[0], right[0]) or sorted(said[:2]) == sorted(right[:2])


def _are_alike(one: str, other: str) -> bool:
    return (one in _VOWELS and other in _VOWELS) or {one, other} in _ALIKE


def _ends_alike(said: str, right: str) -> bool:
    """False where the ends make two names of them: "Paul" and "Paula", "Julia" and "Julie"."""
    if said[-1] == right[-1]:
        return True
    shorter, longer = sorted((said, right), key=len)
    if len(longer) == len(shorter) + 1 and longer[:-1] == shorter:
        return longer[-1] == longer[-2] or (longer[-1] == "h" and longer[-2] in _VOWELS)
    if len(said) == len(right) and said[:-2] == right[:-2] and sorted(said[-2:]) == sorted(right[-2:]):
        return True
    if {said[-1], right[-1]} == {"i", "y"}:
        return True
    return said[-1] not in _VOWELS and _are_alike(said[-1], right[-1])


def _is_typing_slip(said: str, right: str) -> bool:
    if distance(said, right) != 1:
        return False
    if len(said) == len(right):
        changed = [(one, other) for one, other in zip(said, right, strict=True) if one != other]
        return len(changed) == 2 or _are_alike(*changed[0])
    return True


def _has_other_vowels(said: str, right: str) -> bool:
    """Whether two longer words have the same consonants in the same places: "Mohamed" and "Muhammad"."""
    both_long = min(len(said), len(right)) >= 6
    if not both_long or said[0] != right[0] or skeleton(said) != skeleton(right):
        return False
    vowels = zip(_VOWEL_RUNS.findall(said), _VOWEL_RUNS.findall(right), strict=False)
    return distance(said, right) <= 3 and any(one == other for one, other in vowels)


def skeleton(word: str) -> str:
    """The consonants of a word, with one sign for each run of vowels, and double letters once."""
    found: list[str] = []
    for letter in word:
        sign = "*" if letter in _VOWELS else letter
        if not found or found[-1] != sign:
            found.append(sign)
    return "".join(found)


@lru_cache(maxsize=16_384)
def distance(one: str, other: str) -> int:
    """Return the fewest letters to add, drop, change or swap with a neighbour (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        current = [place]
        for column, against in enumerate(other, 1):
            cost = min(row[column] + 1, current[column - 1] + 1, row[column - 1] + (letter != against))
            swapped = place > 1 and column > 1 and letter == other[column - 2] and one[place - 2] == against
            current.append(min(cost, before[column - 2] + 1) if swapped else cost)
        before, row = row, current
    return row[-1]


def one_slip_away(word: str) -> Iterator[str]:
    """Yield what a word may have been before one letter was added, dropped, changed or swapped, its first kept."""
    for place in range(1, len(word) + 1):
        head, tail = word[:place], word[place:]
        yield from (head + letter + tail for letter in _LETTERS)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in _LETTERS)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
