"""A text that is open in an editor, with what was found in it."""

from dataclasses import dataclass, field
from functools import cached_property

from alongside.engines.writing import Finding, check
from alongside.writing.checking import Wanted
from alongside.writing.documents import markup_of
from alongside.writing.editor._positions import Lines

_MARKUPS = {
    "asciidoc": "text",
    "git-commit": "text",
    "gitcommit": "text",
    "html": "html",
    "json": "json",
    "jsonc": "json",
    "latex": "text",
    "mail": "text",
    "markdown": "markdown",
    "markdown.mdx": "markdown",
    "mdx": "markdown",
    "org": "text",
    "plaintext": "text",
    "quarto": "markdown",
    "restructuredtext": "rst",
    "rmd": "markdown",
    "rst": "rst",
    "tex": "text",
    "text": "text",
    "yaml": "yaml",
}
_OPENING = 1000


@dataclass
class Opened:
    """One version of a text."""

    uri: str
    version: int | None
    text: str
    language: str
    name: str
    wanted: Wanted
    encoding: str
    findings: list[Finding] = field(default_factory=list)

    @cached_property
    def lines(self) -> Lines:
        """The text by its lines."""
        return Lines(self.text, self.encoding)

    @cached_property
    def markup(self) -> str:
        """As the engine names it: what the project says, else by the editor's name for the language, else by name."""
        by_name = markup_of(self.name, self.text[:_OPENING])
        if self.wanted.markup:
            return self.wanted.markup
        if self.language in _MARKUPS:
            return _MARKUPS[self.language]
        return f"code:{self.language}" if self.language and by_name.startswith("code:") else by_name

    def check(self) -> None:
        """Find what is to be shown; it may run in a thread of its own."""
        wanted = self.wanted
        self.findings = check(
            self.text, markup=self.markup, people=wanted.people, rules=wanted.rules, locale=wanted.locale
        )

    def at(self, start: int, end: int) -> list[Finding]:
        """What was found in a stretch, or around a place."""
        return [one for one in self.findings if one.start <= end and start <= one.end]
