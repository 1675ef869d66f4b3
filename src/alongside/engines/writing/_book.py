"""The compiled rulebook at work: which words to look for, and what each rule says. Unfolded where it is needed."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

import orjson

from alongside.engines.writing._entries import GAP, Condition, Element, Entry, Form, Sequence
from alongside.engines.writing._guards import guards_of
from alongside.engines.writing._scan import Guard, Scanner, flat


class Shelf:
    """The compiled rules of one file: the words to look for, and a line for each rule and form, read when needed."""

    def __init__(self, compiled: bytes, lists: Mapping[str, list[str]]) -> None:
        self._lines = compiled.split(b"\n")
        self.anchors: Mapping[str, list[list[int]]] = orjson.loads(self._lines[0])
        self._first_form = 2 + int(self._lines[1])
        self._lists = lists
        self._unfolded: dict[int, Entry | Form] = {}

    def form(self, number: int) -> Form:
        """Return a form of a term, unfolded when it is first met."""
        unfolded = self._unfolded.get(number)
        if not isinstance(unfolded, Form):
            rule, elements, names, loose, *instead = orjson.loads(self._lines[self._first_form + number])
            unfolded = Form(self._entry(rule), self._sequence(elements), names, loose, *map(tuple, instead))
            self._unfolded[number] = unfolded
        return unfolded

    def mends(self, rule: str) -> bool:
        """Tell whether the first alternative of a rule fits wherever a term of it stands."""
        # A shelf that the rule is not on is not read for it.
        name = f'"{rule}"'.encode()
        return any(name in line for line in self._lines[2 : self._first_form]) and rule in self._mendable

    @cached_property
    def _mendable(self) -> frozenset[str]:
        return frozenset(rule["id"] for rule in map(orjson.loads, self._lines[2 : self._first_form]) if rule.get("fix"))

    def _entry(self, number: int) -> Entry:
        unfolded = self._unfolded.get(-1 - number)
        if not isinstance(unfolded, Entry):
            rule = orjson.loads(self._lines[2 + number])
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
        self._at: dict[str, list[tuple[Form, int]]] = {}

    @cached_property
    def scanner(self) -> Scanner:
        """What looks for the words."""
        return Scanner({word for shelf in self.shelves for word in shelf.anchors}, self._guards)

    def forms_at(self, word: str) -> list[tuple[Form, int]]:
        """Return the forms that a word may be part of, and its place in them."""
        found = self._at.get(word)
        if found is None:
            found = [(shelf.form(form), place) for shelf in self.shelves for form, place in shelf.anchors.get(word, ())]
            self._at[word] = found
        return found

    def _guards(self, flattened: bytes) -> tuple[Guard, ...]:
        """Return what may stand beside a word that is looked for, by the flattened word."""
        words = (flattened.decode("latin-1"), *self._spellings.get(flattened, ()))
        return guards_of(use for word in words for use in self.forms_at(word))

    @cached_property
    def _spellings(self) -> dict[bytes, list[str]]:
        """The words that are no longer themselves when flattened."""
        spellings: dict[bytes, list[str]] = {}
        for word in {
            word for shelf in self.shelves for word in shelf.anchors if not (word.isascii() and word.isalnum())
        }:
            spellings.setdefault(flat(word).strip(), []).append(word)
        return spellings
