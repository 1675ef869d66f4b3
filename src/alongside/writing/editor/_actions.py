"""What an editor offers at marked words: each alternative, to ignore them here, and to allow them in the project."""

import re
from collections.abc import Iterator
from pathlib import Path

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    CreateFile,
    CreateFileOptions,
    OptionalVersionedTextDocumentIdentifier,
    Position,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from alongside.engines.writing import Finding, allowance, comment, fix_of
from alongside.writing.choices import without, words_for
from alongside.writing.editor._opened import Opened
from alongside.writing.editor._shown import diagnostic
from alongside.writing.project import NAMES

_ENDS_OF_COMMENTS = re.compile(r"\s*(?:\*/|-->|\"\"\"|''')\s*$|\s+$")
_BLOCK_COMMENT = "rst"


def actions(opened: Opened, finding: Finding, *, config: Path, may_create: bool) -> Iterator[CodeAction]:
    """Offer, best first, what can be done about a finding.

    Args:
        opened: the text that it was found in.
        finding: one of its findings.
        config: the configuration of the project, or where it would be.
        may_create: whether the editor can make a file that is not there.
    """
    mark = diagnostic(finding, opened.lines)
    fix = fix_of(finding, opened.wanted.rules)
    for words in words_for(finding):
        yield CodeAction(
            title=f"Write “{words}”",
            kind=CodeActionKind.QuickFix,
            diagnostics=[mark],
            edit=_edit(opened, TextEdit(mark.range, words)),
            is_preferred=words == fix or None,
        )
    if gone := without(finding, opened.text):
        start, end, instead = gone
        yield CodeAction(
            title="Leave it out",
            kind=CodeActionKind.QuickFix,
            diagnostics=[mark],
            edit=_edit(opened, TextEdit(opened.lines.range(start, end), instead)),
        )
    if finding.rule != _NO_REASON and (kept := _ignored(opened, finding)):
        yield CodeAction(
            title="Ignore here with a reason",
            kind=CodeActionKind.QuickFix,
            diagnostics=[mark],
            edit=_edit(opened, kept),
        )
    if finding.kind == "term" and finding.rule != _NO_REASON and (config.is_file() or may_create):
        yield CodeAction(
            title=f"Allow “{finding.text}” in this project with a reason",
            kind=CodeActionKind.QuickFix,
            diagnostics=[mark],
            edit=_allowed(finding, config),
        )


_NO_REASON = "writing.no-reason"


def _edit(opened: Opened, edit: TextEdit) -> WorkspaceEdit:
    document = OptionalVersionedTextDocumentIdentifier(uri=opened.uri, version=opened.version)
    return WorkspaceEdit(document_changes=[TextDocumentEdit(document, [edit])])


def _ignored(opened: Opened, finding: Finding) -> TextEdit | None:
    """A comment after the words of the line, where no markup is broken by it; reStructuredText has it above."""
    said = comment(finding.rule, opened.markup)
    if not said:
        return None
    lines = opened.lines
    number = lines.position(finding.start).line
    start, end = lines.line(number)
    if opened.markup == _BLOCK_COMMENT:
        first = _first_line_of_paragraph(opened, number)
        begin, until = lines.line(first)
        indent = re.match(r"\s*", opened.text[begin:until])
        space = indent.group() if indent else ""
        return TextEdit(lines.range(begin, begin), f"{space}{said}\n\n")
    line = opened.text[start:end]
    tail = _ENDS_OF_COMMENTS.search(line)
    at = start + (tail.start() if tail and start + tail.start() >= finding.end else len(line))
    return TextEdit(lines.range(at, at), f" {said}")


def _first_line_of_paragraph(opened: Opened, number: int) -> int:
    while number:
        start, end = opened.lines.line(number - 1)
        if not opened.text[start:end].strip():
            break
        number -= 1
    return number


def _allowed(finding: Finding, config: Path) -> WorkspaceEdit:
    """An entry at the end of the configuration, which is made if there is none."""
    uri = config.as_uri()
    table = "tool.alongside.write" if config.name == NAMES[1] else "write"
    text = allowance(term=finding.text, table=table)
    document = OptionalVersionedTextDocumentIdentifier(uri=uri)
    if not config.is_file():
        made = CreateFile(uri=uri, options=CreateFileOptions(ignore_if_exists=True))
        start = Position(0, 0)
        return WorkspaceEdit(
            document_changes=[made, TextDocumentEdit(document, [TextEdit(Range(start, start), text.lstrip())])]
        )
    written = config.read_text(encoding="utf-8", errors="replace")
    end = Position(written.count("\n"), len(written.rpartition("\n")[2]))
    lead = "" if not written or written.endswith("\n") else "\n"
    return WorkspaceEdit(document_changes=[TextDocumentEdit(document, [TextEdit(Range(end, end), lead + text)])])
