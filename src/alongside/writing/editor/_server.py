"""The server: it checks a text when it is opened, and again soon after each change."""

import asyncio
from pathlib import Path
from urllib.parse import unquote, urlparse
from urllib.request import url2pathname

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from alongside import __version__
from alongside.engines.writing import UnusableConfiguration
from alongside.writing.checking import Wanted
from alongside.writing.editor._opened import Opened
from alongside.writing.editor._shown import diagnostic
from alongside.writing.project import NAMES, Asked, Projects


class Server(LanguageServer):
    """Knows what is open, and the projects that it belongs to."""

    def __init__(self, asked: Asked) -> None:
        super().__init__("alongside", __version__)
        self.asked = asked
        self.projects = Projects(asked)
        self.opened: dict[str, Opened] = {}
        self.waiting: dict[str, asyncio.Task[None]] = {}
        self.told: set[str] = set()

    def folder_of(self, uri: str) -> Path:
        path = path_of(uri)
        if path:
            return path.parent
        root = self.workspace.root_path
        return Path(root) if root else Path.cwd()

    def wanted(self, uri: str) -> Wanted:
        """How to check a text; by our rules alone where the configuration cannot be used, which is said once."""
        try:
            return self.projects.of(self.folder_of(uri)).wanted(str(path_of(uri) or uri))
        except UnusableConfiguration as fault:
            self.say_once(str(fault))
            return Wanted()

    def say_once(self, said: str) -> None:
        if said not in self.told:
            self.told.add(said)
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Warning, said))

    def config_of(self, uri: str) -> Path:
        """The configuration of a text's project, or where it would be: at the root of what the editor has open."""
        try:
            file = self.projects.of(self.folder_of(uri)).file
        except UnusableConfiguration:
            file = None
        root = self.workspace.root_path
        return file or (Path(root) if root else self.folder_of(uri)) / NAMES[0]

    def check_soon(self, uri: str, wait: float) -> None:
        """Check after a pause, unless another change comes first."""
        if task := self.waiting.pop(uri, None):
            task.cancel()
        self.waiting[uri] = asyncio.get_running_loop().create_task(self._check(uri, wait))

    async def _check(self, uri: str, wait: float) -> None:
        await asyncio.sleep(wait)
        document = self.workspace.get_text_document(uri)
        opened = Opened(
            uri=uri,
            version=document.version,
            text=document.source,
            language=document.language_id or "",
            name=str(path_of(uri) or uri),
            wanted=self.wanted(uri),
            encoding=str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding)),
        )
        try:
            await asyncio.to_thread(opened.check)
        except UnusableConfiguration as fault:
            self.say_once(str(fault))
        self.opened[uri] = opened
        self.waiting.pop(uri, None)
        self.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(
                uri=uri,
                version=opened.version,
                diagnostics=[diagnostic(finding, opened.lines) for finding in opened.findings],
            )
        )

    def forget(self, uri: str) -> None:
        """Keep nothing of a text that was closed."""
        self.opened.pop(uri, None)
        if task := self.waiting.pop(uri, None):
            task.cancel()
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri=uri, diagnostics=[]))

    def start_with(self, asked: Asked) -> None:
        self.asked, self.projects = asked, Projects(asked)

    def start_again(self) -> None:
        """Read the configurations and the people anew, and check all that is open."""
        self.projects = Projects(self.asked)
        self.told.clear()
        for uri in list(self.opened):
            self.check_soon(uri, 0)


def path_of(uri: str) -> Path | None:
    parts = urlparse(uri)
    return Path(url2pathname(unquote(parts.path))) if parts.scheme == "file" else None
