"""One's own page, the directory and people's pages in Chromium: recording, without scripts, by keyboard, by axe."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from alongside.people import services
from alongside.people.models import Recording
from browsing import axe_finds_nothing, never_scrolls_sideways
from organisation import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Visit = Callable[..., Page]
# A tenth of a second of silence.
WAV = b"RIFF\x44\x03\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\x40\x1f\x00\x00\x40\x1f\x00\x00\x01\x00\x08\x00"
WAV += b"data\x20\x03\x00\x00" + b"\x80" * 800


@pytest.mark.parametrize(("width", "dark"), [(320, True), (1440, False)])
def test_everyone_can_use_the_pages_about_people(visit: Visit, cast: Cast, width: int, *, dark: bool) -> None:
    services.keep_recording(by=cast.ben, sound=WAV)
    services.say_about_self(
        by=cast.ben,
        said={"respelling": "ben oh-KAH-for", "ipa": "/bɛn/", "pronoun_answer": "ask", "pronoun_audience": "all"},
    )
    page = visit(cast.ben, width=width, dark=dark)
    ben, team = f"/people/{cast.ben.uuid}/", f"/units/{cast.team.uuid}/"
    for address in ("/you/", "/you/data", "/people/", "/people/?q=nobody", ben, team):
        page.goto(address)
        axe_finds_nothing(page)
        never_scrolls_sideways(page)


def test_a_person_records_listens_keeps_and_deletes(visit: Visit, cast: Cast) -> None:
    page = visit(cast.ben)
    page.goto("/you/")
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.get_by_text("It stops by itself after 8 seconds.")).to_be_visible()
    page.wait_for_timeout(700)
    assert not Recording.objects.exists()
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("Nobody hears it before you keep it.")).to_be_visible()
    heard = page.locator("form[data-recorder] audio")
    expect(heard).to_be_visible()
    assert not Recording.objects.exists()
    axe_finds_nothing(page)
    page.get_by_role("button", name="Keep this recording").click()
    expect(page.get_by_text("Colleagues can now hear how you say your name.")).to_be_visible()
    assert Recording.objects.get(person=cast.ben).file.read(4) == b"\x1a\x45\xdf\xa3"
    page.get_by_role("button", name="Delete my recording").click()
    expect(page.get_by_text("Your recording is deleted.")).to_be_visible()
    assert not Recording.objects.exists()


def test_a_refused_microphone_leads_to_a_file(visit: Visit, cast: Cast, tmp_path: Path) -> None:
    page = visit(cast.ben)
    page.add_init_script("navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('refused'))")
    page.goto("/you/")
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.get_by_text("did not let us use the microphone")).to_be_visible()
    (tmp_path / "me.wav").write_bytes(WAV)
    page.get_by_label("A file with your recording").set_input_files(tmp_path / "me.wav")
    page.get_by_role("button", name="Keep this recording").click()
    expect(page.get_by_role("button", name="Delete my recording")).to_be_visible()


def test_one_s_own_page_works_without_scripts(visit: Visit, cast: Cast, tmp_path: Path) -> None:
    page = visit(cast.ben, width=390, javascript=False)
    page.goto("/you/")
    page.get_by_label("What people call you").fill("Bea Okafor")
    page.get_by_role("button", name="Keep my name").click()
    page.get_by_label("These:").check()
    page.get_by_role("button", name="Keep my answer").click()
    expect(page.get_by_text("or choose another answer above").first).to_be_visible()
    page.get_by_label("In your words").fill("ze/zir")
    page.get_by_label("Everyone here").check()
    page.get_by_role("button", name="Keep my answer").click()
    (tmp_path / "me.wav").write_bytes(WAV)
    page.get_by_label("A file with your recording").set_input_files(tmp_path / "me.wav")
    page.get_by_role("button", name="Keep this recording").click()
    page.get_by_role("link", name="See it as colleagues do").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bea Okafor")
    expect(page.get_by_text("ze/zir")).to_be_visible()
    expect(page.locator("audio")).to_be_visible()


def test_somebody_is_found_and_heard_by_keyboard_alone(visit: Visit, cast: Cast) -> None:
    services.keep_recording(by=cast.ben, sound=WAV)
    page = visit(cast.carmen)
    page.goto("/people/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("okaf")
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="Ben Okafor")
    expect(link).to_be_visible()
    link.focus()
    page.keyboard.press("Enter")
    play = page.get_by_role("button", name="How to say Ben Okafor")
    play.focus()
    with page.expect_response(lambda answer: answer.url.endswith("/recording")) as heard:
        page.keyboard.press("Enter")
    assert heard.value.status in {200, 206}
