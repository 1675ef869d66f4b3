"""How written names are compared: what counts as the same spelling, and what as the same name without its marks."""

import unicodedata
from functools import lru_cache

# Letters that are letters of their own, not a letter with a mark; people still type them without.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th"}
)
# Ways to write a letter where the keyboard has none for it; they are as right as the letter.
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae"})
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ‘`´ʻ＇", "'"))
_HYPHENS = str.maketrans(dict.fromkeys("‐‑", "-"))


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """A word of a name as it is looked up: "Siobhán" is "siobhan", "O’Brien" is "obrien", "Jean-Luc" is "jeanluc"."""
    if word.isascii() and word.isalnum():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold()).translate(_PLAIN)
    return "".join(sign for sign in decomposed if sign.isalnum())


def spelling(word: str) -> str:
    """A word with what nobody can see or mean taken away: composed or not, which apostrophe, which hyphen, capitals."""
    return unicodedata.normalize("NFC", word).casefold().translate(_APOSTROPHES).translate(_HYPHENS)


def written_out(word: str) -> str:
    """A word with its letters written out for a plain keyboard: "Müller" is "mueller"."""
    return spelling(word).translate(_WRITTEN_OUT)


def is_as_written(said: str, right: str) -> bool:
    """Whether a word in a text is spelt as its owner spells it."""
    return spelling(said) in {spelling(right), written_out(right)}
