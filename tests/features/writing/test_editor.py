"""`alongside lsp` as an editor meets it: another process, spoken with over standard input and output."""

import asyncio
import sys
from collections import defaultdict
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

CONFIGURATION = """
[write]
off = ["readability"]

[[write.rule]]
id = "house.synergy"
strength = "avoid"
terms = ["synergy"]
alternatives = ["working together", "team work"]
why = "Nobody outside of the board knows what it means."
source = ["The board"]
"""
_COMMAND = "import sys; sys.argv = ['alongside', 'lsp', *sys.argv[1:]]; from alongside.cli import main; main()"
PATIENCE = 30


class Editor:
    """An editor that has started the server."""

    def __init__(self, encodings: list[lsp.PositionEncodingKind]) -> None:
        self.client = LanguageClient("editor", "1")
        self.encodings = encodings
        self.shown: defaultdict[str, asyncio.Queue[lsp.PublishDiagnosticsParams]] = defaultdict(asyncio.Queue)
        self.messages: list[str] = []
        self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda said: self.shown[said.uri].put_nowait(said))
        self.client.feature(lsp.WINDOW_SHOW_MESSAGE)(lambda said: self.messages.append(said.message))

    async def start(self, *arguments: str) -> None:
        await self.client.start_io(sys.executable, "-c", _COMMAND, *arguments)
        edit = lsp.WorkspaceEditClientCapabilities(
            document_changes=True, resource_operations=[lsp.ResourceOperationKind.Create]
        )
        capabilities = lsp.ClientCapabilities(
            general=lsp.GeneralClientCapabilities(position_encodings=self.encodings),
            workspace=lsp.WorkspaceClientCapabilities(workspace_edit=edit),
        )
        await self.client.initialize_async(lsp.InitializeParams(capabilities))
        self.client.initialized(lsp.InitializedParams())

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        stopped: Awaitable[None] = self.client.stop()  # type: ignore[no-untyped-call]
        await asyncio.wait_for(stopped, PATIENCE)


