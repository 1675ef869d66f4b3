"""How hard a text is to read, by its own counts: sentences, words and syllables."""

import re

_WORD = re.compile(r"[\w'’-]+")
_VOWELS = re.compile(r"[aeiouy]+")


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?!:])\s+", text) if _WORD.search(part)]


def syllables(word: str) -> int:
    """Count groups of vowels, without a silent e at the end; good enough to tell long words from short."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    silent = letters.endswith("e") and not letters.endswith(("le", "ee"))
    return max(1, len(_VOWELS.findall(letters)) - silent)


def school_grade(text: str) -> float:
    """Return the grade of an American school at which a text is easy (Kincaid et al. 1975); add five for the age."""
    words = _WORD.findall(text)
    a_sentence = len(words) / len(sentences(text))
    return 0.39 * a_sentence + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
