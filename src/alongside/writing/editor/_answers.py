"""What the server answers to each thing that an editor says."""

from pathlib import Path
from typing import Any

from lsprotocol import types as lsp

from alongside.writing.editor._actions import actions
from alongside.writing.editor._server import Server, path_of
from alongside.writing.editor._shown import explanation
from alongside.writing.project import NAMES, Asked

SOON = 0.2
"""Seconds after the last key until a text is checked."""
_QUICK_FIXES = lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix])


def serve(asked: Asked) -> None:
    """Speak with an editor over standard input and output, until it says goodbye."""
    server = Server(asked)
    for said, answer in _ANSWERS.items():
        server.feature(said)(answer)
    server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, _QUICK_FIXES)(_offer)
    server.start_io()


def _begin(ls: Server, params: lsp.InitializeParams) -> None:
    ls.start_with(_with_options(ls.asked, params.initialization_options))


async def _open(ls: Server, params: lsp.DidOpenTextDocumentParams) -> None:
    ls.check_soon(params.text_document.uri, 0)


async def _change(ls: Server, params: lsp.DidChangeTextDocumentParams) -> None:
    ls.check_soon(params.text_document.uri, SOON)


async def _save(ls: Server, params: lsp.DidSaveTextDocumentParams) -> None:
    if _configures(params.text_document.uri, ls.asked):
        ls.start_again()


async def _change_on_disk(ls: Server, params: lsp.DidChangeWatchedFilesParams) -> None:
    if any(_configures(change.uri, ls.asked) for change in params.changes):
        ls.start_again()


async def _close(ls: Server, params: lsp.DidCloseTextDocumentParams) -> None:
    ls.forget(params.text_document.uri)


def _hover(ls: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    opened = ls.opened.get(params.text_document.uri)
    if opened is None:
        return None
    offset = opened.lines.offset(params.position)
    found = opened.at(offset, offset)
    if not found:
        return None
    return lsp.Hover(explanation(found), opened.lines.range(found[0].start, found[0].end))


def _offer(ls: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    opened = ls.opened.get(params.text_document.uri)
    if opened is None:
        return []
    start, end = (opened.lines.offset(position) for position in (params.range.start, params.range.end))
    config, may_create = ls.config_of(opened.uri), _may_create(ls.client_capabilities)
    return [
        action
        for finding in opened.at(start, end)
        for action in actions(opened, finding, config=config, may_create=may_create)
    ]


_ANSWERS: dict[str, Any] = {
    lsp.INITIALIZE: _begin,
    lsp.TEXT_DOCUMENT_DID_OPEN: _open,
    lsp.TEXT_DOCUMENT_DID_CHANGE: _change,
    lsp.TEXT_DOCUMENT_DID_SAVE: _save,
    lsp.TEXT_DOCUMENT_DID_CLOSE: _close,
    lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES: _change_on_disk,
    lsp.TEXT_DOCUMENT_HOVER: _hover,
}


def _configures(uri: str, asked: Asked) -> bool:
    path = path_of(uri)
    return path is not None and (path.name in NAMES or path.suffix in {".csv", ".toml", ".yml"} or path == asked.people)


def _may_create(capabilities: lsp.ClientCapabilities) -> bool:
    edit = capabilities.workspace.workspace_edit if capabilities.workspace else None
    return bool(edit and edit.resource_operations and lsp.ResourceOperationKind.Create in edit.resource_operations)


def _with_options(asked: Asked, options: Any) -> Asked:
    """What an editor's settings ask for; a setting that is no text is left out."""
    if not isinstance(options, dict):
        return asked
    texts = {name: value for name, value in options.items() if isinstance(value, str) and value}
    return asked._replace(
        people=Path(texts["people"]) if "people" in texts else asked.people,
        config=Path(texts["config"]) if "config" in texts else asked.config,
        locale=texts.get("locale", asked.locale),
    )
