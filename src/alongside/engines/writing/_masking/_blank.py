"""What takes the place of a piece that is no prose."""

import re

SUBSTITUTE = "\x1a"
"""The character named so in ASCII: no word, no space."""


def spaces(text: str) -> str:
    """As many spaces; line feeds stay."""
    if "\n" not in text:
        return " " * len(text)
    return "\n".join([" " * len(line) for line in text.split("\n")])


def blank(match: re.Match[str]) -> str:
    """A piece that stands for a word: `SUBSTITUTE`, then spaces."""
    return SUBSTITUTE + spaces(match.group()[1:])
