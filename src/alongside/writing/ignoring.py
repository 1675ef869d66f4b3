"""Patterns of paths, in the way of .gitignore."""

from collections.abc import Iterable

from pathspec import GitIgnoreSpec


def patterns(lines: Iterable[str]) -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines(lines)


def matches(spec: GitIgnoreSpec, path: str) -> bool:
    """Whether a path, relative to where the patterns stand, is one of them; a folder ends in a slash."""
    return spec.match_file(path)


def decision(spec: GitIgnoreSpec, path: str) -> bool | None:
    """True if the path is ignored, False if a pattern with "!" takes it back, None if no pattern is about it."""
    return spec.check_file(path).include
