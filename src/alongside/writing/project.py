"""What a project has decided, found from a file upwards."""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from alongside.engines.writing import (
    Configuration,
    Kind,
    Person,
    Rules,
    UnusableConfiguration,
    read_configuration,
    together,
)
from alongside.writing.checking import Wanted
from alongside.writing.project_files import text_of

NAMES = ("alongside.toml", "pyproject.toml")
_READING: frozenset[Kind] = frozenset({"readability"})


class Asked(NamedTuple):
    """What the command or the editor asks for, which goes before what a project says.

    Attributes:
        config: a file to use in place of one that is found, or None.
        looks: whether to look for a configuration at all.
        people: a file with colleagues, or None for that of the configuration.
        packs: rules of other tools, beside those of the configuration.
        locale: "" for that of the configuration.
        markup: "" to find out.
        is_advert: whether the files are job adverts.
        is_about_reading: whether what makes a document hard to read is looked for.
    """

    config: Path | None = None
    looks: bool = True
    people: Path | None = None
    packs: tuple[Path, ...] = ()
    locale: str = ""
    markup: str = ""
    is_advert: bool = False
    is_about_reading: bool = True


class Projects:
    """The projects that files belong to; each configuration is read once."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._by_folder: dict[Path, Project] = {}
        self._by_file: dict[Path | None, Project] = {}

    def of(self, folder: Path) -> "Project":
        """The project of the files in a folder.

        Raises:
            UnusableConfiguration: the message names the file and the field, and says what to write.
        """
        if folder not in self._by_folder:
            self._by_folder[folder] = self._found(folder.absolute())
        return self._by_folder[folder]

    @property
    def notes(self) -> tuple[str, ...]:
        """What could not be carried over from packs."""
        return tuple(dict.fromkeys(note for project in self._by_file.values() for note in project.notes))

    def _found(self, folder: Path) -> "Project":
        file, configuration = self._configuration(folder)
        if file not in self._by_file:
            self._by_file[file] = Project(file, configuration, self._asked)
        return self._by_file[file]

    def _configuration(self, folder: Path) -> tuple[Path | None, Configuration]:
        if file := self._asked.config:
            configured = _configured(file)
            if configured is None:
                raise UnusableConfiguration(f"{file}: there is no [write] in it, or [tool.alongside.write].")
            return file, configured
        return (self._asked.looks and found_upwards(folder)) or (None, Configuration())


def found_upwards(folder: Path) -> tuple[Path, Configuration] | None:
    """The nearest `alongside.toml`, or `pyproject.toml` with our table, in the folder or above."""
    for parent in (folder, *folder.parents):
        for name in NAMES:
            file = parent / name
            if file.is_file() and (configured := _configured(file)) is not None:
                return file, configured
    return None


def _configured(file: Path) -> Configuration | None:
    text = text_of(file)
    # Most have no table of ours, and TOML takes long to read.
    if file.name == NAMES[1] and "alongside" not in text:
        return None
    return read_configuration(text, name=str(file))


class Project:
    """One configuration, ready to be asked how to check a file."""

    def __init__(self, file: Path | None, configuration: Configuration, asked: Asked) -> None:
        self._asked = asked
        self.file, self.configuration = file, configuration
        self.root = file.parent if file else Path.cwd()
        self.notes: tuple[str, ...] = ()
        people = asked.people or (self.root / self.configuration.people if self.configuration.people else None)
        self._people = _people(people) if people else ()
        packs = (*(self.root / pack for pack in self.configuration.packs), *asked.packs)
        self._rules = self._with_packs(packs)
        self._sections = [self._patterns(section.files) for section in self.configuration.sections]
        self._skip = self._patterns(self.configuration.skip)
        self._read_too = self._patterns(self.configuration.read_too)
        self._wanted: dict[tuple[bool, ...], Wanted] = {}

    def _with_packs(self, packs: Sequence[Path]) -> Rules:
        rules = self.configuration.rules
        if packs:
            read = import_module("alongside.writing.packs").read_packs(packs)
            self.notes = read.notes
            rules = together(read.rules, rules)
        return rules

    def _patterns(self, lines: Sequence[str]) -> Callable[[str], bool]:
        """Whether a file is one of some, which are named relative to the folder of the configuration."""
        if not lines:
            return lambda _: False
        ignoring = import_module("alongside.writing.ignoring")
        patterns = ignoring.patterns(lines)
        return lambda name: ignoring.matches(patterns, _below(self.root, name))

    def skips(self, name: str) -> bool:
        """Whether a walk through a folder leaves a path out; a folder ends in a slash."""
        return self._skip(name)

    def reads_too(self, name: str) -> bool:
        """Whether a walk through a folder reads a file although it is not one of prose."""
        return self._read_too(name)

    def wanted(self, name: str) -> Wanted:
        """How to check a file of the project."""
        holds = tuple(is_in(name) for is_in in self._sections)
        if holds not in self._wanted:
            self._wanted[holds] = self._put_together(holds)
        return self._wanted[holds]

    def _put_together(self, holds: tuple[bool, ...]) -> Wanted:
        asked, configured = self._asked, self.configuration
        wanted = Wanted(
            rules=self._rules if asked.is_about_reading else replace(self._rules, kinds=self._rules.kinds - _READING),
            locale=asked.locale or configured.locale,
            markup=asked.markup,
            people=self._people,
            is_advert=asked.is_advert,
        )
        for section, is_in in zip(configured.sections, holds, strict=True):
            if is_in:
                wanted = wanted._replace(
                    rules=together(wanted.rules, section.rules),
                    locale=asked.locale or section.locale or wanted.locale,
                    markup=asked.markup or section.markup or wanted.markup,
                )
        return wanted


def _below(root: Path, name: str) -> str:
    return os.path.relpath(name, root) + ("/" if name.endswith("/") else "")


def _people(file: Path) -> Iterable[Person]:
    """The colleagues, found in each text by the same directory."""
    people = import_module("alongside.writing.people_file").read_people(text_of(file), name=str(file))
    directory: Iterable[Person] = import_module("alongside.engines.writing").Directory(people)
    return directory
