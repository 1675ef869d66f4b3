"""The peers of the writing check: had from their registries at a fixed version, each in a folder of its own."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
NPM = (
    "alex@11.0.1",
    "retext-equality@7.1.0",
    "unified@11.0.5",
    "remark-parse@11.0.0",
    "remark-retext@6.0.0",
    "retext-english@5.0.0",
    "vfile@6.0.3",
)
PROSELINT = "proselint==0.16.0"

Text = dict[str, str]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that is given texts and says where it would speak."""

    name: str
    marks: tuple[str, ...]
    """The command that marks words in texts, as JSON in and out."""
    checks: tuple[str, ...]
    """The command as its users start it, without the files."""
    folder: Path

    def spans(self, texts: Sequence[Text]) -> list[list[Span]]:
        done = subprocess.run(  # noqa: S603 - our own commands
            self.marks, input=json.dumps(texts), cwd=self.folder, check=True, capture_output=True, text=True
        )
        return [[(start, end) for start, end, _rule in found] for found in json.loads(done.stdout)]


def peers(var: Path) -> list[Peer]:
    """Those of the peers that can be had; what cannot is said, and left out."""
    found = [*from_npm(var / "npm"), *from_pypi(var / "proselint")]
    missing = {"alex", "retext-equality", "proselint"} - {peer.name for peer in found}
    for name in sorted(missing):
        print(f"{name}: skipped, it cannot be installed here")
    return found


def from_npm(folder: Path) -> list[Peer]:
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return []
    if not (folder / "node_modules/alex").exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}', encoding="utf-8")
        if not quietly([npm, "install", "--silent", "--no-audit", "--no-fund", *NPM], folder):
            return []
    marks = (node, str(HERE / "writing_peers.mjs"))
    alex = (node, str(folder / "node_modules/alex/cli.js"), "--quiet")
    return [
        Peer("alex", (*marks, "alex"), alex, folder),
        Peer("retext-equality", (*marks, "retext-equality"), (), folder),
    ]


def from_pypi(folder: Path) -> list[Peer]:
    python = folder / "bin/python"
    if not (folder / "bin/proselint").exists():
        made = quietly([sys.executable, "-m", "venv", str(folder)], HERE)
        if not made or not quietly([str(python), "-m", "pip", "install", "--quiet", PROSELINT], HERE):
            return []
    marks = (str(python), str(HERE / "writing_proselint.py"))
    return [Peer("proselint", marks, (str(folder / "bin/proselint"), "check"), folder)]


def quietly(command: list[str], folder: Path) -> bool:
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603 - our own commands
    except (OSError, subprocess.CalledProcessError):
        return False
    return True
