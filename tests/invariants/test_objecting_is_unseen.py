"""Objecting to a look-back is unseen: nobody learns who did, and nobody learns that somebody did before the end.

Not the host, by any page, mail or time of either; not the others who were told; not whoever reads the database.
"""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core import mail
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from alongside.meetings import services
from alongside.meetings.models import MeetingLookBack
from alongside.notify import mail as notify
from alongside.people.models import Person
from looking_back import HOUR, OPENS, Clock, handed_in, start, tended, told, transcript
from organisation import NOW, Cast

pytestmark = pytest.mark.usefixtures("at")
Browse = Callable[[Person | None], Client]


def plain(answer: HttpResponse) -> str:
    """The page without what is new in every answer."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())


def seen(browser: Client, *addresses: str) -> list[str]:
    return [plain(browser.get(address)) for address in addresses]  # type: ignore[arg-type]


def objected(look_back: MeetingLookBack, browser: Client | None = None) -> None:
    (browser or Client()).post(f"/meetings/object/{look_back.link}/")


def rows() -> dict[str, list[object]]:
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in apps.get_models()}


@pytest.mark.parametrize("is_handed_in", [False, True])
def test_the_host_sees_the_same_pages_before_the_end(
    cast: Cast, as_person: Browse, at: Clock, is_handed_in: bool
) -> None:
    look_back = handed_in(cast) if is_handed_in else told(cast)
    host = as_person(cast.asha)
    at(OPENS - HOUR)
    addresses = ("/meetings/", f"/meetings/{look_back.uuid}/", "/meetings/told/")
    before = seen(host, *addresses)
    objected(look_back)
    tended(look_back, OPENS - HOUR)
    assert seen(host, *addresses) == before


def test_a_text_that_is_handed_in_after_an_objection_is_answered_as_any_other_and_not_kept(
    cast: Cast, as_person: Browse, at: Clock
) -> None:
    host, pages = as_person(cast.asha), []
    for somebody_objects in (False, True):
        look_back = told(cast)
        if somebody_objects:
            objected(look_back)
        at(NOW + HOUR)
        file = SimpleUploadedFile("meeting.vtt", transcript())
        answer = host.post(f"/meetings/{look_back.uuid}/transcript/", {"transcript": file})
        assert answer.status_code == 302
        pages += [page.replace(str(look_back.uuid), "") for page in seen(host, f"/meetings/{look_back.uuid}/")]
        look_back.refresh_from_db()
        assert bool(look_back.sealed_name) is not somebody_objects
        services.stop(look_back=look_back, by=cast.asha)
    assert pages[0] == pages[1]
    assert not default_storage.listdir("sealed")[1]


def test_one_objection_deletes_the_text_at_once(cast: Cast, django_capture_on_commit_callbacks: Callable) -> None:  # type: ignore[type-arg]
    look_back = handed_in(cast)
    with django_capture_on_commit_callbacks(execute=True):
        objected(look_back)
    look_back.refresh_from_db()
    assert not look_back.sealed_key
    assert not default_storage.listdir("sealed")[1]


def test_the_host_hears_at_the_end_and_not_before(cast: Cast) -> None:
    look_back = handed_in(cast)
    objected(look_back)
    mail.outbox.clear()
    tended(look_back, OPENS - HOUR / 60)
    assert not mail.outbox
    tended(look_back, OPENS)
    tended(look_back, OPENS + HOUR)
    assert [letter.to for letter in mail.outbox] == [[cast.asha.email]]
    assert "use your memory" in mail.outbox[0].body


def test_a_mail_that_could_not_be_delivered_ends_as_an_objection_does(
    cast: Cast, as_person: Browse, at: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = notify.send

    def send_to_all_but_ben(**letter: str) -> bool:
        return letter["to"] != cast.ben.email and send(**letter)

    host, outcomes = as_person(cast.asha), []
    for is_lost in (False, True):
        with monkeypatch.context() as patch:
            if is_lost:
                patch.setattr(notify, "send", send_to_all_but_ben)
            look_back = told(cast)
            if not is_lost:
                objected(look_back)
            mail.outbox.clear()
            tended(look_back, OPENS)
        at(OPENS)
        page = seen(host, f"/meetings/{look_back.uuid}/")[0].replace(str(look_back.uuid), "")
        outcomes.append(([(letter.to, letter.subject, letter.body) for letter in mail.outbox], page))
        services.stop(look_back=look_back, by=cast.asha)
    assert outcomes[0] == outcomes[1]
    assert "use your memory" in outcomes[0][1]


def test_nothing_is_read_if_somebody_was_not_told(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(notify, "send", lambda **letter: letter["to"] != cast.ben.email)
        look_back = told(cast)
    services.hand_in(look_back=look_back, text=transcript(), by=cast.asha, now=NOW + HOUR)
    assert tended(look_back, OPENS).holds == "text"


def test_a_mail_is_tried_again_for_half_an_hour(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(notify, "send", lambda **_letter: False)
        look_back = told(cast)
    tended(look_back, NOW + HOUR / 6)
    assert len(mail.outbox) == 4
    assert tended(look_back, NOW + HOUR / 6).opens_at == OPENS


def test_the_page_to_object_is_the_same_for_open_closed_expired_and_unknown_links(
    cast: Cast, as_person: Browse
) -> None:
    for browser in (Client(), as_person(cast.ben)):
        link = told(cast).link
        asked = [both(browser.get, link)]
        pressed = [both(browser.post, link), both(browser.post, link)]
        for later in (OPENS, NOW + 100 * HOUR):
            services.tend(now=later)
            asked.append(both(browser.get, link))
            pressed.append(both(browser.post, link))
        assert len(set(asked)) == len(set(pressed)) == 1
        for there, unknown in asked + pressed:
            assert there == unknown


def both(method: Callable[..., Any], link: str) -> tuple[str, str]:
    """What the page of a link says, and that of a link to nothing, but for the address itself."""
    there, nowhere = (plain(method(f"/meetings/object/{name}/")).replace(name, "") for name in (link, "leads-nowhere"))
    return there, nowhere


@pytest.mark.parametrize("method", ["get", "head"])
def test_a_mail_scanner_that_opens_the_link_does_nothing(cast: Cast, method: str) -> None:
    look_back = told(cast)
    getattr(Client(), method)(f"/meetings/object/{look_back.link}/")
    look_back.refresh_from_db()
    assert not look_back.is_closed


def test_objecting_needs_no_cookie_and_leaves_none(cast: Cast) -> None:
    look_back = told(cast)
    browser = Client(enforce_csrf_checks=True)
    objected(look_back, browser)
    look_back.refresh_from_db()
    assert look_back.is_closed
    assert not browser.cookies


def test_the_database_does_not_know_who_objected(cast: Cast, as_person: Browse) -> None:
    """Also if they were signed in: all that changes is that it is closed."""
    look_back = handed_in(cast)
    browser = as_person(cast.ben)
    before = rows()
    objected(look_back, browser)
    after = rows()
    changed = {
        name
        for label in after
        for was, now in zip(before[label], after[label], strict=True)
        for name in now  # type: ignore[attr-defined]
        if was[name] != now[name]  # type: ignore[index]
    }
    assert changed == {"is_closed", "holds", "sealed_name", "sealed_key"}


def test_objecting_after_the_end_changes_nothing(cast: Cast, at: Clock) -> None:
    look_back = tended(handed_in(cast), OPENS)
    at(OPENS)
    objected(look_back)
    look_back.refresh_from_db()
    assert look_back.holds == "result"


def test_all_who_are_told_have_the_same_link(cast: Cast) -> None:
    told(cast)
    links = {re.search(r"/meetings/object/(\S+)/", str(letter.body)) for letter in mail.outbox}
    assert len({link[1] for link in links if link}) == 1
    assert None not in links


def test_two_colleagues_are_too_few(cast: Cast) -> None:
    with pytest.raises(services.TooFewToldError):
        services.start_look_back(
            by=cast.asha,
            title="One to one",
            meeting_date=NOW.date(),
            notice_hours=4,
            colleagues=[cast.ben, cast.carmen, cast.asha],
            guests=["one@elsewhere.example", "two@elsewhere.example"],
            now=NOW,
        )


def test_telling_that_comes_late_opens_late(cast: Cast) -> None:
    """The time to object runs from when the mails went out, not from when the host pressed the button."""
    assert tended(start(cast), NOW + 24 * HOUR).opens_at == OPENS + 24 * HOUR
