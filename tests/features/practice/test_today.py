"""The page that people open each morning."""

import datetime as dt
import html
import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from alongside.engines.practice import our_catalogue
from alongside.people.models import Person
from alongside.practice import services
from alongside.practice.models import Answer, Lever, Moment, Offer
from organisation import NOW, Cast

SATURDAY = NOW + dt.timedelta(days=5)


@pytest.fixture
def monday(monkeypatch: pytest.MonkeyPatch) -> Callable[[dt.datetime], None]:
    """Make it Monday for the pages, or any other time."""

    def set_time(now: dt.datetime) -> None:
        monkeypatch.setattr("django.utils.timezone.now", lambda: now)

    set_time(NOW)
    return set_time


@pytest.mark.usefixtures("monday")
def test_today_shows_one_act_why_it_is_here_and_the_words_to_use(
    cast: Cast, as_person: Callable[[Person], Client]
) -> None:
    page = html.unescape(as_person(cast.ben).get("/today/").content.decode())
    act = our_catalogue().by_code[Offer.objects.get(person=cast.ben).act]
    assert page.count('<article class="act"') == 1
    assert act.title in page
    assert "Because " in page
    assert "Words you could use" in page


@pytest.mark.usefixtures("monday")
def test_today_is_the_same_act_all_day(cast: Cast, as_person: Callable[[Person], Client]) -> None:
    browser = as_person(cast.ben)
    first, again = browser.get("/today/"), browser.get("/today/")
    titles = [page.content.decode().split('id="act-title">')[1].split("<")[0] for page in (first, again)]
    assert titles[0] == titles[1]
    assert Offer.objects.count() == 1


@pytest.mark.usefixtures("monday")
@pytest.mark.parametrize("said", [Answer.DID, Answer.NO_CHANCE, Answer.DUCKED])
def test_each_answer_is_kept_and_answered_alike(
    cast: Cast, as_person: Callable[[Person], Client], said: Answer
) -> None:
    browser = as_person(cast.ben)
    browser.get("/today/")
    page = browser.post("/today/answer/", {"answer": said}, follow=True).content.decode()
    assert Offer.objects.get(person=cast.ben).answer == said
    assert "The next act comes on Tuesday 24 November." in page


@pytest.mark.usefixtures("monday")
def test_an_answer_that_there_is_not_changes_nothing(cast: Cast, as_person: Callable[[Person], Client]) -> None:
    browser = as_person(cast.ben)
    browser.get("/today/")
    browser.post("/today/answer/", {"answer": "excellent"})
    assert Offer.objects.get(person=cast.ben).answer == Answer.NONE


def test_a_day_off_has_no_act_and_says_when_the_next_comes(
    cast: Cast, as_person: Callable[[Person], Client], monday: Callable[[dt.datetime], None]
) -> None:
    monday(SATURDAY)
    page = as_person(cast.ben).get("/today/").content.decode()
    assert "The next act comes on Monday 30 November." in page
    assert not Offer.objects.exists()


def test_the_day_is_the_one_where_the_person_is(cast: Cast) -> None:
    late = NOW.replace(hour=23)
    assert cast.ben.local_date(late) == dt.date(2026, 11, 23)
    cast.ben.time_zone = "Pacific/Auckland"
    assert cast.ben.local_date(late) == dt.date(2026, 11, 24)


@pytest.mark.usefixtures("monday")
def test_a_moment_from_a_look_back_is_the_reason(cast: Cast, as_person: Callable[[Person], Client]) -> None:
    services.remember_moment(by=cast.ben, kind="cut_off", met_on=dt.date(2026, 11, 20))
    page = as_person(cast.ben).get("/today/").content.decode()
    assert "Because of your look-back on 20 November: somebody was cut off." in page


@pytest.mark.usefixtures("monday")
def test_a_lever_is_the_reason_when_it_has_its_turn(cast: Cast, as_person: Callable[[Person], Client]) -> None:
    browser = as_person(cast.ben)
    browser.post("/learn/levers/", {"levers": ["agenda"]})
    assert "Because you said: “I set agendas or run meetings”." in browser.get("/today/").content.decode()


@pytest.mark.usefixtures("monday")
def test_levers_lead_to_changes_that_one_could_make_with_them(
    cast: Cast, as_person: Callable[[Person], Client]
) -> None:
    browser = as_person(cast.ben)
    assert "Changes that you could make" not in browser.get("/learn/levers/").content.decode()
    page = browser.post("/learn/levers/", {"levers": ["agenda", "notes"]}, follow=True).content.decode()
    codes = re.findall(r'href="/acts/([\w-]+)/"', page.partition('id="changes"')[2])
    acts = [our_catalogue().by_code[code] for code in codes]
    assert len(acts) == 3
    assert all(act.is_structural and act.levers & {"agenda", "notes"} for act in acts)


