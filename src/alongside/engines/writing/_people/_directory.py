"""The colleagues of a check, looked up by the words of their names. Built once; may be kept and passed in again."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from alongside.engines.writing._finding import Person
from alongside.engines.writing._people._folding import folded, written_out
from alongside.engines.writing._people._near import LONGEST, is_slip_alone, one_slip_away, skeleton
from alongside.engines.writing._people._pronouns import Accepted, accepted
from alongside.engines.writing._people._words import PARTICLES

_HALVES = re.compile("[-'’‐‑]")
MOST_CANDIDATES = 64
"""Of more people who share a word of their name, nobody could be meant by that word alone."""


@dataclass(frozen=True, slots=True)
class Colleague:
    """A person of the directory, with their names cut into words, as written and folded."""

    person: Person
    names: tuple[tuple[str, ...], ...]
    keys: tuple[tuple[str, ...], ...]
    accepted: Accepted

    def goes_by(self, key: str) -> bool:
        """Whether a folded word alone is what they are called by: the first of a name or an alias."""
        return any(
            key in {keys[0], folded(written_out(names[0]))} for keys, names in zip(self.keys, self.names, strict=True)
        )


class Directory:
    """People by the words of their names.

    Whoever checks many texts against one directory builds it once: `check(text, people=Directory(people))`.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        self._people = tuple(people)
        self._by_word: dict[str, list[int]] = {}
        self._by_handle: dict[str, list[int]] = {}
        self._halves: set[str] = set()
        self._near: dict[str, tuple[str, ...]] = {}
        for index, person in enumerate(self._people):
            self._add(index, person)

    @cached_property
    def _by_skeleton(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in self._by_word:
            found.setdefault(skeleton(word), []).append(word)
        return found

    def __len__(self) -> int:
        return len(self._people)

    def __iter__(self) -> Iterator[Person]:
        return iter(self._people)

    def _add(self, index: int, person: Person) -> None:
        names = [name.split() for name in (person.name, *person.aliases)]
        keys = {key for name in names for word in name[1:] for key in _keys(word) if key not in PARTICLES}
        keys.update(key for name in names for word in name[:1] for key in _keys(word))
        for key in keys - {""}:
            self._by_word.setdefault(key, []).append(index)
        for name in names:
            for word in name:
                if _HALVES.search(word):
                    self._halves.update(folded(half) for half in _HALVES.split(word))
        if person.handle:
            self._by_handle.setdefault(person.handle.removeprefix("@").casefold(), []).append(index)

    def colleague(self, index: int) -> Colleague:
        """One person, by their place in the directory."""
        person = self._people[index]
        names = tuple(tuple(name.split()) for name in (person.name, *person.aliases) if name.strip())
        keys = tuple(tuple(folded(word) for word in name) for name in names)
        return Colleague(person, names, keys, accepted(person.pronouns))

    def knows(self, key: str) -> bool:
        """Whether a folded word is part of somebody's name."""
        return key in self._by_word

    def knows_half(self, key: str) -> bool:
        """Whether a folded word is a half of a name with a hyphen or an apostrophe: "jean" of Jean-Luc."""
        return key in self._halves

    def named(self, key: str) -> tuple[int, ...]:
        """Who has this folded word in their name; nobody if that is a crowd."""
        found = self._by_word.get(key, ())
        return tuple(found) if len(found) <= MOST_CANDIDATES else ()

    def named_all(self, keys: Iterable[str]) -> tuple[int, ...]:
        """Who has all of these folded words in their name; nobody if that is a crowd."""
        lists = sorted((self._by_word.get(key, []) for key in keys), key=len)
        if not lists or not lists[0]:
            return ()
        common = set(lists[0])
        for other in lists[1:]:
            common.intersection_update(other)
        return tuple(sorted(common)) if len(common) <= MOST_CANDIDATES else ()

    def handled(self, handle: str) -> tuple[int, ...]:
        """Whose handle this is."""
        return tuple(self._by_handle.get(handle.casefold(), ()))

    def words_near(self, key: str) -> tuple[str, ...]:
        """The words of names that a folded word may be a slip for, with nothing beside it to say so."""
        if len(key) > LONGEST:
            return ()
        if key not in self._near:
            one_off = {word for word in one_slip_away(key) if word in self._by_word}
            other_vowels = self._by_skeleton.get(skeleton(key), ())
            self._near[key] = tuple(sorted(w for w in {*one_off, *other_vowels} if is_slip_alone(key, w)))
        return self._near[key]


def _keys(word: str) -> tuple[str, ...]:
    return (folded(word),) if word.isascii() else (folded(word), folded(written_out(word)))


def directory_of(people: Iterable[Person]) -> Directory:
    """The people as a directory; one that is ready is used as it is."""
    return people if isinstance(people, Directory) else Directory(people)
