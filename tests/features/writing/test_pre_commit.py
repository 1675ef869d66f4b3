"""The hooks for pre-commit, run by pre-commit itself in a repository of a team."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pre_commit.clientlib import load_manifest

ROOT = Path(__file__).resolve().parents[3]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS = {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))}
OWN = """
[[write.rule]]
id = "house.synergy"
strength = "avoid"
terms = ["synergy"]
why = "Nobody knows what it means."
"""
# Programs of the team's own would find another Alongside, or none.
ENVIRONMENT = {
    **os.environ,
    "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "Asha",
    "GIT_AUTHOR_EMAIL": "asha@example.org",
    "GIT_COMMITTER_NAME": "Asha",
    "GIT_COMMITTER_EMAIL": "asha@example.org",
}


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env=ENVIRONMENT)  # noqa: S603, S607


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with our hooks as pre-commit would have them, but run from here, as nothing is fetched in a test."""
    hooks = [{**hook, "language": "system"} for hook in HOOKS.values()]
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (tmp_path / "alongside.toml").write_text(OWN, encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    return tmp_path


def run(repository: Path, hook: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    git(repository, "add", ".")
    command = [sys.executable, "-m", "pre_commit", "run", hook, *(arguments or ("--all-files",))]
    environment = {**ENVIRONMENT, "PRE_COMMIT_HOME": str(repository.parent / "pre-commit")}
    return subprocess.run(command, cwd=repository, check=False, capture_output=True, text=True, env=environment)  # noqa: S603


def test_pre_commit_understands_the_hooks() -> None:
    assert {hook["id"] for hook in load_manifest(str(MANIFEST))} == HOOKS.keys()


def test_a_commit_with_marked_words_is_stopped_and_told_why(repository: Path) -> None:
    (repository / "plan.md").write_text("We need synergy.\n", encoding="utf-8")
    (repository / "requirements.txt").write_text("synergy==1\n", encoding="utf-8")
    ran = run(repository, "alongside-write")
    assert ran.returncode == 1
    assert "plan.md\n  1:9  avoid  house.synergy" in ran.stdout
    assert "requirements" not in ran.stdout


def test_a_commit_without_them_passes(repository: Path) -> None:
    (repository / "plan.md").write_text("We need time.\n", encoding="utf-8")
    ran = run(repository, "alongside-write")
    assert (ran.returncode, "Passed" in ran.stdout) == (0, True)


def test_the_message_of_a_commit_is_checked(repository: Path) -> None:
    (repository / "MESSAGE").write_text("Bring synergy\n", encoding="utf-8")
    ran = run(repository, "alongside-write-message", "--hook-stage", "commit-msg", "--commit-msg-filename", "MESSAGE")
    assert ran.returncode == 1
    assert "house.synergy" in ran.stdout