@pytest.mark.usefixtures("monday")
def test_the_first_day_shows_three_small_things_and_no_other_day_does(
    cast: Cast, as_person: Callable[[Person], Client], monday: Callable[[dt.datetime], None]
) -> None:
    browser, words = as_person(cast.ben), "If you have three minutes more"
    assert words in browser.get("/today/").content.decode()
    assert words in browser.get("/today/").content.decode(), "all day"
    monday(NOW + dt.timedelta(days=1))
    assert words not in browser.get("/today/").content.decode()


@pytest.mark.usefixtures("monday")
def test_a_week_shows_to_its_author_what_they_said_of_it_and_what_changes(
    cast: Cast, as_person: Callable[[Person], Client]
) -> None:
    said = {0: Answer.DID, 1: Answer.DUCKED, 2: Answer.NONE, 7: Answer.DID}
    codes = ["count-to-three", "say-it-back", "ask-one-more-question", "thank-for-telling"]
    for code, (days, answer) in zip(codes, said.items(), strict=True):
        on = NOW.date() - dt.timedelta(days=days)
        Offer.objects.create(person=cast.ben, on_date=on, act=code, because="area", answer=answer)
    page = as_person(cast.ben).get("/today/week/").content.decode()
    assert re.findall(r'<h2>(.+)</h2>|href="/acts/([\w-]+)/"', page) == [
        ("What you did", ""),
        ("", "count-to-three"),
        ("What you ducked", ""),
        ("", "say-it-back"),
    ]
    assert "What changes by 31 December" in page
    assert "There is no plan that has begun." in page
    assert "Nothing was said of these days." in as_person(cast.asha).get("/today/week/").content.decode()


@pytest.mark.usefixtures("monday")
def test_a_week_costs_the_same_however_much_was_said(
    cast: Cast, as_person: Callable[[Person], Client], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser = as_person(cast.ben)
    for days in range(7):
        services.offer_today(by=cast.ben, now=NOW - dt.timedelta(days=days))
        services.answer(by=cast.ben, on=NOW.date() - dt.timedelta(days=days), said=Answer.DID)
    with django_assert_num_queries(5):  # session, person, roles, offers and the plan
        browser.get("/today/week/")


def test_levers_that_are_no_longer_ticked_are_forgotten(cast: Cast) -> None:
    services.name_levers(by=cast.ben, codes=["agenda", "pay"])
    services.name_levers(by=cast.ben, codes=["pay", "notes"])
    assert set(Lever.objects.values_list("person", "code")) == {(cast.ben.pk, "pay"), (cast.ben.pk, "notes")}


def test_what_no_choice_needs_any_more_is_deleted(cast: Cast) -> None:
    services.remember_moment(by=cast.ben, kind="echo", met_on=NOW.date())
    services.offer_today(by=cast.ben, now=NOW)
    services.forget_what_is_old(now=NOW + dt.timedelta(days=7))
    assert Moment.objects.exists()
    services.forget_what_is_old(now=NOW + dt.timedelta(days=8))
    assert not Moment.objects.exists()
    services.forget_what_is_old(now=NOW + dt.timedelta(days=120))
    assert Offer.objects.exists()
    services.forget_what_is_old(now=NOW + dt.timedelta(days=121))
    assert not Offer.objects.exists()


@pytest.mark.usefixtures("monday")
def test_an_act_that_left_the_catalogue_makes_room_for_another(
    cast: Cast, as_person: Callable[[Person], Client]
) -> None:
    services.offer_today(by=cast.ben, now=NOW)
    Offer.objects.update(act="an-act-of-long-ago")
    assert as_person(cast.ben).get("/today/").status_code == 200
    assert Offer.objects.get().act in our_catalogue().by_code


@pytest.mark.usefixtures("monday")
def test_today_costs_few_queries(
    cast: Cast, as_person: Callable[[Person], Client], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser = as_person(cast.ben)
    with django_assert_num_queries(9):  # the first look of the day, which chooses and keeps
        browser.get("/today/")
    with django_assert_num_queries(5):  # session, person, roles, offers, whether the plan has something for today
        browser.get("/today/")


@pytest.mark.parametrize("room", ["learn", "listen", "amplify", "speak-up", "account"])
def test_a_room_shows_its_acts_and_each_opens(cast: Cast, as_person: Callable[[Person], Client], room: str) -> None:
    browser = as_person(cast.ben)
    page = browser.get(f"/{room}/").content.decode()
    acts = [act for act in our_catalogue().acts if act.area == room.replace("-", "_")]
    assert all(f"/acts/{act.code}/" in page for act in acts)
    assert acts[0].title in html.unescape(browser.get(f"/acts/{acts[0].code}/").content.decode())
