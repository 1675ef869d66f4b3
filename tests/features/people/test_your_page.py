"""Your page: you alone write it, and it says at each part who sees it."""

import re
import zoneinfo
from collections.abc import Callable

import pytest
from django.test import Client

from alongside.people import services
from alongside.people.forms import zone_choices
from alongside.people.models import Audience, Person, PronounAnswer
from organisation import Cast

Browse = Callable[[Person | None], Client]

NAME = {"called": "Bea Okafor", "is_found_by_full_name": "on", "respelling": "BEE-uh", "ipa": "/ˈbiːə/"}
PRONOUNS = {"pronoun_answer": "given", "pronouns": "they/them", "pronoun_audience": "all"}
TIME = {"time_zone": "Asia/Kathmandu", "language": "fr", "working_days": ["0", "2", "6"]}


@pytest.mark.parametrize(
    ("section", "sent", "kept"),
    [
        ("name", NAME, {**NAME, "is_found_by_full_name": True}),
        ("pronouns", PRONOUNS, PRONOUNS),
        ("time", TIME, {**TIME, "working_days": "1010001"}),
        ("asks", {"asks_a_month": "0"}, {"asks_a_month": 0}),
    ],
)
def test_a_person_changes_each_part_of_their_page(
    section: str, sent: dict[str, str], kept: dict[str, object], cast: Cast, as_person: Browse
) -> None:
    browser = as_person(cast.ben)
    answer = browser.post(f"/you/{section}", sent, follow=True)
    assert answer.redirect_chain == [("/you/", 302)]
    ben = Person.objects.get(pk=cast.ben.pk)
    assert {field: getattr(ben, field) for field in kept} == kept
    if section == "name":
        assert 'value="Bea Okafor"' in answer.content.decode()


@pytest.mark.parametrize(
    ("section", "sent", "says"),
    [
        ("name", {"called": "x" * 101}, "at most 100 characters"),
        ("pronouns", {"pronoun_answer": "given", "pronouns": " ", "pronoun_audience": "all"}, "Write the pronouns"),
        ("pronouns", {"pronoun_answer": "maybe", "pronoun_audience": "all"}, "Select a valid choice"),
        ("time", {"time_zone": "Mars/Olympus", "language": "", "working_days": "1"}, "We do not know this time zone"),
        ("time", {"time_zone": "../etc/passwd", "language": "", "working_days": "1"}, "We do not know this time zone"),
        ("time", {"time_zone": "", "language": "tlh", "working_days": "1"}, "Select a valid choice"),
        ("time", {"time_zone": "", "language": ""}, "Tick at least one day"),
        ("asks", {"asks_a_month": "5"}, "Select a valid choice"),
        ("asks", {"asks_a_month": "-1"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_kept_changes_nothing_and_says_what_to_do(
    section: str, sent: dict[str, str], says: str, cast: Cast, as_person: Browse
) -> None:
    before = Person.objects.values().get(pk=cast.ben.pk)
    answer = as_person(cast.ben).post(f"/you/{section}", sent)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert Person.objects.values().get(pk=cast.ben.pk) == before


def test_a_part_that_there_is_not_is_not_found(cast: Cast, as_person: Browse) -> None:
    assert as_person(cast.ben).post("/you/grants", {"role": "administrator"}).status_code == 404


def test_no_part_of_the_page_writes_what_the_records_hold_or_what_somebody_may_do(
    cast: Cast, as_person: Browse
) -> None:
    browser = as_person(cast.ben)
    more = {"email": "x@x.example", "full_name": "X", "is_active": "", "unit": "1", "password": "x", "role": "coach"}
    before = Person.objects.values("email", "full_name", "is_active", "unit", "password").get(pk=cast.ben.pk)
    for section, sent in (("name", NAME), ("pronouns", PRONOUNS), ("time", TIME), ("asks", {"asks_a_month": "3"})):
        browser.post(f"/you/{section}", {**more, **sent})
    assert Person.objects.values(*before).get(pk=cast.ben.pk) == before
    assert not cast.ben.grants.exists()


def test_the_record_s_fields_are_not_a_person_s_to_say(cast: Cast) -> None:
    for field in (*Person.IMPORTED, "password", "organisation", "sort_name"):
        with pytest.raises(ValueError, match=field):
            services.say_about_self(by=cast.ben, said={field: "x"})


def test_every_field_of_a_person_is_the_record_s_or_their_own_or_the_site_s() -> None:
    sites_own = {"id", "uuid", "organisation", "password", "sort_name"}
    fields = {field.name for field in Person._meta.concrete_fields}
    assert fields == sites_own | set(Person.IMPORTED) | set(Person.OWN)
    assert not set(Person.IMPORTED) & set(Person.OWN)


def page_of_ben(cast: Cast, browser: Client) -> bytes:
    """The page as somebody gets it, but for what differs each time so that forms cannot be forged."""
    page: bytes = browser.get(f"/people/{cast.ben.uuid}/").content
    return re.sub(rb'(name="csrfmiddlewaretoken" value=")\w+', rb"\1", page)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"pronoun_answer": PronounAnswer.GIVEN, "pronouns": "ze/zir"}, b"ze/zir"),
        ({"pronoun_answer": PronounAnswer.ASK}, b"Please ask me"),
        ({"pronoun_answer": PronounAnswer.NAME}, b"Please just use my name"),
    ],
    ids=["given", "ask", "name"],
)
@pytest.mark.parametrize(
    ("audience", "who_sees"), [(Audience.ALL, {"carmen", "dara"}), (Audience.MET, {"carmen"}), (Audience.NOBODY, set())]
)
def test_pronouns_are_seen_by_those_whom_the_person_chose_and_leave_no_gap_for_others(
    said: dict[str, str], words: bytes, audience: str, who_sees: set[str], people: tuple[Cast, Browse]
) -> None:
    cast, as_person = people
    viewers = {"carmen": as_person(cast.carmen), "dara": as_person(cast.dara)}
    before = {name: page_of_ben(cast, browser) for name, browser in viewers.items()}
    services.say_about_self(by=cast.ben, said={**said, "pronoun_audience": audience})
    after = {name: page_of_ben(cast, browser) for name, browser in viewers.items()}
    assert {name for name in viewers if words in after[name]} == who_sees
    assert {name for name in viewers if after[name] != before[name]} == who_sees


