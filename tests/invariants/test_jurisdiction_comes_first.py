"""X6: whose law applies is chosen before anything reaches other people, and every choice comes with its reason."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from alongside.administration.jurisdiction import (
    Feature,
    ProfileMissing,
    Rule,
    State,
    SwitchedOffHere,
    profile,
    profile_of,
)
from alongside.meetings.models import MeetingLookBack
from alongside.meetings.services import start_look_back
from alongside.people.models import Jurisdiction, Organisation, Person
from looking_back import told
from organisation import NOW, Cast, found

Browse = Callable[[Person | None], Client]


def test_nothing_can_be_asked_of_an_organisation_that_has_not_chosen() -> None:
    for missing in ("", "mars"):
        with pytest.raises(ProfileMissing, match="has not chosen a jurisdiction"):
            profile_of(Organisation(name="Birch & Co", jurisdiction=missing))


@pytest.mark.parametrize("empty", ["", "mars", None])
@pytest.mark.django_db
def test_the_database_keeps_no_organisation_without_a_jurisdiction(empty: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        found(jurisdiction=empty)


def test_a_choice_cannot_be_taken_back_to_none(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.filter(pk=cast.organisation.pk).update(jurisdiction="")


@pytest.mark.parametrize("jurisdiction", Jurisdiction)
def test_a_profile_says_something_about_every_feature_with_a_reason_and_a_source(jurisdiction: Jurisdiction) -> None:
    rules = profile(jurisdiction).rules
    assert set(rules) == set(Feature)
    for rule in rules.values():
        assert rule.title
        assert len(rule.because) > 20
        assert rule.because.endswith(".")
        assert rule.source


@pytest.mark.parametrize("jurisdiction", Jurisdiction)
def test_what_the_product_refuses_to_do_is_off_everywhere(jurisdiction: Jurisdiction) -> None:
    for never in (
        Feature.RECORDING,
        Feature.FEELINGS,
        Feature.TRAITS_BY_NAME,
        Feature.INFERENCE,
        Feature.HEAD_COUNTS,
    ):
        assert not profile(jurisdiction).allows(never)


def test_what_differs_by_law_differs() -> None:
    allowed = {place: profile(place).allows(Feature.LIMITED_PROGRAMMES) for place in Jurisdiction}
    assert allowed == {Jurisdiction.EU: False, Jurisdiction.UK: True, Jurisdiction.US: False, Jurisdiction.OTHER: False}
    assert profile(Jurisdiction.EU).rules[Feature.VOICE_ROUNDS].state is State.LIMITED
    assert profile(Jurisdiction.UK).allows(Feature.POSITIVE_ACTION_RECORD)
    assert not profile(Jurisdiction.US).allows(Feature.POSITIVE_ACTION_RECORD)


def test_the_words_that_differ_are_there_for_every_jurisdiction() -> None:
    names = {place: set(profile(place).wording) for place in Jurisdiction}
    assert len(set(map(frozenset, names.values()))) == 1
    assert profile(Jurisdiction.US).words("groups") == "employee resource groups"


@pytest.fixture
def transcripts_off(monkeypatch: pytest.MonkeyPatch) -> Rule:
    profile_here = profile(Jurisdiction.UK)
    rule = Rule(
        Feature.TRANSCRIPTS, "Looking back", State.OFF, "A law of this place forbids it.", "Some Act, section 1"
    )
    switched = replace(profile_here, rules={**profile_here.rules, Feature.TRANSCRIPTS: rule})
    for asking in ("services", "views"):
        monkeypatch.setattr(f"alongside.meetings.{asking}.profile_of", lambda _organisation: switched)
    return rule


def test_a_look_back_that_is_switched_off_cannot_be_started(cast: Cast, transcripts_off: Rule) -> None:
    with pytest.raises(SwitchedOffHere) as refusal:
        start_look_back(
            by=cast.asha,
            title="Planning",
            meeting_date=NOW.date(),
            notice_hours=2,
            colleagues=[cast.ben, cast.carmen, cast.dara],
            guests=[],
            now=NOW,
        )
    assert refusal.value.rule == transcripts_off
    assert not MeetingLookBack.objects.exists()


def test_who_comes_to_what_is_switched_off_reads_why_and_what_is_left(
    cast: Cast, as_person: Browse, transcripts_off: Rule
) -> None:
    refused = as_person(cast.asha).get("/meetings/tell/")
    assert refused.status_code == 403
    page = refused.content.decode()
    assert transcripts_off.because in page
    assert transcripts_off.source in page
    assert "/meetings/from-memory/" in page
    home = as_person(cast.asha).get("/meetings/").content.decode()
    assert transcripts_off.because in home
    assert "/meetings/tell/" not in home


def test_what_the_law_limits_is_said_where_a_look_back_begins(cast: Cast, as_person: Browse) -> None:
    rule = profile_of(cast.organisation).rules[Feature.TRANSCRIPTS]
    assert rule.state is State.LIMITED
    assert rule.because in as_person(cast.asha).get("/meetings/tell/").content.decode()


@pytest.mark.parametrize(
    ("jurisdiction", "called"),
    [
        ("eu", ("the works council", "employee networks", "Leaving is always possible")),
        ("uk", ("the union or the staff forum", "employee networks", "unless a positive action record says why not")),
        ("us", ("the union or the employee committee", "employee resource groups", "whatever their background")),
        ("other", ("those who speak for the staff", "employee networks", "Leaving is always possible")),
    ],
)
def test_pages_call_things_as_they_are_called_under_the_law_of_the_place(
    jurisdiction: str, called: tuple[str, ...], cast: Cast, as_person: Browse
) -> None:
    Organisation.objects.filter(pk=cast.organisation.pk).update(jurisdiction=jurisdiction)
    told(cast)
    browser = as_person(cast.ben)
    law = browser.get("/jurisdiction/").content.decode()
    for words in called:
        assert words[1:] in law
    assert f"You can talk to {called[0]}" in browser.get("/meetings/told/").content.decode()


def test_what_things_are_called_is_read_in_the_language_of_the_person(cast: Cast, as_person: Browse) -> None:
    Person.objects.filter(pk=cast.ben.pk).update(language="fr")
    page = as_person(cast.ben).get("/jurisdiction/").content.decode()
    assert "Réseaux du personnel" in page
