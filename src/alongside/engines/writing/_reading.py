"""Finds the sentences of a page that hold a word that is looked for, and leaves the others unread."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from alongside.engines.writing._book import Use
from alongside.engines.writing._candidates import Candidate
from alongside.engines.writing._page import Page, Paragraph
from alongside.engines.writing._passage import Passage


def passages_at(page: Page, candidates: Iterable[Candidate]) -> Iterator[tuple[Passage, int, Sequence[Use]]]:
    """Yield the sentence of each candidate, which of its words it is, and its uses; those in code are left out."""
    paragraph: Paragraph | None = None
    passage: Passage | None = None
    for offset, uses in candidates:
        if page.outline[offset] != page.source[offset]:
            continue
        if paragraph is None or offset >= paragraph.start + len(paragraph.source):
            paragraph = page.paragraph_at(offset, paragraph.start + len(paragraph.source) if paragraph else 0)
            passage = None
        at = offset - paragraph.start
        if passage is None or at >= passage.end:
            passage = _passage_at(paragraph, at)
        if passage is not None:
            word = passage.place_of(at)
            if word >= 0:
                yield passage, word, uses


def _passage_at(paragraph: Paragraph, offset: int) -> Passage | None:
    if paragraph.masked[offset] != paragraph.source[offset]:
        return None
    # A text without an empty line is one paragraph, with as many sentences as it likes.
    place = bisect_right(paragraph.sentences, offset, key=itemgetter(1)) - 1
    if place < 0:
        return None
    block, start, end = paragraph.sentences[place]
    return Passage(paragraph, block, start, end) if offset < end else None