@pytest.fixture
def people(cast: Cast, as_person: Browse) -> tuple[Cast, Browse]:
    return cast, as_person


def test_somebody_without_a_unit_meets_nobody(cast: Cast, as_person: Browse) -> None:
    Person.objects.filter(pk__in=[cast.ben.pk, cast.farah.pk]).update(unit=None)
    services.say_about_self(
        by=Person.objects.get(pk=cast.ben.pk), said={"pronoun_answer": "ask", "pronoun_audience": "met"}
    )
    assert b"ask me" not in page_of_ben(cast, as_person(cast.farah))


def test_an_answer_that_is_taken_back_leaves_nothing(cast: Cast, as_person: Browse) -> None:
    browser = as_person(cast.ben)
    browser.post("/you/pronouns", PRONOUNS)
    browser.post("/you/pronouns", {**PRONOUNS, "pronoun_answer": "none"})
    assert Person.objects.get(pk=cast.ben.pk).pronouns == ""


def test_the_page_says_at_each_field_who_sees_it(cast: Cast, as_person: Browse) -> None:
    page = as_person(cast.ben).get("/you/").content.decode()
    parts = page.split('class="field')[1:]
    for field in Person.OWN:
        part = next(part for part in parts if f'name="{field}"' in part)
        assert 'class="who-sees"' in part, field


def test_each_day_of_the_week_is_there_once(cast: Cast, as_person: Browse) -> None:
    page = as_person(cast.ben).get("/you/").content.decode()
    assert [len(re.findall(rf"\b{day}\b", page)) for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")] == [
        1
    ] * 7


def test_the_page_leads_to_all_that_guards_a_sign_in(cast: Cast, as_person: Browse) -> None:
    browser = as_person(cast.ben)
    page = browser.get("/you/").content.decode()
    for address in ("/account/password/change/", "/account/2fa/", "/account/2fa/webauthn/", "/account/sessions/"):
        assert f'href="{address}"' in page
        assert browser.get(address).status_code in {200, 302}


@pytest.mark.parametrize("zone", ["Europe/London", "America/Argentina/Buenos_Aires", "Pacific/Apia", "UTC"])
def test_the_list_of_time_zones_has_the_places_of_the_world(zone: str) -> None:
    offered = [value for _region, places in zone_choices() for value, _label in places]
    assert zone in offered
    assert set(offered) <= zoneinfo.available_timezones()


def test_pages_come_in_the_zone_and_language_that_the_person_chose(cast: Cast, as_person: Browse) -> None:
    browser = as_person(cast.ben)
    browser.post("/you/time", TIME)
    assert browser.get("/you/").headers["Content-Language"] == "fr"
    assert 'value="Asia/Kathmandu" selected' in browser.get("/you/").content.decode()
