"""The sample organisation: large enough to try everything on, and like an organisation of today."""

import pytest

from alongside.access import Role
from alongside.administration.sample import load_sample
from alongside.people.models import Audience, Organisation, Person, PronounAnswer, Unit
from organisation import NOW


@pytest.fixture
def sample(db: None) -> Organisation:  # noqa: ARG001 - opens the database
    return load_sample(NOW)


def test_about_sixty_people_stand_on_three_levels(sample: Organisation) -> None:
    assert 55 <= Person.objects.filter(organisation=sample).count() <= 65
    departments = Unit.objects.filter(parent__parent=None, parent__isnull=False)
    teams = Unit.objects.filter(parent__parent__isnull=False)
    assert 4 <= departments.count() <= 5
    assert 11 <= teams.count() <= 13
    assert not teams.filter(children__isnull=False).exists()
    for team in teams:
        assert team.people.count() >= 3, team


def test_every_answer_and_every_role_is_there(sample: Organisation) -> None:
    people = Person.objects.filter(organisation=sample).with_page_needs()
    assert {person.pronoun_answer for person in people} == set(PronounAnswer.values)
    assert {person.pronoun_audience for person in people} == set(Audience.values)
    assert {role for person in people for role in person.roles} == set(Role) - {Role.ANONYMOUS}
    assert {person.asks_a_month for person in people} == {0, 1, 2, 3, 4}
    assert len({person.time_zone for person in people}) > 20
    assert {person.language for person in people} == {"en-gb", "fr"}
    assert sum(bool(person.respelling) for person in people) > 30
    assert sum(bool(person.ipa) for person in people) > 15


def test_every_record_is_one_that_the_pages_would_accept(sample: Organisation) -> None:
    for person in Person.objects.filter(organisation=sample):
        person.full_clean(exclude=["password"])
        assert person.email.endswith(".example")
        assert not person.has_usable_password()
    sample.full_clean()


def test_the_people_of_the_sample_meeting_are_one_team(sample: Organisation) -> None:
    team = Person.objects.filter(organisation=sample, unit__code="toolshed").values_list("full_name", flat=True)
    assert set(team) == {"Ingrid Solberg", "Linh Tran", "Maya Okafor", "Deepak Rao", "Callum Reid"}
