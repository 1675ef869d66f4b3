"""Comments by which texts already tell other checkers to leave something: alex, woke and Vale. They are obeyed.

    <!--alex ignore he-she-->                      the next paragraph
    <!--alex disable he-she--> ... enable -->      to there
    <!-- vale off --> ... <!-- vale on -->         to there
    # wokeignore:rule=blacklist                    this line and the next one

Their rules are named after words, so a name stands for the words in it. Without a name all is left.
"""

import re
from collections.abc import Iterator

_COMMENT = re.compile(
    r"<!--[ \t]*alex[ \t]+(?P<alex>ignore|disable|enable)(?P<rules>[^\n>]*?)-->"
    r"|<!--[ \t]*vale[ \t]+(?P<vale>off|on)[ \t]*-->"
    r"|wokeignore:rule=(?P<woke>[\w,-]+)"
)
_PARAGRAPH_END = re.compile(r"\S[ \t\r]*\n[ \t\r]*\n")
_EVERYTHING = frozenset(("all",))


def foreign_stretches(source: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield where what is to be left, by the comments of other checkers: beginning, end and names."""
    since: dict[str, tuple[int, frozenset[str]]] = {}
    for comment in _COMMENT.finditer(source):
        verb = comment["alex"] or comment["vale"] or "line"
        checker = "alex" if comment["alex"] else "vale"
        names = _names(comment["rules"] or comment["woke"] or "")
        if verb == "line":
            yield source.rfind("\n", 0, comment.start()) + 1, _line_after(source, comment.end()), names
        elif verb == "ignore":
            end = _PARAGRAPH_END.search(source, comment.end())
            yield comment.end(), end.end() if end else len(source), names
        elif checker in since:
            start, left = since.pop(checker)
            yield start, comment.end(), left
        if verb in {"disable", "off"}:
            since[checker] = comment.end(), names
    yield from ((start, len(source), left) for start, left in since.values())


def _names(rules: str) -> frozenset[str]:
    names = re.findall(r"[\w-]+", rules.casefold())
    return frozenset((*names, *(word for name in names for word in name.split("-")))) or _EVERYTHING


def _line_after(source: str, offset: int) -> int:
    first = source.find("\n", offset)
    second = source.find("\n", first + 1) if first >= 0 else -1
    return second if second >= 0 else len(source)
