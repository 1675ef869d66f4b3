"""What a writer says in the text itself: leave this as it is, because ...

    <!-- alongside ignore gender.guys: the name of our band -->       the next paragraph; after words, its own line
    <!-- alongside off gender: quoted from the law of 1975 -->        from here on ...
    <!-- alongside on -->                                             ... to here

The same words stand in a comment of any markup: `.. alongside ignore ...` in reStructuredText, `# alongside ignore ...`
in a program, where it is for the next line. Several rules, categories or words are divided by commas. Without a reason
nothing is ignored, and that is said.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from alongside.engines.writing._decisions import speaks_of
from alongside.engines.writing._finding import Finding
from alongside.engines.writing._foreign_ignoring import foreign_stretches
from alongside.engines.writing._rules import UNSAID

_NAME = "alongside"
NO_REASON = "writing.no-reason"
_REACH = 12
_SAID = re.compile(r"alongside(?<!\walongside)[ \t]+(ignore|off|on)\b([^\n]*)")
_ENDS = re.compile(r"-->|\*/|#\}|\]|\r")
_OPENS = ("<!--", "#", "//", "/*", "*", "..", "--", ";", "%", "{#", "[", '"""', "'''")
# Between backticks somebody writes about such a comment.
_OPENING = re.compile(rf"(?:^|[^`])(?:{'|'.join(map(re.escape, sorted(_OPENS, key=len, reverse=True)))})[ \t]*$")
_PROSE_OPENS = ("<!--", "..", "[", "{#")
_COMMENTS = {
    "markdown": "<!-- {} -->",
    "html": "<!-- {} -->",
    "text": "[{}]",
    "rst": ".. {}",
    "code": "[{}]",
    "yaml": "# {}",
}
_LINE_END = re.compile(r"\n")
_PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n")
_NO_WORDS = re.compile(r"(?:[ \t]*(?:<!--[^\n]*-->|\.\.[^\n]*)?[ \t]*(?:\r?\n))*")


def not_ignored(found: Iterable[Finding], source: str) -> list[Finding]:
    """Return what nobody said is to be left as it is, and a finding for each such comment that has no reason."""
    kept = list(found)
    stretches = list(_stretches(source))
    kept = [one for one in kept if not any(_is_ignored(one, stretch) for stretch in stretches)]
    return kept + [_without_reason(source, start, end) for start, end, names in stretches if not names]


class _Stretch(NamedTuple):
    """Where what is ignored; nothing, if the comment has no reason: then it is the stretch itself."""

    start: int
    end: int
    names: frozenset[str]


def _stretches(source: str) -> Iterator[_Stretch]:
    since: dict[frozenset[str], int] = {}
    for said in _SAID.finditer(source):
        verb, rest = said.groups()
        if not _OPENING.search(source, max(said.start() - _REACH, 0), said.start()):
            continue
        what, _, reason = _ENDS.split(rest, maxsplit=1)[0].partition(":")
        if verb == "on":
            yield from (_Stretch(start, said.end(), names) for names, start in since.items())
            since = {}
        elif reason.strip() in {"", UNSAID}:
            yield _Stretch(said.start(), said.start(2) + len(what.rstrip()), frozenset())
        elif verb == "off":
            since[_names(what)] = said.end()
        else:
            line = source.rfind("\n", 0, said.start()) + 1
            yield _Stretch(line, _end(source, line, said), _names(what))
    yield from (_Stretch(start, len(source), names) for names, start in since.items())
    yield from (_Stretch(*left) for left in foreign_stretches(source))


def _names(what: str) -> frozenset[str]:
    return frozenset(name.strip().casefold() for name in what.split(",") if name.strip())


def _end(source: str, line: int, said: re.Match[str]) -> int:
    """After words, the end of their line; else the end of the next paragraph, or of the next line of a program."""
    before = source[line : said.start()].rstrip(" \t")
    opening = max((one for one in _OPENS if before.endswith(one)), key=len)
    if before.removesuffix(opening).strip():
        return said.end()
    gap = _NO_WORDS.match(source, min(said.end() + 1, len(source)))
    start = gap.end() if gap else said.end()
    end = _PARAGRAPH_END.search(source, start) if opening in _PROSE_OPENS else _LINE_END.search(source, start)
    return end.start() if end else len(source)


def _is_ignored(one: Finding, stretch: _Stretch) -> bool:
    if not stretch.start <= one.start <= stretch.end:
        return False
    names = stretch.names
    return not names.isdisjoint({one.rule, one.category, "all"}) or any(speaks_of(name, one) for name in names)


def _without_reason(source: str, start: int, end: int) -> Finding:
    return Finding(
        start,
        end,
        source[start:end],
        NO_REASON,
        "writing",
        "term",
        "consider",
        "Nothing is ignored here: no reason is given. Write one after a colon, for whoever reads this next year.",
        source="Alongside",
    )


def comment(what: str, markup: str) -> str:
    """The comment that ignores a rule in a markup, with `UNSAID` for the reason; "" if the markup has no comments."""
    form = _COMMENTS.get(markup.partition(":")[0], "")
    return form.format(f"alongside ignore {what}: {UNSAID}") if form else ""
