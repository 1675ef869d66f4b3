"""Judges what the scan found: which rules fit there, which context makes fair, and what is said of the rest."""

from collections.abc import Iterable, Iterator
from typing import cast

from alongside.engines.writing._book import Use
from alongside.engines.writing._candidates import Candidate
from alongside.engines.writing._context import is_fair
from alongside.engines.writing._entries import Form
from alongside.engines.writing._finding import STRENGTHS, Finding, Strength
from alongside.engines.writing._matching import fit
from alongside.engines.writing._page import Page
from alongside.engines.writing._passage import Passage
from alongside.engines.writing._place import Place
from alongside.engines.writing._reading import passages_at
from alongside.engines.writing._wording import alternatives_for


def judged(page: Page, candidates: Iterable[Candidate], off: frozenset[str]) -> list[Finding]:
    """Return what is to be said about some words of a page, in the order of the text."""
    return _longest(
        _finding(place, form)
        for passage, word, uses in passages_at(page, candidates)
        for place, form in _matches(passage, word, uses, off)
        if not is_fair(place)
    )


def _matches(passage: Passage, word: int, uses: Iterable[Use], off: frozenset[str]) -> Iterator[tuple[Place, Form]]:
    for use in uses:
        form = use.shelf.form(use.form)
        if passage.words[word] in form.elements[use.place].words:
            reached = fit(form, passage, place=use.place, word=word)
            if reached and _applies(form, passage, off):
                yield Place(passage, *reached, form.entry), form


def _applies(form: Form, passage: Passage, off: frozenset[str]) -> bool:
    entry = form.entry
    return entry.region in {"", passage.paragraph.page.locale} and off.isdisjoint((entry.id, entry.category))


def _finding(place: Place, form: Form) -> Finding:
    entry, text = form.entry, place.text
    return Finding(
        start=place.passage.paragraph.start + place.start,
        end=place.passage.paragraph.start + place.end,
        text=text,
        rule=entry.id,
        category=entry.category,
        kind="term",
        strength=cast("Strength", entry.strength),
        why=entry.why,
        alternatives=alternatives_for(
            form, place.passage.words[place.first : place.last + 1], text, begins=place.first == 0
        ),
        source=entry.source,
    )


def _longest(found: Iterable[Finding]) -> list[Finding]:
    """Of findings that overlap, keep the longest, and of these the one that more authorities agree on."""
    kept: list[Finding] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end, STRENGTHS.index(one.strength), one.rule)):
        while kept and one.start < kept[-1].end and one.end - one.start > kept[-1].end - kept[-1].start:
            kept.pop()
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
