"""What somebody writes is theirs: the command keeps nothing of it and tells nobody, whatever it is asked for.

Seen by the hook of `test_look_back_never_watch`, whose own tests show that it sees.
"""

from pathlib import Path

import pytest
from test_look_back_never_watch import everything_in, watch

# By its own door, which gives the exit code back: here it would be 1, as there is something to find.
COMMAND = "from alongside.cli.write import main; main(sys.argv[1:])"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "plan.md").write_text("Hey guys, Jose came to the plan.\n", encoding="utf-8")
    (tmp_path / "people.csv").write_text("name\nJosé García\n", encoding="utf-8")
    (tmp_path / "style.yml").write_text("extends: existence\ntokens: [plan]\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "markdown"])
def test_the_command_writes_no_file_and_opens_no_connection(home: Path, form: str) -> None:
    before = everything_in(home)
    options = ("--format", form, "--advert", "--people", "people.csv", "--pack", "style.yml")
    run = watch(home, "plan.md", *options, run=COMMAND)
    assert "guys" in run.printed
    assert not run.written
    assert not run.left
    assert everything_in(home) == before


def test_the_command_writes_the_one_file_it_is_asked_for(home: Path) -> None:
    before = everything_in(home)
    watch(home, "plan.md", "--output", "report.txt", run=COMMAND)
    assert everything_in(home).keys() - before.keys() == {"report.txt"}