class Text:
    """A text that is open in an editor, in a folder of its own."""

    def __init__(self, editor: Editor, folder: Path) -> None:
        self.editor, self.client, self.folder = editor, editor.client, folder
        self.uri = ""

    async def open(self, text: str, *, language: str = "markdown", name: str = "plan.md") -> list[lsp.Diagnostic]:
        self.uri = (self.folder / name).as_uri()
        document = lsp.TextDocumentItem(uri=self.uri, language_id=language, version=1, text=text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(document))
        return await self.next()

    def write(self, text: str, version: int) -> None:
        self.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                text_document=lsp.VersionedTextDocumentIdentifier(uri=self.uri, version=version),
                content_changes=[lsp.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    async def published(self) -> lsp.PublishDiagnosticsParams:
        return await asyncio.wait_for(self.editor.shown[self.uri].get(), PATIENCE)

    async def next(self) -> list[lsp.Diagnostic]:
        return list((await self.published()).diagnostics)

    async def offers(self, mark: lsp.Diagnostic) -> dict[str, lsp.CodeAction]:
        asked = lsp.CodeActionParams(
            lsp.TextDocumentIdentifier(self.uri), mark.range, lsp.CodeActionContext(diagnostics=[mark])
        )
        offered = await self.client.text_document_code_action_async(asked)
        return {action.title: action for action in offered or [] if isinstance(action, lsp.CodeAction)}

    async def hover(self, line: int, character: int) -> lsp.Hover | None:
        place = lsp.HoverParams(lsp.TextDocumentIdentifier(self.uri), lsp.Position(line, character))
        return await self.client.text_document_hover_async(place)


Story = Callable[[Text], Coroutine[Any, Any, None]]
Told = Callable[[Story], None]
UTF_16, UTF_8, UTF_32 = (getattr(lsp.PositionEncodingKind, name) for name in ("Utf16", "Utf8", "Utf32"))


Run = Callable[[Coroutine[Any, Any, None]], None]


@contextmanager
def running(*arguments: str, encodings: Any) -> Iterator[tuple[Run, Editor]]:
    """In a thread of its own, because Playwright's loop goes on running in the one that tests are in."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        runner = asyncio.Runner()

        def run(story: Coroutine[Any, Any, None]) -> None:
            thread.submit(runner.run, story).result()

        editor = Editor(encodings)
        run(editor.start(*arguments))
        try:
            yield run, editor
        finally:
            run(editor.stop())
            thread.submit(runner.close).result()


@pytest.fixture(scope="module")
def _server() -> Iterator[tuple[Run, Editor]]:
    """One process for all: to start it takes longer than to speak with it."""
    with running(encodings=[UTF_16]) as server:
        yield server


@pytest.fixture
def told(_server: tuple[Run, Editor], tmp_path: Path) -> Told:
    run, editor = _server
    (tmp_path / "alongside.toml").write_text(CONFIGURATION, encoding="utf-8")

    async def in_full(story: Story) -> None:
        editor.messages.clear()
        await story(Text(editor, tmp_path))

    return lambda story: run(in_full(story))


def edits_of(action: lsp.CodeAction) -> list[tuple[str, lsp.Range, str]]:
    assert action.edit
    changes = action.edit.document_changes or []
    return [
        (change.text_document.uri, edit.range, edit.new_text)
        for change in changes
        if isinstance(change, lsp.TextDocumentEdit)
        for edit in change.edits
        if isinstance(edit, lsp.TextEdit)
    ]


def span(line: int, start: int, end: int) -> lsp.Range:
    return lsp.Range(lsp.Position(line, start), lsp.Position(line, end))


def test_marks_appear_when_a_text_is_opened_and_go_when_the_words_go(told: Told) -> None:
    async def story(text: Text) -> None:
        (mark,) = await text.open("# Plan\n\nWe need synergy.\n")
        assert mark.range == span(2, 8, 15)
        assert (mark.code, mark.source, mark.severity) == ("house.synergy", "alongside", lsp.DiagnosticSeverity.Warning)
        assert "Better: working together · team work" in mark.message
        text.write("# Plan\n\nWe need time.\n", 2)
        assert await text.next() == []

    told(story)


def test_quick_typing_is_checked_once(told: Told) -> None:
    async def story(text: Text) -> None:
        await text.open("")
        for version, length in enumerate(range(1, 9), 2):
            text.write("synergy."[:length], version)
        published = await text.published()
        assert (published.version, len(published.diagnostics)) == (9, 1)
        await asyncio.sleep(0.4)
        assert text.editor.shown[text.uri].empty()

    told(story)


def test_pointing_at_marked_words_tells_why_who_says_so_and_what_else_to_write(told: Told) -> None:
    async def story(text: Text) -> None:
        await text.open("We need synergy.\n")
        hover = await text.hover(0, 10)
        assert hover
        assert isinstance(hover.contents, lsp.MarkupContent)
        assert hover.range == span(0, 8, 15)
        for said in ("Nobody outside", "**working together**", "`avoid`", "house.synergy", "The board"):
            assert said in hover.contents.value
        assert await text.hover(0, 2) is None

    told(story)


def test_each_alternative_is_one_action(told: Told) -> None:
    async def story(text: Text) -> None:
        (mark,) = await text.open("We need synergy.\n")
        offers = await text.offers(mark)
        assert list(offers)[:2] == ["Write “working together”", "Write “team work”"]
        assert edits_of(offers["Write “team work”"]) == [(text.uri, span(0, 8, 15), "team work")]

    told(story)


@pytest.mark.parametrize(
    ("name", "language", "before", "after"),
    [
        (
            "a.md",
            "markdown",
            "- We need synergy.\n- x",
            "- We need synergy. <!-- alongside ignore house.synergy: say why -->\n- x",
        ),
        ("a.txt", "plaintext", "synergy", "synergy [alongside ignore house.synergy: say why]"),
        (
            "a.rst",
            "restructuredtext",
            "x\n\n  We need\n  synergy.",
            "x\n\n  .. alongside ignore house.synergy: say why\n\n  We need\n  synergy.",
        ),
    ],
)
def test_ignoring_puts_in_the_comment_of_the_markup_which_counts_once_it_has_a_reason(
    told: Told, name: str, language: str, before: str, after: str
) -> None:
    async def story(text: Text) -> None:
        (mark,) = await text.open(before, language=language, name=name)
        ((uri, place, words),) = edits_of((await text.offers(mark))["Ignore here with a reason"])
        lines = before.split("\n")
        line = lines[place.start.line]
        lines[place.start.line] = line[: place.start.character] + words + line[place.end.character :]
        assert uri == text.uri
        assert "\n".join(lines) == after
        text.write(after, 2)
        assert {mark.code for mark in await text.next()} == {"house.synergy", "writing.no-reason"}
        text.write(after.replace("say why", "it is on the wall"), 3)
        assert await text.next() == []

    told(story)


def test_allowing_writes_into_the_configuration_which_counts_once_it_has_a_reason(told: Told, tmp_path: Path) -> None:
    async def story(text: Text) -> None:
        (mark,) = await text.open("We need synergy.\n")
        action = (await text.offers(mark))["Allow “synergy” in this project with a reason"]
        ((uri, place, words),) = edits_of(action)
        config = tmp_path / "alongside.toml"
        assert uri == config.as_uri()
        assert place.start.line == CONFIGURATION.count("\n")
        assert words == '\n[[write.allow]]\nterm = "synergy"\nreason = "say why"\n'
        saved = lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(uri))
        config.write_text(CONFIGURATION + words, encoding="utf-8")
        text.client.text_document_did_save(saved)
        await text.next()
        assert "reason is missing" in text.editor.messages[0]
        config.write_text(CONFIGURATION + words.replace("say why", "on the wall"), encoding="utf-8")
        text.client.text_document_did_save(saved)
        assert await text.next() == []

    told(story)


def test_a_configuration_is_made_where_there_is_none(told: Told, tmp_path: Path) -> None:
    async def story(text: Text) -> None:
        (mark,) = await text.open("We need synergy.\n")
        (tmp_path / "alongside.toml").unlink()
        action = (await text.offers(mark))["Allow “synergy” in this project with a reason"]
        assert action.edit
        assert action.edit.document_changes
        made, written = action.edit.document_changes
        assert isinstance(made, lsp.CreateFile)
        assert made.uri == (tmp_path / "alongside.toml").as_uri()
        assert isinstance(written, lsp.TextDocumentEdit)

    told(story)


@pytest.mark.parametrize(
    ("encodings", "start"),
    [([UTF_8, UTF_16], 21), ([UTF_32, UTF_16], 12), ([UTF_16], 14)],
    ids=["utf-8", "utf-32", "utf-16"],
)
def test_places_are_counted_as_the_editor_counts(tmp_path: Path, encodings: Any, start: int) -> None:
    async def story(text: Text) -> None:
        (mark,) = await text.open("One\r\n😀 𝔄łé é ok: synergy\u2028x\r\n")
        assert mark.range == span(1, start, start + 7)
        hover = await text.hover(1, start + 3)
        assert hover
        assert hover.range == mark.range

    (tmp_path / "alongside.toml").write_text(CONFIGURATION, encoding="utf-8")
    with running(encodings=encodings) as (run, editor):
        run(story(Text(editor, tmp_path)))


def test_a_text_that_is_closed_loses_its_marks(told: Told) -> None:
    async def story(text: Text) -> None:
        await text.open("synergy")
        text.client.text_document_did_close(lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(text.uri)))
        assert await text.next() == []

    told(story)


def test_the_people_of_the_project_are_known(told: Told, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("id,name,pronouns\nsam,Samira Rahimi,they/them\n", encoding="utf-8")
    people = CONFIGURATION.replace("[write]", '[write]\npeople = "people.csv"')
    (tmp_path / "alongside.toml").write_text(people, encoding="utf-8")

    async def story(text: Text) -> None:
        marks = await text.open("Samira Rahimi finished her report. Samira said she will send it.\n")
        assert "their" in [words.strip("“”.") for mark in marks for words in mark.message.split()]

    told(story)
