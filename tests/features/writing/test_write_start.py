"""`alongside write` starts for every file that is saved, so it may bring only what that file needs."""

import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = """
import sys
sys.argv = ["alongside", "write", *sys.argv[1:]]
from alongside.cli import main
try:
    main()
except SystemExit as end:
    print(end.code, *sys.modules)
"""
HEAVY = {
    "click",
    "concurrent.futures",
    "difflib",
    "django",
    "docx",
    "lxml",
    "multiprocessing",
    "numpy",
    "pathspec",
    "pygls",
    "pypdf",
    "re2",
    "shutil",
    "tomllib",
    "yaml",
    "zipfile",
    "alongside.engines.meetings",
    "alongside.engines.practice",
    "alongside.engines.writing._adverts",
    "alongside.engines.writing._ignoring",
    "alongside.engines.writing._packs",
    "alongside.engines.writing._people",
    "alongside.settings",
}


def modules(folder: Path, *arguments: str) -> set[str]:
    ran = subprocess.run(  # noqa: S603
        [sys.executable, "-c", _PROGRAM, *arguments], check=True, capture_output=True, text=True, cwd=folder
    )
    code, *names = ran.stdout.splitlines()[-1].split()
    assert code in {"0", "1"}
    return set(names)


@pytest.mark.parametrize("text", ["We need time.\n", "Hey guys, look at the blacklist.\n"])
def test_a_check_of_one_small_file_imports_nothing_heavy(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    brought = modules(tmp_path, "a.md")
    brought |= {name.partition(".")[0] for name in brought}
    assert not brought & HEAVY


def test_what_a_file_needs_is_brought(tmp_path: Path) -> None:
    (tmp_path / "alongside.toml").write_text("[write]\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("We need time.\n", encoding="utf-8")
    assert "tomllib" in modules(tmp_path, "a.md")
