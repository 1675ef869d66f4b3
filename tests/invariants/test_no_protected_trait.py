"""X1: no table can link a person to a protected trait. Read from the schema of every app, libraries too.

The words are those that nothing in a listening round may be divided by, either.
"""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models

from alongside.engines.listening import traits_in

# What was read by a person and is no trait of anybody, or is the person's own choice of words.
REVIEWED = {
    # How somebody wants to be spoken of, in their own words, if they like; no list of answers, no import, no use in
    # any choice or count. See docs/use/people.md.
    ("people.person", "pronoun_answer"),
    ("people.person", "pronouns"),
    ("people.person", "pronoun_audience"),
    # Whose law applies to the organisation: the European Union.
    ("people.organisation", "jurisdiction"),
}


def texts_of(field: models.Field) -> Iterator[object]:  # type: ignore[type-arg]
    """All by which a column could name something: its name, its labels, its choices."""
    yield from (field.name, field.column, field.verbose_name, field.help_text)
    for value, label in field.flatchoices:
        yield from (value, label)


def every_column() -> Iterator[tuple[type[models.Model], models.Field]]:  # type: ignore[type-arg]
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            yield model, field


def test_the_whole_schema_is_looked_at() -> None:
    seen = {(model._meta.label_lower, field.name) for model, field in every_column()}
    assert {("people.person", "full_name"), ("people.grant", "role"), ("mfa.authenticator", "type")} <= seen
    assert len(seen) > 80


def test_no_table_is_named_for_a_protected_trait() -> None:
    named = {
        model._meta.label: traits_in(model.__name__, model._meta.db_table, model._meta.verbose_name)
        for model, _field in every_column()
    }
    assert not {label: words for label, words in named.items() if words}


def test_no_column_and_no_choice_names_a_protected_trait() -> None:
    named = {
        (model._meta.label_lower, field.name): words
        for model, field in every_column()
        if (words := traits_in(*texts_of(field)))
    }
    assert not {place: words for place, words in named.items() if place not in REVIEWED}


def test_what_was_reviewed_is_still_there_and_still_needs_it() -> None:
    named = {(model._meta.label_lower, f.name) for model, f in every_column() if traits_in(*texts_of(f))}
    assert named >= REVIEWED


@pytest.mark.parametrize(
    "name",
    """gender sex ethnicity race_code religion is_disabled health_note sexual_orientation age date_of_birth
    maritalStatus nationality caste union_member pregnancy_due veteran_status
    TransgenderStatus isParenthood demographic_group
    """.split(),
)
def test_a_column_for_a_trait_would_be_seen(name: str) -> None:
    field = models.CharField(name="answer", choices=[("x", name)])
    assert traits_in(name)
    assert traits_in(*(text for choice in field.flatchoices for text in choice))


@pytest.mark.parametrize("name", "language page package message session storage image organisation unit".split())
def test_other_words_are_left_alone(name: str) -> None:
    assert not traits_in(name)
