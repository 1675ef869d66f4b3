"""Program code: comments and docstrings only, as the lexer of its language tells them."""

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name, get_lexer_for_filename
from pygments.token import Comment, String
from pygments.util import ClassNotFound

from alongside.engines.writing._masking import _markdown
from alongside.engines.writing._masking._blank import spaces

_NOT_PROSE = (Comment.Preproc, Comment.PreprocFile, Comment.Hashbang)
_MARKS = "#/*;-%!<>\"'{}()=~ \t|"
_PLAIN = frozenset("text md markdown rst restructuredtext".split())


def outline(text: str, language: str = "") -> str:
    """Blank all but comments and docstrings of a program.

    Args:
        text: the program.
        language: a name ("python") or a file name ("tools/a.rs"). Nothing of an unknown language is kept.
    """
    lexer = _lexer_for(language)
    if lexer is None:
        return spaces(text)
    pieces, at = [], 0
    for start, kind, said in lexer.get_tokens_unprocessed(text):
        if (kind in Comment or kind in String.Doc) and not any(kind in other for other in _NOT_PROSE):
            pieces += [spaces(text[at:start]), _comment(said)]
            at = start + len(said)
    return "".join([*pieces, spaces(text[at:])])


def inline(text: str) -> str:
    """Blank code and addresses in a comment; many are written in Markdown."""
    return _markdown.inline(text)


def _lexer_for(language: str) -> Lexer | None:
    try:
        return get_lexer_for_filename(language) if "." in language else get_lexer_by_name(language)
    except ClassNotFound:
        return None


def _comment(said: str) -> str:
    """A comment without the marks that make it one."""
    return "\n".join(_line(line) for line in said.split("\n"))


def _line(line: str) -> str:
    kept = line.lstrip(_MARKS)
    return " " * (len(line) - len(kept)) + kept.rstrip("*/\"'-> \t\r").ljust(len(kept))
