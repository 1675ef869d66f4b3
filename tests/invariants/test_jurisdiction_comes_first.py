"""X6: whose law applies is chosen before anything reaches other people, and every choice comes with its reason."""

import pytest
from django.db import IntegrityError, transaction

from alongside.administration.jurisdiction import Feature, ProfileMissing, State, profile, profile_of
from alongside.people.models import Jurisdiction, Organisation
from organisation import Cast, found


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
