"""Links whose text says nothing, and pictures without words for them."""

import re
from collections.abc import Iterator
from typing import Final

from alongside.engines.writing._finding import Finding
from alongside.engines.writing._page import Page
from alongside.engines.writing._readability._mark import Rule

_VAGUE_LINK: Final = Rule(
    "readability.link-text",
    "avoid",
    "Screen readers read out a list of links, and there this says nothing. Let the link name what is behind it.",
    "WCAG 2.2, 2.4.4 and 2.4.9; GOV.UK: links",
)
_ADDRESS_AS_TEXT: Final = Rule(
    "readability.link-address",
    "consider",
    "A screen reader spells out the address, sign by sign. Let the link name what is behind it.",
    "WCAG 2.2, technique G91; GOV.UK: links",
)
_NO_ALT: Final = Rule(
    "readability.alt-text",
    "consider",
    'Nothing says what the picture shows. Describe it in a short sentence. If it is decoration, HTML has alt="".',
    "WCAG 2.2, 1.1.1; W3C: alt decision tree",
)

_VAGUE: Final = (
    r"(?:(?:please )?click (?:here|this|this link|on this|on this link|the link|below)|here|right here|over here|"
    r"(?:read|see|learn|find out|show|discover|view|get|know) more|more|more (?:info|information|details|here)|"
    r"this (?:link|page|site|website|one)|this|that|link|links|the link|details|continue|go|find out more here|"
    r"see (?:here|this)|check (?:it out|this out|here)|follow this link|download here|website|url|page)"
)
_IN_LINK = rf"[\s>»›→*_]*(?P<said>{_VAGUE})[\s>»›→.!…*_]*"
_LINKS = {
    "markdown": re.compile(rf"\[(?<!!\[){_IN_LINK}\](?=[(\[])", re.IGNORECASE),
    "html": re.compile(rf"<a\s[^<>]{{0,2000}}>{_IN_LINK}</a>", re.IGNORECASE),
    "rst": re.compile(rf"(?<!`)`{_IN_LINK}\s<[^<>`\n]{{1,2000}}>`__?", re.IGNORECASE),
}
_ADDRESS = r"(?P<said>(?:https?://|www\.)[^\s<>\[\]]{8,2000})"
_ADDRESSES = {
    "markdown": re.compile(rf"\[(?<!!\[){_ADDRESS}\]\("),
    "html": re.compile(rf"<a\s[^<>]{{0,2000}}>\s*{_ADDRESS}\s*</a>"),
}
_FILE_NAME = (
    r"(?:[\w-]{1,80}\.(?:png|jpe?g|gif|svg|webp)|image|img|picture|photo|screenshot|untitled|alt(?: text)?|logo)"
)
_PICTURES = {
    "markdown": re.compile(rf"!\[\s*(?:{_FILE_NAME})?\s*\](?=\()", re.IGNORECASE),
    "html": re.compile(r"<img\b(?![^<>]{0,4000}\balt\s*=)[^<>]{0,4000}>", re.IGNORECASE),
}
_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})", re.MULTILINE)


def findings(page: Page) -> Iterator[Finding]:
    """In Markdown, HTML and reStructuredText; Markdown may hold HTML."""
    for kind in ("markdown", "html") if page.markup == "markdown" else (page.markup,):
        for rule, patterns in ((_VAGUE_LINK, _LINKS), (_ADDRESS_AS_TEXT, _ADDRESSES)):
            if kind in patterns:
                yield from (
                    rule.at(page, match.span("said"))
                    for match in patterns[kind].finditer(page.source)
                    if _is_said(page, match)
                )
        if kind in _PICTURES:
            yield from (
                _NO_ALT.at(page, (match.start(), min(match.end(), match.start() + 40)))
                for match in _PICTURES[kind].finditer(page.source)
                if not _is_code(page.source, match.start())
            )


def _is_said(page: Page, match: re.Match[str]) -> bool:
    """Whether the link is one: in code its words are blanked. Addresses, and links in reST, are blanked everywhere."""
    if match.re is _LINKS["rst"] or match.re in _ADDRESSES.values():
        return not _is_code(page.source, match.start())
    return bool(page.masked[match.start("said") : match.end("said")].strip())


def _is_code(source: str, at: int) -> bool:
    line = source[source.rfind("\n", 0, at) + 1 : at]
    return line.count("`") % 2 == 1 or line.startswith(("    ", "\t")) or len(_FENCE.findall(source, 0, at)) % 2 == 1
