"""Engines take data and give data: no framework, no network, no clock, no chance and no files but the ones passed in.

`lint-imports` holds the arrows between our packages; this test sees what an import rule does not.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ENGINES = Path(__file__).resolve().parents[2] / "src/alongside/engines"
MODULES = sorted(ENGINES.glob("**/*.py"))

FORBIDDEN_PACKAGES = {
    "framework": {"django", "click", "flask", "fastapi"},
    "network": {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "requests", "httpx", "aiohttp"},
    "clock": {"time", "sched"},
    "chance": {"random", "secrets", "uuid"},
    "machine": {"subprocess", "tempfile", "shutil", "logging", "sqlite3", "pickle", "shelve", "dbm", "ctypes"},
}
FORBIDDEN_ATTRIBUTES = {"now", "utcnow", "today", "random", "environ", "getenv", "urandom", "write_text", "write_bytes"}
FORBIDDEN_CALLS = {"print", "input", "exec", "eval", "compile", "__import__"}


def impurities(source: str) -> Iterator[str]:
    """What in a module's text breaks the promise, a sentence each."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from _forbidden_imports(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from _forbidden_imports([node.module or ""])
            yield from (f"takes {alias.name}" for alias in node.names if alias.name in FORBIDDEN_ATTRIBUTES)
        elif isinstance(node, ast.Attribute) and node.attr in FORBIDDEN_ATTRIBUTES:
            yield f"uses .{node.attr}"
        elif isinstance(node, ast.Call):
            yield from _forbidden_calls(node)


def _forbidden_imports(names: Iterator[str] | list[str]) -> Iterator[str]:
    for name in names:
        for kind, packages in FORBIDDEN_PACKAGES.items():
            if name.split(".")[0] in packages:
                yield f"imports {name} ({kind})"


def _forbidden_calls(call: ast.Call) -> Iterator[str]:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    if isinstance(call.func, ast.Name) and name in FORBIDDEN_CALLS:
        yield f"calls {name}()"
    modes = [word.value for word in call.keywords if word.arg == "mode"] + call.args
    written = {str(mode.value) for mode in modes if isinstance(mode, ast.Constant)} & {"w", "wb", "a", "ab", "x", "xb"}
    if name == "open" and written:
        yield "opens a file to write"


def test_there_are_engines_to_look_at() -> None:
    assert len(MODULES) > 5


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ENGINES)))
def test_engine_module_is_pure(module: Path) -> None:
    assert not list(impurities(module.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "source",
    [
        "import django.template",
        "from urllib.request import urlopen",
        "import time",
        "from datetime import datetime, UTC; datetime.now(UTC)",
        "import numpy as np; np.random.default_rng(1)",
        "from os import environ",
        "from pathlib import Path; Path('x').write_text('y')",
        "open('x', 'w')",
        "from pathlib import Path; Path('x').open(mode='wb')",
        "print('x')",
        "import pickle",
    ],
)
def test_an_impure_module_would_be_seen(source: str) -> None:
    assert list(impurities(source))
