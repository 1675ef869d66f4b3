"""Recognition on the site: opening a quarter, how to give, and what one sees of oneself."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from alongside.access.models import AuditEvent
from alongside.administration.jurisdiction import SwitchedOffHere
from alongside.administration.sample import load_sample
from alongside.ballots.models import Campaign, Seat
from alongside.ballots.refusals import TrusteesMissing
from alongside.people.models import Person
from alongside.recognition import form, services
from alongside.recognition.models import Quarter, Recognition
from alongside.recognition.sample import hold_sample_quarter
from alongside.recognition.tallying import KINDS
from organisation import NOW, Cast
from recognising import HERE, QUARTER, QUARTERLY, SPEND_FROM, THERE, Crowd, ballots, begun, crowd, open_box, write

Browse = Callable[[Person | None], Client]


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[dt.datetime], None]:
    def stands_at(now: dt.datetime) -> None:
        monkeypatch.setattr("django.utils.timezone.now", lambda: now)

    stands_at(NOW)
    return stands_at


@pytest.fixture
def people(cast: Cast) -> Crowd:
    return crowd(cast)


def open_quarter(cast: Cast, *trustees: Person, now: dt.datetime = NOW) -> Quarter:
    return services.open_quarter(trustees=trustees or [cast.dara, cast.asha], by=cast.dara, now=now)


def test_a_quarter_asks_everyone_of_a_unit_in_groups_of_at_least_twelve(cast: Cast, people: Crowd) -> None:
    campaign = open_quarter(cast).campaign
    groups = [group.seats.count() for group in campaign.groups.all()]
    assert sorted(groups) == [12, 14]
    assert Seat.objects.filter(person=people.routes[0]).get().group != Seat.objects.get(person=cast.ben).group
    assert not Seat.objects.filter(person__in=[cast.farah, cast.stranger]), "a coach from outside is in no unit"


@pytest.mark.usefixtures("people")
def test_passes_go_out_for_three_weeks_and_giving_ends_with_the_quarter(cast: Cast) -> None:
    quarter = open_quarter(cast)
    assert (quarter.first_date, quarter.last_date) == (dt.date(2026, 10, 1), dt.date(2026, 12, 31))
    campaign = quarter.campaign
    assert (campaign.issue_from, campaign.spend_from, campaign.spend_until) == (NOW, SPEND_FROM, QUARTERLY)


@pytest.mark.parametrize("month", range(1, 13))
def test_every_quarter_ends_on_the_last_day_of_its_third_month(month: int) -> None:
    dates = services.dates_of_quarter(dt.datetime(2026, month, 15, tzinfo=dt.UTC))
    end = dt.datetime(2026 + (month > 9), {0: 4, 1: 7, 2: 10, 3: 1}[(month - 1) // 3], 1, tzinfo=dt.UTC)
    assert abs(dates.spend_until - end) <= dt.timedelta(hours=1), "midnight in London"


@pytest.mark.usefixtures("people")
def test_a_quarter_is_opened_once(cast: Cast) -> None:
    open_quarter(cast)
    with pytest.raises(services.AlreadyOpen), transaction.atomic():
        open_quarter(cast)
    assert Campaign.objects.count() == 1


@pytest.mark.usefixtures("people")
def test_the_end_of_a_quarter_is_too_late_to_open_it(cast: Cast) -> None:
    with pytest.raises(services.TooLate, match="first weeks"):
        open_quarter(cast, now=dt.datetime(2026, 11, 28, tzinfo=dt.UTC))
    assert open_quarter(cast, now=dt.datetime(2026, 11, 27, tzinfo=dt.UTC)).campaign.spend_until == QUARTERLY


def test_one_group_is_too_few_since_nobody_could_be_recognised_from_two(cast: Cast) -> None:
    with pytest.raises(services.TooFewUnits, match="12 people"):
        open_quarter(cast)
    assert not Campaign.objects.exists()


@pytest.mark.usefixtures("people")
def test_it_takes_two_trustees(cast: Cast) -> None:
    with pytest.raises(TrusteesMissing):
        open_quarter(cast, cast.dara, cast.dara)


@pytest.mark.usefixtures("people")
def test_where_the_law_takes_no_answers_no_quarter_is_opened(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    class Off:
        def require(self, feature: object) -> None:
            raise SwitchedOffHere(feature)  # type: ignore[arg-type]

    monkeypatch.setattr(SwitchedOffHere, "__init__", lambda *_args: None)
    monkeypatch.setattr(services, "profile_of", lambda _organisation: Off())
    with pytest.raises(SwitchedOffHere):
        open_quarter(cast)


def test_the_dei_lead_opens_the_quarter_on_its_page(cast: Cast, people: Crowd, as_person: Browse) -> None:
    browser = as_person(cast.dara)
    assert "before 14 December" in browser.get("/amplify/recognition/open/").content.decode()
    said = {"first": cast.asha.email, "second": people.routes[0].email.upper()}
    page = browser.post("/amplify/recognition/open/", said, follow=True).content.decode()
    assert "Getting ready" in page
    assert page.count("has to make a key") == 2
    assert 'name="first"' not in page
    event = AuditEvent.objects.get(act="ballots.opened")
    assert event.actor == cast.dara.uuid


@pytest.mark.usefixtures("people")
def test_the_page_says_what_is_wrong_and_keeps_what_was_written(cast: Cast, as_person: Browse) -> None:
    browser = as_person(cast.dara)
    unknown = browser.post("/amplify/recognition/open/", {"first": "x@y.example", "second": cast.stranger.email})
    assert unknown.status_code == 422
    assert unknown.content.decode().count("Nobody here has this address") >= 2
    assert "x@y.example" in unknown.content.decode()
    same = browser.post("/amplify/recognition/open/", {"first": cast.asha.email, "second": cast.asha.email})
    assert "two different people" in same.content.decode()
    assert not Quarter.objects.exists()


@pytest.mark.usefixtures("people")
def test_the_page_to_give_says_when_it_can_be_done(
    cast: Cast, as_person: Browse, clock: Callable[[dt.datetime], None]
) -> None:
    def shown() -> str:
        page: str = as_person(cast.ben).get("/amplify/recognition/").content.decode()
        return page

    assert "Not open now" in shown()
    open_quarter(cast)
    assert "From 14 December" in shown()
    clock(SPEND_FROM)
    assert "Until 31 December" in shown()
    clock(QUARTERLY)
    assert "Not open now" in shown()


def test_somebody_sees_about_how_many_and_what_they_named(cast: Cast, people: Crowd, as_person: Browse) -> None:
    others = [HERE, HERE, THERE, THERE, THERE, THERE]
    write(cast, people, ballots(cast.ben, others, kinds=("idea", "room")))
    page = as_person(cast.ben).get("/account/recognition/").content.decode()
    assert "5 to 9 colleagues said that you stood by them" in page
    assert "July – September 2026" in page
    assert "Brought my idea back with my name on it" in page
    assert "Put me forward" not in page
    assert "6" not in page.split("<main", 1)[1].split("</main>", maxsplit=1)[0].replace("2026", "")


def test_nobody_else_sees_it(cast: Cast, people: Crowd, as_person: Browse) -> None:
    def seen_by(person: Person) -> str:
        page: str = as_person(person).get("/account/recognition/").content.decode()
        return page.split("<main", 1)[1]

    others = [cast.asha, cast.carmen, cast.dara, cast.eli, cast.farah, cast.stranger]
    before = [seen_by(person) for person in others]
    write(cast, people, ballots(cast.ben, [HERE, HERE, THERE, THERE, THERE, THERE]))
    assert [seen_by(person) for person in others] == before
    assert "5 to 9" in seen_by(cast.ben)


def test_the_latest_quarter_comes_first_and_nothing_is_added_up(cast: Cast, people: Crowd, as_person: Browse) -> None:
    others = [HERE, HERE, THERE, THERE, THERE, THERE]
    write(cast, people, ballots(cast.ben, others), dt.date(2026, 4, 1))
    write(cast, people, ballots(cast.ben, others * 2), QUARTER)
    page = as_person(cast.ben).get("/account/recognition/").content.decode()
    assert page.index("July – September 2026") < page.index("April – June 2026")
    assert page.count("5 to 9 colleagues said") == page.count("10 to 19 colleagues said") == 1


@pytest.mark.parametrize("band", ["", "4", "1_to_4", "5"])
def test_the_database_takes_no_other_band(cast: Cast, band: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Recognition.objects.create(person=cast.ben, first_date=QUARTER, band=band)


def test_whoever_left_or_works_elsewhere_is_passed_over(cast: Cast, people: Crowd) -> None:
    others = [HERE, HERE, THERE, THERE, THERE, THERE]
    Person.objects.filter(pk=cast.carmen.pk).update(is_active=False)
    write(cast, people, [*ballots(cast.carmen, others), *ballots(cast.stranger, others), *ballots(cast.farah, others)])
    assert [row.person for row in Recognition.objects.all()] == [cast.farah]


@pytest.mark.usefixtures("people")
def test_the_voice_host_asks_the_same_of_everybody(cast: Cast) -> None:
    asked = form.form_of(open_quarter(cast).campaign)
    assert len(asked["four_sentences"]) == 4
    (question,) = asked["questions"]
    assert (question["kind"], question["most"]) == ("people", 5)
    assert [option["value"] for option in question["options"]] == list(KINDS)


def test_the_pages_cost_few_queries(
    cast: Cast, people: Crowd, as_person: Browse, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    open_quarter(cast)
    write(cast, people, ballots(cast.ben, [HERE, HERE, THERE, THERE, THERE, THERE]))
    for person, address, queries in (
        (cast.ben, "/amplify/recognition/", 4),  # session, person, roles, quarter
        (cast.ben, "/account/recognition/", 4),  # session, person, roles, what was said
        (cast.dara, "/amplify/recognition/open/", 8),  # and the quarter twice, its trustees, seats and groups
    ):
        browser = as_person(person)
        with django_assert_num_queries(queries):
            browser.get(address)


def test_a_quarter_from_end_to_end(cast: Cast, people: Crowd, as_person: Browse) -> None:
    asked = begun(cast, people)
    passes = [asked.fetch(person, now=NOW) for person in [*people.maps, *people.routes]]
    for one in [*passes[:3], *passes[12:16]]:
        asked.cast(one, {"answers": {"people": [{"person": str(cast.asha.uuid), "kinds": ["room"]}]}}, now=SPEND_FROM)
    assert not Recognition.objects.exists(), "nothing before the quarterly date"
    open_box(asked, now=QUARTERLY)
    assert [(row.person, row.band, row.kinds) for row in Recognition.objects.all()] == [(cast.asha, "5_to_9", ["room"])]
    assert "5 to 9" in as_person(cast.asha).get("/account/recognition/").content.decode()


def test_in_the_demo_the_leader_sees_a_quarter_that_is_over(db: None, as_person: Browse) -> None:  # noqa: ARG001
    organisation = load_sample(NOW)
    for _start in range(2):
        hold_sample_quarter(organisation, now=NOW)
    (row,) = Recognition.objects.select_related("person")
    assert (row.person.email, row.first_date, row.band) == ("leader@saltmarsh.example", QUARTER, "5_to_9")
    page = as_person(row.person).get("/account/recognition/").content.decode()
    assert "July – September 2026" in page
