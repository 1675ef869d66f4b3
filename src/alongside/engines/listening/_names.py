"""Which words of a question could be somebody's name."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_SHORTEST = 3

# Words that questions are made of, and that are names of people as well.
_ORDINARY = frozenset(
    """
    will may mark can grace hope joy faith art bill rose jack dawn june april august sunny young long short white black
    brown green gray grey day days park price page case rich frank ernest earnest clay cliff dale dean drew chase chance
    ray reed rob sue pat nick miles mason major lane lance harmony ivy iris jade lily olive penny pearl ruby robin skip
    sky stone story summer autumn winter true victor wade ward west north south east wood woods king knight hall hill
    field fields ford fox gold good best worth noble love may christian france paris sydney victoria chad guy max
    """.split()
)


def could_be_names(text: str) -> tuple[str, ...]:
    """The words of a text that name somebody if anybody here has such a name.

    A word that questions are made of, such as "will", counts only with a capital inside a sentence, or beside another
    word with a capital. Whoever means a person and not a word can still write it small: nobody reads it as a name then.
    """
    found = [_POSSESSIVE.sub("", match[0]) for match in _WORD.finditer(text)]
    starts = _starts(text)
    return tuple(
        dict.fromkeys(
            word
            for place, word in enumerate(found)
            if len(word) >= _SHORTEST and (word.casefold() not in _ORDINARY or _stands_out(place, found, starts))
        )
    )


def _stands_out(place: int, words: list[str], starts: frozenset[int]) -> bool:
    if words[place][0].islower():
        return False
    if place not in starts:
        return True
    return place + 1 < len(words) and not words[place + 1][0].islower() and words[place + 1] != "I"


def _starts(text: str) -> frozenset[int]:
    """The places of words that begin a sentence."""
    found, before = set(), 0
    for place, match in enumerate(_WORD.finditer(text)):
        between = text[before : match.start()]
        if place == 0 or re.search(r"[.?!:;]", between):
            found.add(place)
        before = match.end()
    return frozenset(found)
