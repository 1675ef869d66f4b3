"""The compiled rulebook at work: which words to look for, and what each rule says. Unfolded where it is needed."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple

from alongside.engines.writing._entries import GAP, Condition, Element, Entry, Form, Sequence
from alongside.engines.writing._scan import Scanner

Flat = frozenset[bytes]


class Use(NamedTuple):
    """A form that a word is looked for by, and what `_guards` says of the words around; None: any will do."""

    shelf: "Shelf"
    form: int
    place: int
    after: Flat | None
    before: Flat | None
    later: tuple[Flat, ...]
    earlier: tuple[Flat, ...]


class Watch(NamedTuple):
    """All uses of a word, and by which neighbours most places of it are told to be of none.

    Attributes:
        after: what follows in some use.
        before: what precedes in the uses that any word may follow; None if anything may precede in one of them.
        uses: in the order of the rules.
        by_after: those that fit a word that follows, as they were asked for; under no word, those that any may follow.
    """

    after: Flat
    before: Flat | None
    uses: tuple[Use, ...]
    by_after: dict[bytes, tuple[Use, ...]]


class Shelf:
    """The compiled rules of one file: the words to look for, and a line for each rule and form, read when needed."""

    def __init__(self, compiled: bytes, lists: Mapping[str, list[str]]) -> None:
        self._lines = compiled.decode().split("\n")
        words, counts = map(json.loads, self._lines[:2])
        _, self._first_form, self._first_set, first_word = accumulate(counts, initial=2)
        self.words = {word.encode("latin-1"): line for line, word in enumerate(words, first_word)}
        """Which line is about each word that is looked for."""
        self._lists = lists
        self._unfolded: dict[int, Entry | Form] = {}
        self._sets: dict[int, Flat] = {}

    def uses(self, word: bytes) -> Iterator[Use]:
        """Yield what a word is looked for by, in the order of the rules."""
        if word in self.words:
            for form, place, after, before, later, earlier in json.loads(self._lines[self.words[word]]):
                yield Use(
                    self,
                    form,
                    place,
                    self._set(after) if after else None,
                    self._set(before) if before else None,
                    tuple(map(self._set, later)),
                    tuple(map(self._set, earlier)),
                )

    def _set(self, number: int) -> Flat:
        known = self._sets.get(number)
        if known is None:
            words = self._lines[self._first_set + number].encode("latin-1")
            known = self._sets[number] = frozenset(words.split())
        return known

    def form(self, number: int) -> Form:
        """Return a form of a term, unfolded when it is first met."""
        unfolded = self._unfolded.get(number)
        if not isinstance(unfolded, Form):
            rule, elements, names, loose, *instead = json.loads(self._lines[self._first_form + number])
            unfolded = Form(self._entry(rule), self._sequence(elements), names, loose, *map(tuple, instead))
            self._unfolded[number] = unfolded
        return unfolded

    def mends(self, rule: str) -> bool:
        """Tell whether the first alternative of a rule fits wherever a term of it stands."""
        # A shelf that the rule is not on is not read for it.
        name = f'"{rule}"'
        return any(name in line for line in self._lines[2 : self._first_form]) and rule in self._mendable

    @cached_property
    def _mendable(self) -> frozenset[str]:
        return frozenset(rule["id"] for rule in map(json.loads, self._lines[2 : self._first_form]) if rule.get("fix"))

    def _entry(self, number: int) -> Entry:
        unfolded = self._unfolded.get(-1 - number)
        if not isinstance(unfolded, Entry):
            rule = json.loads(self._lines[2 + number])
            unfolded = Entry(
                id=rule["id"],
                strength=rule["strength"],
                why=rule["why"],
                alternatives=tuple(rule.get("alternatives", ())),
                fix=rule.get("fix", False),
                source="; ".join(rule.get("source", ())),
                region=rule.get("region", ""),
                signs=frozenset(rule.get("sign", ())),
                conditions={
                    name: Condition(frozenset(value[0]), tuple(map(self._sequence, value[1])))
                    for name, value in rule.items()
                    if name.startswith(("not_", "needs_"))
                },
            )
            self._unfolded[-1 - number] = unfolded
        return unfolded

    def _sequence(self, elements: Iterable[Any]) -> Sequence:
        return tuple(map(self._element, elements))

    def _element(self, plain: Any) -> Element:
        if plain == "~":
            return GAP
        if isinstance(plain, dict):
            longer = tuple(tuple(map(frozenset, words)) for words in plain["l"])
            return Element(frozenset(plain["w"]), longer, optional=plain.get("o", False))
        if isinstance(plain, list):
            return Element(frozenset(plain))
        return self._list(plain) if plain.startswith("<") else Element(frozenset((plain,)))

    def _list(self, name: str) -> Element:
        entries = [entry.replace("-", " ").split() for entry in self._lists[name[1:-1]]]
        longer = tuple(tuple(frozenset((word,)) for word in entry) for entry in entries if len(entry) > 1)
        return Element(frozenset(entry[0] for entry in entries if len(entry) == 1), longer)


class Book:
    """All rules of a check."""

    def __init__(self, shelves: tuple[Shelf, ...]) -> None:
        self.shelves = shelves

    @cached_property
    def scanner(self) -> Scanner:
        """What looks for the words."""
        return Scanner(word for shelf in self.shelves for word in shelf.words)

    @cached_property
    def watches(self) -> list[Watch | None]:
        """What is known of each word of the scanner, by its number there; None where `watch` was not asked yet."""
        return [None] * len(self.scanner.words)

    def watch(self, number: int) -> Watch:
        """Find out about a word of the scanner."""
        uses = tuple(use for shelf in self.shelves for use in shelf.uses(self.scanner.words[number]))
        watch = self.watches[number] = _watch(uses)
        return watch


def _watch(uses: tuple[Use, ...]) -> Watch:
    alone = tuple(use for use in uses if use.after is None)
    after = frozenset[bytes]().union(*(use.after for use in uses if use.after is not None))
    before = [use.before for use in alone if use.before is not None]
    return Watch(after, frozenset[bytes]().union(*before) if len(before) == len(alone) else None, uses, {b"": alone})
