"""Turns rules into the form that a check reads: phrases as words at places, and by which word each is looked for.

A place is a word, a list of words, "<name>" of a list, "~", or, where more has to be said, an object: its words ("w"),
its longer choices ("l"), and whether it may be left out ("o").
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from alongside.engines.writing._common_words import commonness
from alongside.engines.writing._guards import Flat, guard_of
from alongside.engines.writing._phrases import GAP, Choice, Phrase, read_phrase
from alongside.engines.writing._rulebook import CONDITIONS, Rule
from alongside.engines.writing._scan import flat

_KEPT = ("id", "strength", "alternatives", "fix", "why", "source", "region", "sign")
_COMMON = 100
_Choices = tuple[Choice, ...]
_Lists = Mapping[str, list[str]]


def compiled(rules: Iterable[Rule], lists: _Lists) -> dict[str, Any]:
    """Return rules as plain data: what is said of each, the forms of their terms, and the words to look for.

    A word has a line for each form and place that it is looked for by: the number of the form, the place, and the sets
    of words of which one has to stand after it, before it, further on and further up. The set 0 is that of any words.
    """
    said: list[dict[str, Any]] = []
    forms: list[list[Any]] = []
    sets: dict[Flat | None, int] = {None: 0}
    words: dict[bytes, list[list[Any]]] = {}

    def number_of(one: Flat | None) -> int:
        return sets.setdefault(one, len(sets))

    for number, rule in enumerate(rules):
        said.append(_said(rule, lists))
        for choices, place, phrase in _forms(rule, lists):
            after, before, later, earlier = guard_of([_spelt_out(choice, lists) for choice in choices], place)
            use = [
                len(forms),
                place,
                number_of(after),
                number_of(before),
                *(list(map(number_of, further)) for further in (later, earlier)),
            ]
            for word in sorted(set(map(flat, choices[place].words))):
                words.setdefault(word, []).append(use)
            form = [number, [_plain(choice) for choice in choices], dict(phrase.forms), phrase.loose]
            forms.append([*form, phrase.instead] if phrase.instead else form)
    return {
        "rules": said,
        "forms": forms,
        "sets": [sorted(one or ()) for one in sets],
        "words": dict(sorted(words.items())),
    }


def _forms(rule: Rule, lists: _Lists) -> Iterator[tuple[_Choices, int, Phrase]]:
    """Each way to look for the terms of a rule: the phrase, and the place of the words that it is looked for by."""
    seen = set()
    for term in rule.terms:
        phrase = read_phrase(term, lists, rule.part)
        for choices, place in _anchored(phrase.choices, lists):
            if (choices, place) not in seen:
                seen.add((choices, place))
                yield choices, place, phrase


def _anchored(choices: _Choices, lists: _Lists, known: frozenset[int] = frozenset()) -> Iterator[tuple[_Choices, int]]:
    """Yield the phrase with a place that is quick to look for; where that would not do, several with one each.

    A choice of several words becomes a way of its own. Common words among rare ones are looked for by another place, if
    that is quicker; `known` are the places that were tried.
    """
    cost, place = _quickest(choices, lists, known)
    chosen = _spelt_out(choices[place], lists)
    common = tuple(word for word in chosen.words if commonness(word) > _COMMON)
    if common and _quickest(choices, lists, known | {place})[0] < sum(map(commonness, common)) <= cost:
        yield from _anchored(_with(choices, place, Choice(common)), lists, known | {place})
        chosen = Choice(tuple(word for word in chosen.words if word not in common), chosen.longer)
    if chosen.words:
        yield _with(choices, place, Choice(chosen.words)), place
    for longer in chosen.longer:
        yield from _anchored(_with(choices, place, *map(Choice, longer)), lists)


def _with(choices: _Choices, place: int, *instead: Choice) -> _Choices:
    return (*choices[:place], *instead, *choices[place + 1 :])


def _quickest(choices: _Choices, lists: _Lists, known: frozenset[int]) -> tuple[float, int]:
    costs = [
        (_cost(choice, lists), place)
        for place, choice in enumerate(choices)
        if not choice.optional and choice.named != GAP and place not in known
    ]
    return min(costs, default=(float("inf"), -1))


def _spelt_out(choice: Choice, lists: _Lists) -> Choice:
    if choice.named in {"", GAP}:
        return choice
    entries = [entry.replace("-", " ").split() for entry in lists[choice.named[1:-1]]]
    longer = tuple(tuple((word,) for word in entry) for entry in entries if len(entry) > 1)
    return Choice(tuple(entry[0] for entry in entries if len(entry) == 1), longer)


def _cost(choice: Choice, lists: _Lists) -> float:
    chosen = _spelt_out(choice, lists)
    if chosen.words == ("/",):
        return float("inf")
    alone = sum(map(commonness, chosen.words))
    return alone + sum(min(sum(map(commonness, words)) for words in longer) for longer in chosen.longer)


def _said(rule: Rule, lists: _Lists) -> dict[str, Any]:
    said = {field: getattr(rule, field) for field in _KEPT if getattr(rule, field)}
    for condition in CONDITIONS:
        if getattr(rule, condition):
            phrases = [read_phrase(phrase, lists, open_ended=True) for phrase in getattr(rule, condition)]
            said[condition] = _condition(phrases, lists)
    return said


def _condition(phrases: Iterable[Phrase], lists: _Lists) -> list[Any]:
    """The single words of a condition together, then its longer phrases."""
    words: set[str] = set()
    longer: list[_Choices] = []
    for phrase in phrases:
        if len(phrase.choices) > 1:
            longer.append(phrase.choices)
        else:
            alone = _spelt_out(phrase.choices[0], lists)
            words.update(alone.words)
            longer += [tuple(map(Choice, choice)) for choice in alone.longer]
    return [sorted(words), [[_plain(choice) for choice in choices] for choices in longer]]


def _plain(choice: Choice) -> Any:
    if choice.named and not choice.optional:
        return choice.named
    if not choice.longer and not choice.optional:
        return choice.words[0] if len(choice.words) == 1 else list(choice.words)
    said = {"w": list(choice.words), "l": [[list(words) for words in longer] for longer in choice.longer]}
    return said | ({"o": True} if choice.optional else {})
