"""The real thing in processes of its own: a folder that was set up, and commands that are started and stopped in it."""

import os
import secrets
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
_FOUND = """
import django; django.setup()
from django.core.management import call_command; call_command("migrate", verbosity=0)
from organisation import found, join; join(found(), "Ben Okafor")
"""


def until(happens: Callable[[], object], *, seconds: float = 60) -> None:
    """Wait for something that another process does."""
    end = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


@dataclass
class Running:
    """A folder with a site in it. What is started here is killed at the end of the test."""

    home: Path
    more: dict[str, str] = field(default_factory=dict)
    started: list["subprocess.Popen[str]"] = field(default_factory=list)

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("ALONGSIDE_", "DJANGO_"))}
        return {**kept, "ALONGSIDE_HOME": str(self.home), "PYTHONPATH": str(TESTS), **self.more}

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        """Start `alongside` with these arguments."""
        return self._start([sys.executable, "-c", "from alongside.cli import main; main()", *arguments])

    def run(self, *arguments: str) -> tuple[int, str]:
        """Run `alongside` to its end, and give its exit code and all it said."""
        process = self.start(*arguments)
        said, _ = process.communicate(timeout=60)
        return process.returncode, said

    def start_python(self, lines: str) -> "subprocess.Popen[str]":
        return self._start([sys.executable, "-c", lines])

    def python(self, lines: str) -> str:
        process = self.start_python(lines)
        said, _ = process.communicate(timeout=60)
        assert process.returncode == 0, said
        return said

    def ask(self, question: str) -> list[tuple[object, ...]]:
        """Read the database as somebody who has the file."""
        connection = sqlite3.connect(self.home / "alongside.sqlite3", timeout=20)
        try:
            return connection.execute(question).fetchall()
        finally:
            connection.close()

    def _start(self, command: list[str]) -> "subprocess.Popen[str]":
        process = subprocess.Popen(  # noqa: S603 - our own command
            command,
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.started.append(process)
        return process


@pytest.fixture(scope="session")
def _set_up_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("set-up")
    (home / "secret-key").write_text(secrets.token_urlsafe(64), encoding="ascii")
    Running(home, {"DJANGO_SETTINGS_MODULE": "alongside.settings"}).python(_FOUND)
    return home


@pytest.fixture
def running(_set_up_home: Path, tmp_path: Path) -> Iterator[Running]:
    home = tmp_path / "home"
    shutil.copytree(_set_up_home, home)
    # No port of its own for the voice host: the tests that run at the same time would all want it.
    site = Running(home, {"DJANGO_SETTINGS_MODULE": "alongside.settings", "ALONGSIDE_VOICE_URL": "http://voice.test"})
    yield site
    for process in site.started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
