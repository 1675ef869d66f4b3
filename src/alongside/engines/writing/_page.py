"""One text under check: what was written, the same with all but prose blanked, and its blocks and sentences."""

from dataclasses import dataclass, field
from functools import cached_property

from alongside.engines.writing import _sentences
from alongside.engines.writing._masking import inline, mask, outline


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """The lines of one block, with offsets of their own: `start` is where they begin in the page."""

    page: "Page"
    start: int
    source: str
    masked: str
    sentences: list[tuple[_sentences.Block, int, int]] = field(default_factory=list)
    """Block, start and end of each, in order."""

    def __post_init__(self) -> None:
        for block in _sentences.blocks(self.masked):
            self.sentences.extend(
                (block, start, end) for start, end in _sentences.sentences_of(self.masked, block.start, block.end)
            )


@dataclass(frozen=True)
class Page:
    """What every part of the check is given. Whatever is costly is worked out when first asked for, and once.

    All offsets are code points of `source`. `masked` has the same length: code, links' targets, addresses, tags and
    ignored stretches are spaces there, line ends stay, and a piece that stands for a word in its sentence (inline code,
    a bare address) keeps one `SUBSTITUTE` at its beginning.
    """

    source: str
    markup: str
    locale: str

    @cached_property
    def masked(self) -> str:
        """The text with all but prose blanked, of the same length."""
        return mask(self.source, self.markup)

    @cached_property
    def outline(self) -> str:
        """The text with what runs over several paragraphs blanked, such as code blocks."""
        return outline(self.source, self.markup)

    @cached_property
    def blocks(self) -> list[_sentences.Block]:
        """Paragraphs, headings, list items and cells, in order."""
        return _sentences.blocks(self.masked)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Start and end of every sentence, in order."""
        return [
            sentence
            for block in self.blocks
            for sentence in _sentences.sentences_of(self.masked, block.start, block.end)
        ]

    def paragraph_at(self, offset: int, least: int = 0) -> Paragraph:
        """Return the paragraph that holds an offset; none before `least` is looked at."""
        start, end = _sentences.block_lines(self.outline, offset, least)
        return Paragraph(self, start, self.source[start:end], inline(self.outline[start:end], self.markup))
