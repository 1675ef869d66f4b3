"""Look-back on the web, through its pages: told, waited, handed in, shown, and gone."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from alongside.meetings.models import Attendee, MeetingLookBack
from alongside.people.models import Person
from alongside.practice.models import Moment
from looking_back import CANARY, GUEST, HOUR, OPENS, Clock, handed_in, opened, start, tended, told, transcript
from organisation import NOW, Cast

pytestmark = pytest.mark.usefixtures("at")
Browse = Callable[[Person | None], Client]


def file(text: bytes) -> dict[str, SimpleUploadedFile]:
    return {"transcript": SimpleUploadedFile("Planning with Maya.vtt", text)}


def filled_in(cast: Cast, **changes: object) -> dict[str, object]:
    form: dict[str, object] = {
        "title": "Planning the summer fair",
        "meeting_date": NOW.date().isoformat(),
        "colleagues": [str(person.uuid) for person in (cast.ben, cast.carmen, cast.dara)],
        "guests": f"{GUEST}\n",
        "notice_hours": "4",
        "agreed": "on",
    }
    return {**form, **changes}


def words(answer: object) -> str:
    page = answer.content.decode()  # type: ignore[attr-defined]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_memory_comes_first_on_the_page(cast: Cast, as_person: Browse) -> None:
    page = as_person(cast.asha).get("/meetings/").content.decode()
    assert page.index("/meetings/from-memory/") < page.index("/meetings/tell/")


def test_a_look_back_from_the_form_to_the_page(cast: Cast, as_person: Browse, at: Clock) -> None:
    browser = as_person(cast.asha)
    address = browser.post("/meetings/tell/", filled_in(cast)).headers["Location"]
    look_back = tended(MeetingLookBack.objects.get(), NOW)
    assert "Monday 23 November, 13:30" in words(browser.get(address))
    at(NOW + HOUR)
    browser.post(f"{address}transcript/", file(transcript()))
    assert "sealed" in words(browser.get(address))
    tended(look_back, OPENS)
    at(OPENS)
    page = words(browser.get(address))
    assert "five people talked" in page.lower()
    assert "Maya" not in page


def test_each_attendee_gets_one_mail_that_says_what_until_when_and_how_to_object(cast: Cast) -> None:
    look_back = told(cast)
    assert sorted(letter.to[0] for letter in mail.outbox) == sorted(
        [cast.ben.email, cast.carmen.email, cast.dara.email, GUEST]
    )
    for letter in mail.outbox:
        assert "Planning" not in letter.subject
        assert "Asha Rao" in letter.body
        assert "Planning the summer fair" in letter.body
        assert f"/meetings/object/{look_back.link}/" in letter.body
        assert "Monday 23 November, 13:30 (Europe/London)" in letter.body
        assert "deleted within 24 hours" in letter.body


def test_nobody_is_told_before_the_button_is_pressed(cast: Cast, as_person: Browse) -> None:
    answer = as_person(cast.asha).post("/meetings/tell/", filled_in(cast, find="1", who="farah"))
    assert "Farah Aziz" in words(answer)
    assert not MeetingLookBack.objects.exists()


def test_finding_a_colleague_keeps_what_was_written(cast: Cast, as_person: Browse) -> None:
    answer = as_person(cast.asha).post("/meetings/tell/", filled_in(cast, find="1", who="farah", title="Budget"))
    page = answer.content.decode()
    assert 'value="Budget"' in page
    assert f'value="{cast.ben.uuid}" checked' in page
    assert GUEST in page


def test_a_stranger_is_not_found(cast: Cast, as_person: Browse) -> None:
    answer = as_person(cast.asha).post("/meetings/tell/", filled_in(cast, find="1", who="stone"))
    assert "Gus Stone" not in words(answer)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"agreed": ""}, "This field is required."),
        ({"guests": "not an address"}, "Line 1 is not an e-mail address"),
        ({"title": "see https://example.org"}, "Leave the address of a page out"),
        ({"meeting_date": "2026-01-01"}, "at most 14 days ago or from now"),
        ({"notice_hours": "1"}, "greater than or equal to 2"),
        ({"notice_hours": "21"}, "less than or equal to 20"),
    ],
)
def test_what_cannot_be_used_is_said_and_nobody_is_told(
    cast: Cast, as_person: Browse, changes: dict[str, str], message: str
) -> None:
    answer = as_person(cast.asha).post("/meetings/tell/", filled_in(cast, **changes))
    assert message in words(answer)
    assert not MeetingLookBack.objects.exists()


def test_fewer_than_three_colleagues_are_too_few_to_object_unseen(cast: Cast, as_person: Browse) -> None:
    pair = [str(cast.ben.uuid), str(cast.carmen.uuid)]
    answer = as_person(cast.asha).post("/meetings/tell/", filled_in(cast, colleagues=pair))
    assert "you could guess who objected" in words(answer)
    assert not MeetingLookBack.objects.exists()


def test_guests_do_not_make_up_for_colleagues(cast: Cast, as_person: Browse) -> None:
    guests = "one@elsewhere.example\ntwo@elsewhere.example\nthree@elsewhere.example"
    form = filled_in(cast, colleagues=[str(cast.ben.uuid)], guests=guests)
    assert "you could guess who objected" in words(as_person(cast.asha).post("/meetings/tell/", form))


def test_a_colleague_written_down_as_a_guest_is_a_colleague(cast: Cast, as_person: Browse) -> None:
    pair = [str(cast.ben.uuid), str(cast.carmen.uuid)]
    as_person(cast.asha).post("/meetings/tell/", filled_in(cast, colleagues=pair, guests=cast.dara.email.upper()))
    assert Attendee.objects.filter(person=cast.dara).exists()
    assert not Attendee.objects.exclude(guest_email="").exists()


def test_nothing_is_shown_before_the_notice_is_over(cast: Cast, as_person: Browse, at: Clock) -> None:
    look_back = tended(handed_in(cast), OPENS - HOUR / 60)
    at(OPENS - HOUR / 60)
    page = words(as_person(cast.asha).get(f"/meetings/{look_back.uuid}/"))
    assert "time to object" in page
    assert CANARY not in page
    assert look_back.holds == "text"


def test_a_file_that_is_no_transcript_is_refused_with_the_readers_own_words(
    cast: Cast, as_person: Browse, at: Clock
) -> None:
    look_back = tended(handed_in(cast, b"Dear diary, nothing happened."), OPENS)
    at(OPENS)
    browser = as_person(cast.asha)
    assert "Your file, line 1: this is not a transcript that is known here" in words(
        browser.get(f"/meetings/{look_back.uuid}/")
    )
    browser.post(f"/meetings/{look_back.uuid}/transcript/", file(transcript()))
    tended(look_back, OPENS)
    assert "What happened" in words(browser.get(f"/meetings/{look_back.uuid}/"))


def test_more_speakers_than_were_told_are_refused(cast: Cast, as_person: Browse, at: Clock) -> None:
    look_back = tended(start(cast, guests=()), NOW)
    at(NOW + HOUR)
    browser = as_person(cast.asha)
    browser.post(f"/meetings/{look_back.uuid}/transcript/", file(transcript()))
    tended(look_back, OPENS)
    at(OPENS)
    page = words(browser.get(f"/meetings/{look_back.uuid}/"))
    assert "5 people speak in it, and only 4 know of this look-back" in page


def test_a_file_that_is_too_large_is_refused_and_not_kept(cast: Cast, as_person: Browse, at: Clock) -> None:
    look_back = told(cast)
    at(NOW + HOUR)
    answer = as_person(cast.asha).post(f"/meetings/{look_back.uuid}/transcript/", file(b"x" * 20_000_001))
    assert answer.status_code == 422
    assert "larger than 20 MB" in words(answer)


def test_an_upload_without_its_token_is_refused(cast: Cast, at: Clock) -> None:
    look_back = told(cast)
    at(NOW + HOUR)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.asha)
    answer = browser.post(f"/meetings/{look_back.uuid}/transcript/", file(transcript()))
    assert answer.status_code == 403
    look_back.refresh_from_db()
    assert not look_back.handed_in_at


def test_stop_deletes_it_all(cast: Cast, as_person: Browse, at: Clock) -> None:
    look_back = opened(cast)
    at(OPENS)
    answer = as_person(cast.asha).post(f"/meetings/{look_back.uuid}/stop/", follow=True)
    assert "Nothing of this look-back is left" in words(answer)
    assert not MeetingLookBack.objects.exists()
    assert not Attendee.objects.exists()


def test_after_a_day_it_is_gone_even_if_no_job_has_come_by(cast: Cast, as_person: Browse, at: Clock) -> None:
    look_back = opened(cast)
    at(NOW + 25 * HOUR)
    assert as_person(cast.asha).get(f"/meetings/{look_back.uuid}/").status_code == 404


def test_somebody_who_was_told_sees_it_on_a_page_of_their_own(cast: Cast, as_person: Browse) -> None:
    look_back = told(cast)
    page = as_person(cast.ben).get("/meetings/told/")
    assert "Planning the summer fair" in words(page)
    assert f"/meetings/object/{look_back.link}/" in page.content.decode()
    assert "Planning" not in words(as_person(cast.farah).get("/meetings/told/"))


def test_times_are_in_the_readers_time_zone(cast: Cast, as_person: Browse) -> None:
    cast.ben.time_zone = "Asia/Tokyo"
    cast.ben.save()
    told(cast)
    assert "22:30" not in words(as_person(cast.carmen).get("/meetings/told/"))
    assert re.search(r"until \w+ \d+ November, \d\d:\d\d", words(as_person(cast.ben).get("/meetings/told/")))


@pytest.mark.parametrize("page", ["/meetings/", "/meetings/told/", "/meetings/tell/", "one"])
def test_pages_ask_few_questions_of_the_database(
    cast: Cast, as_person: Browse, at: Clock, page: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    look_back = opened(cast)
    at(OPENS)
    browser = as_person(cast.asha)
    with django_assert_max_num_queries(9):
        assert browser.get(f"/meetings/{look_back.uuid}/" if page == "one" else page).status_code == 200


def test_a_kept_moment_is_a_kind_and_a_day_and_nothing_else(cast: Cast, as_person: Browse, at: Clock) -> None:
    look_back = opened(cast)
    at(OPENS)
    browser = as_person(cast.asha)
    page = browser.get(f"/meetings/{look_back.uuid}/").content.decode()
    assert page.count("Keep for Today") == 3
    browser.post("/meetings/keep/", {"kind": "cut_off", "met_on": NOW.date().isoformat()})
    (kept,) = Moment.objects.filter(person=cast.asha).values()
    assert {name: value for name, value in kept.items() if name not in {"id", "person_id"}} == {
        "kind": "cut_off",
        "met_on": NOW.date(),
    }


@pytest.mark.parametrize("kept", [{"kind": "priya"}, {"kind": "cut_off", "met_on": "2020-01-01"}, {}])
def test_what_is_no_moment_is_not_kept(cast: Cast, as_person: Browse, kept: dict[str, str]) -> None:
    as_person(cast.asha).post("/meetings/keep/", {"met_on": NOW.date().isoformat(), **kept})
    assert not Moment.objects.exists()


def test_nobody_has_more_than_three_under_way(cast: Cast, as_person: Browse) -> None:
    for _ in range(3):
        start(cast)
    assert "Three look-backs are under way" in words(as_person(cast.asha).post("/meetings/tell/", filled_in(cast)))
    assert MeetingLookBack.objects.count() == 3


def test_a_large_upload_never_stands_on_the_disk_in_the_clear(
    cast: Cast, as_person: Browse, at: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Django's own way is a temporary file for whatever is larger than 2.5 MB."""

    def refuse(*_given: object, **_named: object) -> None:
        raise AssertionError

    monkeypatch.setattr("django.core.files.uploadhandler.TemporaryUploadedFile.__init__", refuse)
    look_back = told(cast)
    at(NOW + HOUR)
    answer = as_person(cast.asha).post(f"/meetings/{look_back.uuid}/transcript/", file(b"x" * 4_000_000))
    assert answer.status_code == 302
    look_back.refresh_from_db()
    assert look_back.holds == "text"
