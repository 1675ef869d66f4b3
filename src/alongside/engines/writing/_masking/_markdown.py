"""Markdown: front matter, code, link targets, addresses, HTML tags and comments, formulas and templates are blanked.

A quick mask that keeps offsets, not a parser: parsing costs ten times as much as the rest of a check, and gives no
offsets inside a line. Every search goes on from where the last one ended, so the cost is linear whatever comes in.
"""

import re
from collections.abc import Iterator

from alongside.engines.writing._masking._addresses import without_addresses
from alongside.engines.writing._masking._blank import SUBSTITUTE, spaces
from alongside.engines.writing._sentences import block_lines

_OPENING = re.compile(
    r"```|~~~|<(?:!--|(?:script|style|pre|code|svg|math|textarea|SCRIPT|STYLE|PRE|CODE)\b)"
    r"|\n\r?\n(?: {4}|\t)|\$\$|\{%|:::",
)
_FRONT_MATTER = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(?:(?!\1)[^\n]*\n)*\1[ \t]*(?:\r?\n|\Z)")
_FENCE_LINE = re.compile(r"[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}|~{3,})([^\n]*)")
_LIST_OR_INDENTED = re.compile(r"(?:[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]|[ ]{2,}|\t)[^\n]*\Z")
_INDENTED = re.compile(r"(?:(?: {4}|\t)[^\n]*(?:\n|\Z)|[ \t]*\r?\n)+")
# Each choice begins with a letter as it is: so `re` skips at once to where one may begin.
_INLINE = re.compile(
    r"`(?P<ticks>`*)"
    r"|\](?:(?P<target>\((?:[^()\s<]++|<[^<>\n]*+>|\([^()\s]*+\))*+"
    r"(?:[ \t]*\n?[ \t]*(?:\"[^\"\n]*+\"|'[^'\n]*+'|\([^()\n]*+\)))?[ \t]*\)|\[[^\[\]\n]*\])|(?P<definition>:[^\n]*))"
    r"|</?[A-Za-z][^<>]*>|<![A-Za-z][^<>]*>|&(?:[A-Za-z]{2,24}|\#\w{1,7});"
    r"|\{\{[^{}\n]*\}\}|\{[:.#][^{}\n]*\}|:[a-z0-9_+-]{2,32}:(?!\w)"
    r"|\$(?=\S)[^$\n]*[^$\s\\]\$(?!\d)",
)
_LABEL = re.compile(r"[ ]{0,3}\[[^\]\n]+\Z")
_LONGEST_CODE = 10_000


def outline(text: str) -> str:
    """Blank front matter, code blocks, comments and what else runs over lines."""
    pieces, at = [], 0
    for start, end in _stretches(text):
        pieces += [text[at:start], spaces(text[start:end])]
        at = end
    return "".join([*pieces, text[at:]]) if pieces else text


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    front = _FRONT_MATTER.match(text)
    if front:
        yield 0, front.end()
        at = front.end()
    while opening := _OPENING.search(text, at):
        start, end = _stretch(text, opening)
        if end > start:
            yield start, end
        at = max(end, opening.end() - (1 if opening[0][0] == "\n" and end <= start else 0), opening.start() + 1)


def _stretch(text: str, opening: re.Match[str]) -> tuple[int, int]:
    """Where a block that is no prose begins and ends; the end is no later than the beginning if there is none."""
    start, mark = opening.start(), opening[0].lower()
    if mark in {"```", "~~~"}:
        return _fence(text, start)
    if mark[0] == "\n":
        return _indented(text, start, opening.end())
    closing = {"<!--": "-->", "$$": "$$", "{%": "%}", ":::": "\n"}.get(mark)
    if closing is None:
        return _element(text, opening)
    end = text.find(closing, opening.end())
    if mark == "<!--":
        return start, len(text) if end < 0 else end + len(closing)
    limit = text.find("\n\n", opening.end())
    return start, end + len(closing) if end >= 0 and (limit < 0 or end < limit) else start


def _element(text: str, opening: re.Match[str]) -> tuple[int, int]:
    closing = re.compile(rf"</{opening[0][1:]}\s*>", re.IGNORECASE).search(text, opening.end())
    return opening.start(), closing.end() if closing else opening.start()


def _fence(text: str, start: int) -> tuple[int, int]:
    line = text.rfind("\n", 0, start) + 1
    fence = _FENCE_LINE.match(text, line)
    if fence is None or fence.start(1) != start or (fence[1][0] == "`" and "`" in fence[2]):
        return start, start
    return start, _fence_end(text, fence[1], fence.end())


def _fence_end(text: str, mark: str, at: int) -> int:
    """After the line of at least as many marks and nothing else, or at the end of the text."""
    while (found := text.find(mark, at)) >= 0:
        line = text.rfind("\n", 0, found) + 1
        end = text.find("\n", found)
        end = len(text) if end < 0 else end
        if not text[line:found].strip(" \t>") and not text[found:end].strip(mark[0] + " \t\r"):
            return end
        at = end
    return len(text)


def _indented(text: str, start: int, end: int) -> tuple[int, int]:
    """Code by four spaces after an empty line; what goes on with a list item is not."""
    above = text[text.rfind("\n", 0, start) + 1 : start]
    if not above.strip() or _LIST_OR_INDENTED.match(above):
        return start, start
    first = text.rfind("\n", 0, end) + 1
    code = _INDENTED.match(text, first)
    return first, code.end() if code else first


def inline(text: str) -> str:
    """Blank code, link targets, tags and addresses, in one block or in all of them."""
    pieces, at, done = [], 0, 0
    while found := _INLINE.search(text, done):
        start, end = _bounds(text, found)
        if "\n" in text[start:end] and block_lines(text, start)[1] < end:
            end = start  # it would run into another paragraph
        is_code = found["ticks"] is not None
        done = max(end, found.end() if is_code else found.start() + 1)
        if end > start >= at:
            kept = SUBSTITUTE if is_code else ""
            pieces += [text[at:start], kept, spaces(text[start + len(kept) : end])]
            at = end
    return without_addresses("".join([*pieces, text[at:]]) if pieces else text)


def _bounds(text: str, found: re.Match[str]) -> tuple[int, int]:
    """Where a piece begins and ends; both are the same, if it is none."""
    start = found.start()
    if found["ticks"] is not None:
        closing = re.compile(rf"(?<!`)`{found['ticks']}(?!`)").search(text, found.end(), found.end() + _LONGEST_CODE)
        return start, closing.end() if closing else start
    if found["target"]:
        return start + 1, found.end()
    if found["definition"]:
        line = text.rfind("\n", 0, start) + 1
        return (line, found.end()) if _LABEL.match(text, line, start) else (start, start)
    return start, found.end()
