"""What may stand directly beside a word of a phrase: by this most hits of a common word are told without reading on."""

from collections.abc import Iterable

from alongside.engines.writing._entries import Element, Form
from alongside.engines.writing._scan import Guard, flat_head, flat_tail


def guards_of(uses: Iterable[tuple[Form, int]]) -> tuple[Guard, ...]:
    """Return what may stand beside a word, for each form that it is looked for by; nothing, if anything may."""
    guards = {
        (_before(form.elements[:place]), _after(form.elements[place + 1 :], form.elements[place]))
        for form, place in uses
    }
    return () if (None, None) in guards else tuple(guards)


def _after(elements: Iterable[Element], own: Element) -> frozenset[bytes] | None:
    """What may follow, also the rest of the word itself: "aren't" is looked for as "aren" and followed by "t"."""
    found = _first(elements, take=0)
    own_tails = {flat_tail(word) for word in own.words if "'" in word}
    return None if found is None else found | own_tails


def _before(elements: tuple[Element, ...]) -> frozenset[bytes] | None:
    return _first(reversed(elements), take=-1)


def _first(elements: Iterable[Element], *, take: int) -> frozenset[bytes] | None:
    piece = flat_tail if take else flat_head
    found: set[bytes] = set()
    for element in elements:
        if element.words == {"/"}:  # it is flattened to a space
            continue
        if element.is_gap or "/" in element.words:
            return None
        found.update(map(piece, element.words))
        found.update(piece(word) for longer in element.longer for word in longer[take])
        if not element.optional:
            return frozenset(found)
    return None
