"""An import that is killed: at whatever moment, nothing is half done, and another run gives what one run would have."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

_PEOPLE = 1_500
_RUN = [sys.executable, "-c", "from alongside.cli import main; main()"]


class Site:
    """A set-up of its own, in processes of its own."""

    def __init__(self, home: Path) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("ALONGSIDE_", "DJANGO_"))}
        self.home, self.environment = home, {**kept, "ALONGSIDE_HOME": str(home)}
        self.start(
            "setup",
            "--organisation=Birch",
            "--jurisdiction=uk",
            "--administrator=Kim Lee",
            "--email=k@x.example",
            "--link",
        ).communicate()

    def start(self, *command: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(  # noqa: S603 - our own command
            [*_RUN, *command],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.home / "alongside.sqlite3")) as database:
            return database.execute(query).fetchall()

    def people(self) -> list[tuple[object, ...]]:
        return self.rows(
            "SELECT email, full_name, record, is_active, unit.code FROM people_person"
            " LEFT JOIN people_unit unit ON unit.id = unit_id ORDER BY email"
        )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(tmp_path_factory.mktemp("killed") / "home")


@pytest.mark.parametrize("seed", range(2))
def test_a_killed_import_leaves_all_or_nothing_and_the_next_run_completes_it(site: Site, seed: int) -> None:
    file = site.home / f"people{seed}.csv"
    lines = [f"p{n}@x.example,Kim {n} Lee{seed},R{n},t{n % 40},Team {n % 40}" for n in range(_PEOPLE)]
    file.write_text("\n".join(["email,name,record,unit,unit name", *lines, ""]), encoding="utf-8")
    before, moments = site.people(), random.Random(seed)  # noqa: S311 - when to kill is no secret

    started = time.monotonic()
    whole = site.start("people", "import", str(file), "--dry-run")
    whole.communicate()
    usual = time.monotonic() - started

    for _ in range(2):
        killed = site.start("people", "import", str(file))
        time.sleep(usual * moments.uniform(0.6, 1.5))
        killed.send_signal(signal.SIGKILL)
        killed.communicate()
        names = {row[1] for row in site.people() if row[0] != "k@x.example"}
        assert site.people() == before or len(names) == _PEOPLE
        assert site.people() == before or all(str(name).endswith(f"Lee{seed}") for name in names)

    last = site.start("people", "import", str(file))
    last.communicate()
    assert last.returncode == 0
    after = site.people()
    assert [row for row in after if row[0] != "k@x.example"] == sorted(
        (f"p{n}@x.example", f"Kim {n} Lee{seed}", f"R{n}", 1, f"t{n % 40}") for n in range(_PEOPLE)
    )
    assert site.rows("SELECT count(*) FROM people_nameword") == [(_PEOPLE * 3 + 2,)]
    assert site.rows("PRAGMA foreign_key_check") == []
