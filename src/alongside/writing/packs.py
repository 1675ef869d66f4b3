"""Rules of other tools, from files and folders."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from alongside.engines.writing import OURS, Pack, UnusableConfiguration, read_pack, together
from alongside.writing.project_files import text_of

_MOST_FILES = 2_000


def read_packs(paths: Sequence[Path]) -> Pack:
    """Read packs, and put together what they say; of a folder, the files that Vale would read as a style.

    Raises:
        UnusableConfiguration: one of them is not there, or cannot be used.
    """
    rules = OURS
    notes: list[str] = []
    for path in paths:
        for file, style in _files(path):
            pack = read_pack(text_of(file), name=str(file), style=style)
            rules = together(rules, pack.rules)
            notes += pack.notes
    return Pack(rules, tuple(notes))


def _files(path: Path) -> Iterator[tuple[Path, str]]:
    if not path.is_dir():
        yield path, ""
        return
    files = sorted(file for file in path.rglob("*.y*ml") if file.suffix in {".yml", ".yaml"} and file.is_file())
    if not files:
        raise UnusableConfiguration(f"{path}: there are no rules in this folder. Name a style of Vale, or one file.")
    if len(files) > _MOST_FILES:
        raise UnusableConfiguration(
            f"{path}: there are more than {_MOST_FILES:,} files. Name a style, not all of them."
        )
    for file in files:
        yield file, path.name if file.parent == path else file.parent.name
