"""HTML: only text that is shown is kept; `html.parser` says where it stands."""

from html.parser import HTMLParser

from alongside.engines.writing._masking._addresses import without_addresses
from alongside.engines.writing._masking._blank import SUBSTITUTE, spaces

_NO_PROSE = frozenset("script style code pre kbd samp var tt math svg template textarea select noscript cite q".split())
_STANDS_FOR_A_WORD = frozenset("code kbd samp var tt math svg".split())
_QUOTED = frozenset(("blockquote",))
_BLOCKS = frozenset(
    "p div li ul ol h1 h2 h3 h4 h5 h6 td th tr table section article header footer main aside nav br hr dl dt dd figure"
    " figcaption form fieldset legend label option title body blockquote details summary address".split()
)
_EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())


def outline(text: str) -> str:
    """Blank tags, attributes, comments, scripts and what else is not shown as prose."""
    reader = _Reader(text)
    reader.feed(text)
    reader.close()
    return "".join(reader.finish())


def inline(text: str) -> str:
    """Blank the addresses in shown text."""
    return without_addresses(text)


class _Reader(HTMLParser):
    """Keeps what is shown, and blanks the stretches between."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self._text = text
        self._lines = [0]
        at = text.find("\n")
        while at >= 0:
            self._lines.append(at + 1)
            at = text.find("\n", at + 1)
        self._at = 0
        self._pieces: list[str] = []
        self._inside: list[str] = []
        self._breaks = False
        self._word = False

    def finish(self) -> list[str]:
        self._keep(len(self._text), len(self._text))
        return self._pieces

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._breaks |= tag in _BLOCKS
        if tag in _NO_PROSE | _QUOTED and tag not in _EMPTY:
            self._word |= tag in _STANDS_FOR_A_WORD
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._breaks |= tag in _BLOCKS
        if tag in self._inside:
            del self._inside[len(self._inside) - 1 - self._inside[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if self._inside:
            return
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        self._keep(start, start + len(data))

    def _keep(self, start: int, end: int) -> None:
        """Blank up to a place, then keep what stands there. A tag that begins a block becomes the end of a line."""
        between = self._text[self._at : start]
        blanked = spaces(between)
        if self._breaks and len(between) > 1:
            blanked = "\n\n" + blanked[2:]
        elif self._word and between:
            blanked = blanked[: len(blanked) // 2] + SUBSTITUTE + blanked[len(blanked) // 2 + 1 :]
        self._pieces += [blanked, self._text[start:end]]
        self._at, self._breaks, self._word = end, False, False
