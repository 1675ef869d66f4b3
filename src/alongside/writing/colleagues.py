"""The colleagues whom a text names, as far as the person who wrote it may know what they said about themselves."""

import re
from collections import Counter
from collections.abc import Collection

from django.db.models import Count

from alongside.engines import writing
from alongside.people import names
from alongside.people.models import NameWord, Person, PronounAnswer
from alongside.people.selectors import may_see_pronouns

_MOST_NAMES = 400
"""Capitalised words of a text that are looked up; a text that names more is a list of people."""
_MOST_NAMESAKES = 40
"""Of a name with more namesakes, only those whose other names stand in the text as well."""
_MOST_PEOPLE = 200
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w'’-]*")
_SUBJECTS = {"he": "he/him", "she": "she/her", "they": "they/them", "it": "it/its", "ze": "ze/hir", "xe": "xe/xem"}
_ANY = frozenset({"any", "any pronouns", "all", "all pronouns"})
NAME_ONLY = ("name-only",)


def colleagues_in(text: str, viewer: Person) -> tuple[writing.Person, ...]:
    """Who may be meant in `text`, in three queries at most, however large the organisation."""
    candidates = dict.fromkeys(word for found in _CAPITALISED.findall(text) for word in names.words(found))
    meant = _meant(list(candidates)[:_MOST_NAMES], viewer)
    people = Person.objects.visible_to(viewer).filter(pk__in=meant).order_by("pk")
    return tuple(_as_known_to(viewer, person) for person in people)


def _meant(words: Collection[bytes], viewer: Person) -> list[int]:
    rows = NameWord.objects.filter(word__in=words, person__in=Person.objects.visible_to(viewer))
    namesakes = rows.values_list("word").annotate(times=Count("person"))
    rare = [word for word, times in namesakes if times <= _MOST_NAMESAKES]
    named = Counter(rows.filter(word__in=rare).values_list("person", flat=True))
    return [person for person, _words in named.most_common(_MOST_PEOPLE)]


def _as_known_to(viewer: Person, person: Person) -> writing.Person:
    pronouns = _pronouns(person) if may_see_pronouns(person, viewer) else ()
    also = (person.full_name,) if person.called and person.is_found_by_full_name else ()
    return writing.Person(id=str(person.uuid), name=person.name, pronouns=pronouns, aliases=also)


def _pronouns(person: Person) -> tuple[str, ...]:
    if person.pronoun_answer == PronounAnswer.NAME:
        return NAME_ONLY
    if person.pronoun_answer != PronounAnswer.GIVEN:
        return ()
    return sets_of(person.pronouns)


def sets_of(said: str) -> tuple[str, ...]:
    """The sets of pronouns in what a person wrote freely: "he/they" is two, "she/her or they/them" too."""
    found: list[str] = []
    for part in re.split(r"[,;+&]| or | and ", said.lower()):
        forms = [form.strip() for form in part.split("/") if form.strip()]
        if " ".join(forms) in _ANY:
            return ("any",)
        if len(forms) > 1 and all(form in _SUBJECTS for form in forms):
            found += [_SUBJECTS[form] for form in forms]
        elif forms:
            found.append(_SUBJECTS.get(forms[0], forms[0]) if len(forms) == 1 else "/".join(forms))
    return tuple(dict.fromkeys(found))
