"""Markdown that somebody of the organisation wrote, as HTML that is safe on our pages.

CommonMark without HTML: a tag comes out as the characters that it is written with. No pictures, which would tell their
server who reads. Links lead to the web or to a mail, and nowhere else.
"""

from urllib.parse import urlsplit

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

_WEB = {"http", "https"}
_SCHEMES = _WEB | {"mailto"}


class _Safe(MarkdownIt):
    """A link that leads elsewhere than it may stays the characters that it is written with."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
        return _scheme(url) in _SCHEMES


def as_html(text: str) -> SafeString:
    """Return the HTML of a Markdown text, whose links tell the other side nothing of where they were."""
    tokens = _MARKDOWN.parse(text)
    links = [child for token in tokens for child in token.children or () if child.type == "link_open"]
    for link in links:
        link.attrSet("rel", "noopener noreferrer")
    html: str = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    # All that comes out is CommonMark's own tags and escaped characters, since `html` is off.
    return mark_safe(html)  # noqa: S308


def is_web_address(url: str) -> bool:
    return _scheme(url) in _WEB


def _scheme(url: str) -> str:
    try:
        return urlsplit(url).scheme.lower()
    except ValueError:
        return ""


_MARKDOWN = _Safe("commonmark", {"html": False}).disable("image")
