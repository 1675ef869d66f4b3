"""YAML: comments, and the values that are texts of several words; keys and all else are blanked."""

import re

from alongside.engines.writing._masking import _markdown

_KEY = re.compile(r"[ \t]*(?:-[ \t]+)*(?:[\w.$/@ -]+|\"[^\"\n]*\"|'[^'\n]*'):(?=[ \t]|\r?\Z)")
_COMMENT = re.compile(r"(?:\A|[ \t])#+")
_MARKS = re.compile(r"[ \t]*(?:-[ \t]+)*[|>][+-]?\d?[ \t]*\Z")


def outline(text: str) -> str:
    """Blank keys, and values of one word."""
    return "\n".join(map(_line, text.split("\n")))


def inline(text: str) -> str:
    """Blank code and addresses; long values are often Markdown."""
    return _markdown.inline(text)


def _line(line: str) -> str:
    comment = _COMMENT.search(line)
    value = line[: comment.start()] if comment else line
    key = _KEY.match(value)
    start = key.end() if key else 0
    shown = value[start:]
    if " " not in shown.strip() or _MARKS.match(shown):
        shown = " " * len(shown)
    said = " " * start + shown
    if comment is None:
        return said
    return said + " " * (comment.end() - comment.start()) + line[comment.end() :]
