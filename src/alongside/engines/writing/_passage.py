"""A sentence as words with their places: what context is judged on."""

import re
from bisect import bisect_left

from alongside.engines.writing._page import Paragraph
from alongside.engines.writing._sentences import Block

_WORD = re.compile(r"\([sS]\)[hH]e|[^\W_]+(?:['’][^\W_]+)*|/")


class Passage:
    """The words of one sentence, in lower case and with straight apostrophes; a stroke counts as a word.

    All offsets are those of its paragraph.
    """

    __slots__ = (
        "block",
        "capitals_mean_nothing",
        "end",
        "ends",
        "masked",
        "near",
        "paragraph",
        "quotations",
        "source",
        "start",
        "starts",
        "words",
    )

    def __init__(self, paragraph: Paragraph, block: Block, start: int, end: int) -> None:
        self.paragraph, self.block, self.start, self.end = paragraph, block, start, end
        self.capitals_mean_nothing: bool | None = None
        self.quotations: list[tuple[int, int]] | None = None  # these two are told once, by the first test that asks
        self.source, self.masked = paragraph.source, paragraph.masked
        self.near: dict[int, bool] = {}
        """Of conditions that were asked about it, whether one of their phrases stands in it."""
        spans = [match.span() for match in _WORD.finditer(self.masked, start, end)]
        self.starts = [first for first, _ in spans]
        self.ends = [last for _, last in spans]
        lowered = [self.masked[first:last].lower() for first, last in spans]
        self.words = [word.replace("’", "'") for word in lowered] if "’" in self.masked else lowered

    @property
    def text(self) -> str:
        """The sentence as it is written."""
        return self.source[self.start : self.end]

    def place_of(self, offset: int) -> int:
        """Return which word begins at an offset, or -1."""
        place = bisect_left(self.starts, offset)
        return place if place < len(self.starts) and self.starts[place] == offset else -1

    def word(self, place: int) -> str:
        """Return the word at a place, or nothing beyond the sentence."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def written(self, place: int) -> str:
        """Return the word at a place as it is written."""
        return self.source[self.starts[place] : self.ends[place]] if 0 <= place < len(self.words) else ""

    def between(self, place: int) -> str:
        """Return what stands between the word at a place and the next one; to the sentence's end after the last."""
        after = self.starts[place + 1] if place + 1 < len(self.words) else self.end
        before = self.ends[place] if place >= 0 else self.start
        return self.masked[before:after]
