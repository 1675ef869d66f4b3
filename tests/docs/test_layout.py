"""The tree keeps to the rules that CONTRIBUTING.md tells a newcomer."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from alongside import __version__

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(ROOT.glob("src/**/*.py"))
TEMPLATES = sorted(ROOT.glob("src/**/*.html"))
DECISIONS = sorted(ROOT.glob("docs/decisions/*.md"))

SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc", "constants", "stuff"}
LINES_OF_A_MODULE = 400
LINES_OF_A_TEMPLATE = 80
LINES_OF_A_DECISION = 40

# A path that exists on one machine only, such as the home folder of whoever wrote the line.
_MACHINE_PATH = re.compile(r"(?<![\w.:/])(?:/(?:root|home|work|Users|opt|mnt)/\w|[A-Z]:\\\w)")
# The lock file may name the public index and nothing else.
_PUBLIC_HOSTS = {"pypi.org", "files.pythonhosted.org"}


def _tracked_texts() -> list[tuple[str, str]]:
    listing = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S607
    paths = [ROOT / name for name in listing.stdout.splitlines() if (ROOT / name).is_file()]
    return [(str(path.relative_to(ROOT)), path.read_bytes().decode("utf-8", errors="replace")) for path in paths]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_has_a_name_that_says_something(module: Path) -> None:
    assert not {part.strip("_") for part in module.relative_to(ROOT).with_suffix("").parts} & SAYS_NOTHING


@pytest.mark.parametrize(
    ("documents", "limit"),
    [(MODULES, LINES_OF_A_MODULE), (TEMPLATES, LINES_OF_A_TEMPLATE), (DECISIONS, LINES_OF_A_DECISION)],
    ids=["modules", "templates", "decisions"],
)
def test_files_are_short_enough_to_read(documents: list[Path], limit: int) -> None:
    lines = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8").count("\n") for path in documents}
    assert not {name: count for name, count in lines.items() if count > limit}


def test_decisions_are_numbered_without_a_gap_and_have_four_parts() -> None:
    assert [path.name[:4] for path in DECISIONS] == [f"{number:04}" for number in range(1, len(DECISIONS) + 1)]
    for path in DECISIONS:
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {path.name[:4]}: ")
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [
            "Question",
            "Decision",
            "What else there was",
            "What follows",
        ]


def test_every_dependency_of_the_product_has_a_reason() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = project.split("\ndependencies = [\n")[1].split("\n]")[0].splitlines()
    assert listed
    assert not [line for line in listed if not re.search(r"# \w.+", line)]


def test_the_command_tells_the_version_that_is_released() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert __version__ == project["version"]
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_lint_rule_is_ignored_for_a_reason() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = project.split("\nignore = [\n")[1].split("\n]")[0].splitlines()
    assert listed
    assert not [line for line in listed if not re.search(r"# \w.+", line)]


def test_no_path_of_one_machine_is_in_the_tree() -> None:
    found = {name: match[0] for name, text in _tracked_texts() if (match := _MACHINE_PATH.search(text))}
    assert not found


def test_the_lock_file_names_the_public_index_only() -> None:
    hosts = set(re.findall(r"https?://([^/\"]+)", (ROOT / "uv.lock").read_text(encoding="utf-8")))
    assert hosts == _PUBLIC_HOSTS


def test_scripts_are_short_and_can_be_run() -> None:
    for name in ("demo", "check", "test", "setup"):
        script = ROOT / "scripts" / name
        assert len(script.read_text(encoding="utf-8").splitlines()) <= 16
        assert name == "setup" or script.stat().st_mode & 0o111
