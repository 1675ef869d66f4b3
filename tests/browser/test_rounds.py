"""A listening round in Chromium: made by a DEI lead, read by a member, answered for by a leader."""

import datetime as dt

import pytest
from django.utils import timezone

import rounds
from alongside.access import Role
from alongside.people.models import Grant
from alongside.voice import services
from alongside.voice.models import Round
from browsing import Visit, axe_finds_nothing, never_scrolls_sideways

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAY = dt.timedelta(days=1)


def test_a_round_is_made_without_scripts_in_five_steps(visit: Visit) -> None:
    made = rounds.house({"care": 20, "field": 30})
    page = visit(made.dara, width=390, javascript=False)
    page.goto("/listen/")
    page.get_by_role("link", name="Listening rounds").click()
    page.get_by_role("link", name="Make a round").click()
    go_on = page.get_by_role("button", name="Keep it and go on")
    page.get_by_label("What is the round called?").fill("Autumn")
    go_on.click()
    page.get_by_label("In meetings I can finish what I want to say.").check()
    go_on.click()
    page.get_by_label("Ways to divide the results").fill("Religion: a, b")
    go_on.click()
    assert page.get_by_text("is about what people are").first.is_visible()
    page.get_by_label("Ways to divide the results").fill("Time here: under a year, longer")
    go_on.click()
    today = timezone.localdate()
    for name, days in (("issue_from", 1), ("spend_from", 8), ("spend_until", 22)):
        page.locator(f"[name={name}]").fill((today + days * DAY).isoformat())
    page.get_by_label("Who keeps the first key?").fill(made.eli.email)
    page.get_by_label("Who keeps the second key?").fill(made.dara.email)
    go_on.click()
    assert page.get_by_text("52 people are asked.").is_visible()
    page.get_by_role("button", name="Open the round").click()
    assert page.get_by_text("Waits for the two keys").is_visible()
    assert Round.objects.get().opened_at is not None


def test_all_pages_of_a_round_are_accessible_and_fit(visit: Visit) -> None:
    made = rounds.house({"care": 24, "field": 30})
    now = timezone.now()
    done = rounds.opened(
        made, starts=now - 60 * DAY, cuts=[("Time here", ["under a year", "longer"])], takes_words=True
    )
    boxes = rounds.answers(done, {"words": "Let people finish.", "cut.1": "longer"}, share=1)
    services.publish(asked=done, now=rounds.close(done, boxes, now=now))
    running = rounds.opened(made, starts=now - DAY)
    written = rounds.draft(made, starts=now + 90 * DAY)
    for role in (Role.LEADER, Role.ADMINISTRATOR):
        Grant.objects.get_or_create(person=made.dara, role=role)
    here = f"/listen/rounds/{done.uuid}/"
    steps = [f"/listen/rounds/{written.uuid}/{step}/" for step in ("people", "questions", "groups", "days", "check")]
    pages = [
        "/listen/rounds/",
        here,
        f"{here}lead/",
        f"{here}lead/own-view/",
        f"/listen/rounds/{running.uuid}/",
        *steps,
    ]
    for width, dark in ((320, False), (1280, True)):
        page = visit(made.dara, width=width, dark=dark)
        for address in pages:
            answer = page.goto(address)
            assert answer is not None
            assert answer.status == 200, address
            for more in page.locator("details").all():
                more.evaluate("one => one.open = true")
            never_scrolls_sideways(page)
            axe_finds_nothing(page)
