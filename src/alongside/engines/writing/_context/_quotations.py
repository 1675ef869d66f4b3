"""Somebody else's words: inside quotation marks, or in a block quotation."""

import re

from alongside.engines.writing._place import Place

_SINGLE = re.compile(r"(?<![\w'’])['‘](?=\w)[^'‘’\n]*(?:(?<=\w)['’](?=\w)[^'‘’\n]*)*['’](?!\w)")
_PAIRS = {"“": "”", "«": "»", "„": "“", "「": "」"}
_NOTE = re.compile(r"[>\s]*(?:\[!|\*\*|__|:|(?i:note|tip|warning|important|caution|info|hint)\b|[^\w\s\"'“‘(>])")


_FARTHEST = 2_000
"""Code points to each side that a quotation is looked for in, so that a long line costs no more than a short one."""


def is_quoted(place: Place) -> bool:
    """Tell whether the term stands in a quotation."""
    block, masked = place.passage.block, place.passage.masked
    before = masked[max(block.start, place.start - _FARTHEST) : place.start]
    if not any(mark in before for mark in "\"“«„「'‘"):
        return _in_block_quotation(place)
    after = masked[place.end : min(block.end, place.end + _FARTHEST)]
    return _in_double(before, after) or _in_single(place) or _in_block_quotation(place)


def _in_double(before: str, after: str) -> bool:
    if before.count('"') % 2 and '"' in after:
        return True
    return any(
        before.rfind(opening) > before.rfind(closing) and closing in after for opening, closing in _PAIRS.items()
    )


def _in_single(place: Place) -> bool:
    passage = place.passage
    if passage.quotations is None:
        found = _SINGLE.finditer(passage.masked, passage.start, passage.end)
        passage.quotations = [match.span() for match in found]
    return any(start < place.start and place.end < end for start, end in passage.quotations)


def _in_block_quotation(place: Place) -> bool:
    if place.passage.paragraph.page.markup == "html":
        return False  # a ">" there ends a tag, and what a blockquote holds is blank
    source, block = place.passage.source, place.passage.block
    line = source.rfind("\n", max(0, place.start - _FARTHEST), place.start) + 1
    if not source[line : line + _FARTHEST].lstrip().startswith(">"):
        return False
    first = source.rfind("\n", 0, block.start) + 1
    return _NOTE.match(source, first) is None
