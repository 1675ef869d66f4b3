"""Rehearsing a moment, as somebody meets it: what comes up first, then replies, then what one can take from it."""

import html
from collections.abc import Callable

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from alongside.engines import practice
from alongside.people.models import Person
from organisation import Cast

Browse = Callable[[Person | None], Client]
SCENES = practice.our_scenes()
LUNCH = SCENES["joke-at-lunch"]
AT_LUNCH = "/learn/rehearse/joke-at-lunch/"


def read(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def rows() -> dict[str, int]:
    return {model._meta.label: model._base_manager.count() for model in apps.get_models()}


@pytest.fixture
def browser(cast: Cast, as_person: Browse) -> Client:
    return as_person(cast.ben)


def test_the_room_leads_to_the_list_and_the_list_to_every_scene_with_what_comes_up(browser: Client) -> None:
    assert 'href="/learn/rehearse/"' in read(browser, "/learn/")
    page = read(browser, "/learn/rehearse/")
    for scene in SCENES.values():
        assert f'href="/learn/rehearse/{scene.code}/"' in page
        assert scene.note in page


def test_scenes_for_what_one_does_today_come_first(browser: Client) -> None:
    def order(address: str) -> list[str]:
        return [part.split('"')[0] for part in read(browser, address).split('<h2 id="')[1:]]

    assert order("/learn/rehearse/")[0] == "anyone"
    assert order("/learn/rehearse/?role=interviewer")[:2] == ["interviewer", "anyone"]
    assert order("/learn/rehearse/?role=boss") == order("/learn/rehearse/")


def test_an_act_and_an_item_lead_to_the_scene_in_which_it_can_be_tried(browser: Client) -> None:
    link = 'href="/learn/rehearse/idea-comes-back/"'
    assert link in read(browser, "/acts/bring-back-a-point/")
    assert "/learn/rehearse/" not in read(browser, "/acts/keep-one-promise/")
    item = next(item for item in practice.our_library().items if item.act == "bring-back-a-point")
    assert link in read(browser, f"/learn/items/{item.code}/")
    assert 'href="/learn/rehearse/?role=host"' in read(browser, "/learn/today/?role=host")


def test_a_scene_is_played_by_links_alone_to_its_end(browser: Client) -> None:
    first = read(browser, f"{AT_LUNCH}play/")
    assert LUNCH.steps[0].text in first
    assert f'href="{AT_LUNCH}play/?way=1"' in first
    second = read(browser, f"{AT_LUNCH}play/?way=1")
    assert LUNCH.steps[0].replies[0].then in second
    assert LUNCH.steps[1].text in second
    end = browser.get(f"{AT_LUNCH}play/?way=1.1.1")
    assert end.headers["Location"] == f"{AT_LUNCH}end/?way=1.1.1"
    assert "<script" not in first.split("<main", maxsplit=1)[1]


def test_one_can_go_back_and_skip_to_the_end_from_every_step(browser: Client) -> None:
    page = read(browser, f"{AT_LUNCH}play/?way=1.1")
    assert f'href="{AT_LUNCH}play/?way=1"' in page
    assert f'href="{AT_LUNCH}end/?way=1.1"' in page
    assert f'href="{AT_LUNCH}play/"' in read(browser, f"{AT_LUNCH}play/?way=1")


def test_the_end_tells_what_each_reply_did_and_what_else_there_was(browser: Client) -> None:
    page = read(browser, f"{AT_LUNCH}end/?way=1.1.1")
    for taken in practice.walk(LUNCH, [1, 1, 1]).taken:
        for reply in taken.step.replies:
            assert reply.words in page
            assert reply.why in page
    assert "direct; about the act" in page


@pytest.mark.parametrize(("way", "back"), [("1.1.1", "?way=1.1"), ("1.1", "?way=1.1"), ("1", "?way=1")])
def test_the_end_leads_back_to_the_step_one_came_from(browser: Client, way: str, back: str) -> None:
    assert f'href="{AT_LUNCH}play/{back}">Back one step' in read(browser, f"{AT_LUNCH}end/?way={way}")


def test_the_end_has_what_to_take_along_whichever_way_one_came(browser: Client) -> None:
    for address in (f"{AT_LUNCH}end/", f"{AT_LUNCH}end/?way=2.2"):
        page = read(browser, address)
        assert LUNCH.agency in page
        assert all(line in page for line in LUNCH.pocket)
        assert all(source in page for source in LUNCH.sources)
        assert all(words in page for words in LUNCH.elsewhere.values())
        assert f'href="/acts/{LUNCH.acts[0]}/"' in page


def test_lines_to_take_along_are_of_one_scene_or_of_all(browser: Client) -> None:
    other = SCENES["talked-over"]
    one = read(browser, f"/learn/rehearse/lines/?scene={other.code}")
    assert other.pocket[0] in one
    assert LUNCH.pocket[0] not in one
    everything = read(browser, "/learn/rehearse/lines/")
    assert all(line in everything for scene in SCENES.values() for line in scene.pocket)


def test_a_whole_rehearsal_writes_no_row_and_leaves_nothing_in_the_session(browser: Client) -> None:
    browser.get("/learn/")
    before, session = rows(), dict(browser.session)
    with connection.execute_wrapper(_refuse_to_write):
        for address in ("", "play/", "play/?way=1", "play/?way=1.1", "end/?way=1.1.1"):
            read(browser, AT_LUNCH + address)
    assert rows() == before
    assert dict(browser.session) == session


def _refuse_to_write(execute, sql, params, many, context):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    assert sql.split()[0].upper() not in {"INSERT", "UPDATE", "DELETE", "REPLACE"}, sql
    return execute(sql, params, many, context)


def test_the_feature_has_nothing_to_keep_anything_in() -> None:
    assert not list(apps.get_app_config("rehearsal").get_models())


@pytest.mark.parametrize(
    "address",
    [
        "/learn/rehearse/no-such/",
        "/learn/rehearse/no-such/play/",
        "/learn/rehearse/lines/?scene=no-such",
        *(f"{AT_LUNCH}play/?way={way}" for way in ("9", "0", "x", "1.", "-1", "1.1.1.1", "1%0A", "１", "1." * 4000)),
        f"{AT_LUNCH}end/?way=1.1.1.1",
    ],
)
def test_a_way_that_there_is_not_is_not_found(browser: Client, address: str) -> None:
    assert browser.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/learn/rehearse/", AT_LUNCH, f"{AT_LUNCH}play/", f"{AT_LUNCH}end/"])
def test_a_page_costs_few_queries(
    browser: Client, address: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):  # session, person, roles
        browser.get(address)
