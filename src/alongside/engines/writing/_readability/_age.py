"""The reading age of a text by named formulas: a hint, never a pass mark."""

import re
from dataclasses import dataclass
from typing import Final

from alongside.engines.writing._page import Page
from alongside.engines.writing._readability import _formulas
from alongside.engines.writing._readability._formulas import Counts
from alongside.engines.writing._readability._syllables import syllables

FEWEST_WORDS: Final = 100
FORMULA: Final = "Flesch-Kincaid"
LIMITS: Final = (
    "A formula counts lengths. It does not know whether a text is clear, in order or useful; "
    "ask somebody who is to read it."
)
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class ReadingAge:
    """What the published formulas make of a text."""

    age: float
    """Years: the grade of `formula` plus five, which is about the age at that grade."""
    formula: str
    """The one that the age is from."""
    words: int
    sentences: int
    flesch_reading_ease: float
    flesch_kincaid_grade: float
    automated_readability_index: float
    gunning_fog: float
    smog: float | None
    """None under thirty sentences, for which it was not made."""
    lix: float
    coleman_liau: float
    limits: str


def reading_age(text: str, *, markup: str = "markdown") -> ReadingAge | None:
    """Give the reading age of the prose in a text.

    Returns:
        None for fewer than a hundred words, where the formulas swing too far to mean anything.

    Raises:
        UnknownMarkup: the markup is none of `MARKUPS`.
    """
    counts = counts_of(Page(text, markup, "en-GB"))
    if counts.words < FEWEST_WORDS:
        return None
    grade = _formulas.flesch_kincaid(counts)
    return ReadingAge(
        age=round(grade + 5, 1),
        formula=FORMULA,
        words=counts.words,
        sentences=counts.sentences,
        flesch_reading_ease=round(_formulas.flesch(counts), 1),
        flesch_kincaid_grade=round(grade, 1),
        automated_readability_index=round(_formulas.ari(counts), 1),
        gunning_fog=round(_formulas.fog(counts), 1),
        smog=round(_formulas.smog(counts), 1) if counts.sentences >= 30 else None,
        lix=round(_formulas.lix(counts), 1),
        coleman_liau=round(_formulas.coleman_liau(counts), 1),
        limits=LIMITS,
    )


def counts_of(page: Page) -> Counts:
    """Count the prose of a page. Headings and table cells are not sentences, so they are left out."""
    prose = [
        [match.group() for match in _WORD.finditer(page.masked, start, end)] for start, end in sentences_of_prose(page)
    ]
    kept = [words for words in prose if words]
    numbers = [(word, syllables(word), at) for words in kept for at, word in enumerate(words)]
    return Counts(
        sentences=len(kept),
        words=len(numbers),
        characters=sum(sum(map(str.isalnum, word)) for word, _, _ in numbers),
        syllables=sum(many for _, many, _ in numbers),
        three_syllables=sum(many >= 3 for _, many, _ in numbers),
        hard=sum(_is_hard(word, many, at) for word, many, at in numbers),
        long=sum(len(word) > 6 for word, _, _ in numbers),
    )


def sentences_of_prose(page: Page) -> list[tuple[int, int]]:
    """The sentences of paragraphs and list items."""
    quiet = [(block.start, block.end) for block in page.blocks if block.kind in {"heading", "cell"}]
    starts = {start for start, _ in quiet}
    ends = {end for _, end in quiet}
    return [(start, end) for start, end in page.sentences if start not in starts or end not in ends]


def _is_hard(word: str, many: int, at: int) -> bool:
    if many < 3 or "-" in word or (at > 0 and word[0].isupper()):
        return False
    return not (many == 3 and word.endswith(("ed", "es", "ing")))
