"""Two minutes a day, as somebody meets them."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from alongside.engines import practice
from alongside.learning.models import Reading
from alongside.learning.services import remember
from alongside.people.models import Person
from organisation import NOW, Cast

Browse = Callable[[Person | None], Client]
ITEMS = practice.our_library().items


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[dt.datetime], None]:
    def stands_at(now: dt.datetime) -> None:
        monkeypatch.setattr("django.utils.timezone.now", lambda: now)

    stands_at(NOW)
    return stands_at


def shown(browser: Client, role: str = "") -> practice.Item:
    page = browser.get("/learn/today/", {"role": role}).content.decode()
    return next(item for item in ITEMS if f'value="{item.code}"' in page)


def test_an_item_fits_the_role_that_the_person_says_and_ends_in_an_act(cast: Cast, as_person: Browse) -> None:
    browser = as_person(cast.ben)
    item = shown(browser, "host")
    assert "host" in item.roles
    page = browser.get("/learn/today/", {"role": "host"}).content.decode()
    assert f"/acts/{item.act}/" in page
    assert all(source.split(",")[0].split(" 2")[0] in page for source in item.sources)


def test_what_was_read_is_enough_for_the_day_and_comes_back_with_its_question(
    cast: Cast, as_person: Browse, clock: Callable[[dt.datetime], None]
) -> None:
    browser = as_person(cast.ben)
    item = shown(browser, "host")
    browser.post("/learn/today/recall/", {"item": item.code, "recall": "yes"})
    assert "That is enough for today" in browser.get("/learn/today/").content.decode()
    clock(NOW + dt.timedelta(days=2))
    browser = as_person(cast.ben)
    page = browser.get("/learn/today/").content.decode()
    assert "What do you remember?" in page
    assert "I remembered" in page
    browser.post("/learn/today/recall/", {"item": item.code, "recall": "yes"})
    assert Reading.objects.get().due_date == NOW.date() + dt.timedelta(days=13)


def test_saying_it_twice_on_a_day_counts_once(cast: Cast) -> None:
    for recall in ("yes", "no"):
        remember(by=cast.ben, item=ITEMS[0], recall=recall, now=NOW)
    assert Reading.objects.get().due_date == NOW.date() + dt.timedelta(days=2)


def test_what_one_has_already_read_is_on_a_page_of_ones_own(cast: Cast, as_person: Browse) -> None:
    remember(by=cast.ben, item=ITEMS[0], recall="yes", now=NOW)
    assert f"/learn/items/{ITEMS[0].code}/" in as_person(cast.ben).get("/learn/read/").content.decode()
    assert f"/learn/items/{ITEMS[0].code}/" not in as_person(cast.asha).get("/learn/read/").content.decode()


def test_the_role_of_a_day_is_kept_nowhere(cast: Cast, as_person: Browse) -> None:
    as_person(cast.ben).get("/learn/today/", {"role": "interviewer"})
    assert not Reading.objects.exists()


@pytest.mark.parametrize("said", [{"item": "no-such"}, {"item": ITEMS[0].code, "recall": "very"}, {}])
def test_what_is_no_answer_is_not_there(cast: Cast, as_person: Browse, said: dict[str, str]) -> None:
    assert as_person(cast.ben).post("/learn/today/recall/", {"recall": "yes", **said}).status_code == 404


def test_an_item_that_is_not_there_is_not_found(cast: Cast, as_person: Browse) -> None:
    assert as_person(cast.ben).get("/learn/items/no-such/").status_code == 404
    assert as_person(cast.ben).get(f"/learn/items/{ITEMS[0].code}/").status_code == 200


def test_a_lesson_costs_few_queries(
    cast: Cast, as_person: Browse, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser = as_person(cast.ben)
    with django_assert_num_queries(5):  # session, person, roles, what was read, the items of the organisation
        browser.get("/learn/today/")
