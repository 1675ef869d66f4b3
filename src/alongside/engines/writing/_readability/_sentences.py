"""Long sentences, and sentences in which one thing after another is done by nobody."""

import re
from collections.abc import Iterator
from typing import Final

from alongside.engines.writing._finding import Finding
from alongside.engines.writing._page import Page
from alongside.engines.writing._readability._age import sentences_of_prose
from alongside.engines.writing._readability._mark import Rule

MOST_WORDS: Final = 25
CHAIN_FROM: Final = 3  # passives in one sentence; one or two are often right
_SHORTEST: Final = 60  # characters; a chain or 26 words need more

_LONG: Final = Rule("readability.long-sentence", "consider", "", "GOV.UK: sentences over 25 words")
_CHAIN: Final = Rule(
    "readability.passive-chain",
    "consider",
    "One thing after another is done here, and nobody does it. Say who does what.",
    "plainlanguage.gov: active voice; ISO 24495-1:2023",
)
_WORD = re.compile(r"[^\W_][^\s—–/]*")
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\b(?: (?:not|also|then|\w+ly))? "
    r"(?!(?:used to|based|related|interested|tired|supposed|located|pleased|excited|concerned|worried|married|involved|"
    r"retired|experienced|limited|qualified|committed|dedicated|advanced|need|indeed|red|bed|hundred)\b)"
    r"(?:\w{2,}ed|done|made|given|taken|seen|known|shown|written|sent|held|kept|found|built|paid|put|set|told|chosen|"
    r"drawn|brought|bought|sold|left|lost|met|read|run|said|spent|thought|understood|begun|broken|driven|led)\b",
    re.IGNORECASE,
)


def findings(page: Page) -> Iterator[Finding]:
    """A finding marks the first word of its sentence, so that half of the text is not underlined."""
    for start, end in sentences_of_prose(page):
        if end - start < _SHORTEST:
            continue
        words = list(_WORD.finditer(page.masked, start, end)) if _may_be_long(page.masked, start, end) else []
        if len(words) > MOST_WORDS:
            why = (
                f"This sentence has {len(words)} words. Over {MOST_WORDS}, many readers lose the thread. "
                "Make two of it, or a list."
            )
            yield _LONG.at(page, words[0].span(), why=why)
        if len(_PASSIVE.findall(page.masked, start, end)) >= CHAIN_FROM:
            yield _CHAIN.at(page, _first_word(page.masked, start, end))


def _may_be_long(masked: str, start: int, end: int) -> bool:
    return masked.count(" ", start, end) + masked.count("\n", start, end) >= MOST_WORDS


def _first_word(masked: str, start: int, end: int) -> tuple[int, int]:
    first = _WORD.search(masked, start, end)
    return first.span() if first else (start, end)
