"""How names are compared and found: without capitals, accents and punctuation, and by the start of any word."""

import unicodedata

# Letters that are letters of their own, not a letter with a mark; people still type them without.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th"}
)
_INSIDE_A_WORD = frozenset("'’ʼ`´‘")
_LONGEST_WORD = 60
_MOST_WORDS = 12


def plain(name: str) -> str:
    """A name as it is compared and sorted: "Siobhán O'Brien-Łuk" becomes "siobhan obrien luk".

    Marks that are part of a letter in the scripts of South Asia stay; accents, and points that are seldom typed, go.
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    kept = (sign for sign in decomposed if not unicodedata.combining(sign) and sign not in _INSIDE_A_WORD)
    spaced = "".join(sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in kept)
    return " ".join(spaced.translate(_PLAIN).split())


def words(*names: str) -> list[bytes]:
    """The words of some names, each once, as bytes: these are in the same order in every database."""
    found = dict.fromkeys(word[:_LONGEST_WORD] for name in names for word in plain(name).split())
    return [word.encode() for word in list(found)[:_MOST_WORDS]]


def after_all_that_start_with(word: bytes) -> bytes:
    """The end of the range that starts at `word`: no UTF-8 text holds the byte 255."""
    return word + b"\xff"
