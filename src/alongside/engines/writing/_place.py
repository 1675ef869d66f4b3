"""Where a term stands: the words of its sentence, and which of them it is."""

from dataclasses import dataclass

from alongside.engines.writing._entries import Entry
from alongside.engines.writing._passage import Passage


@dataclass(frozen=True, slots=True)
class Place:
    """A term in its sentence. Every test of context is a function of this."""

    passage: Passage
    first: int
    last: int
    entry: Entry

    @property
    def start(self) -> int:
        """Offset of the first character in the paragraph."""
        return self.passage.starts[self.first]

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.passage.ends[self.last]

    @property
    def text(self) -> str:
        """The term as it is written."""
        return self.passage.source[self.start : self.end]

    def before(self, distance: int = 1) -> str:
        """Return the word so many places before the term, or nothing."""
        return self.passage.word(self.first - distance) if self.first >= distance else ""

    def after(self, distance: int = 1) -> str:
        """Return the word so many places after the term, or nothing."""
        return self.passage.word(self.last + distance)
