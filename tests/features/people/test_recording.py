"""A person's own recording of their name: kept, heard by colleagues, and gone when they want it gone."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from alongside.people import jobs, services
from alongside.people.audio import MOST_BYTES, Sound, asked_part, kind_of
from alongside.people.models import Person, Recording
from organisation import Cast

Browse = Callable[[Person | None], Client]

SOUNDS = {
    Sound.WEBM: b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81",
    Sound.OGG: b"OggS\x00\x02\x00\x00\x00\x00\x00\x00",
    Sound.MP4: b"\x00\x00\x00\x20ftypM4A ",
    Sound.WAV: b"RIFF\x24\x00\x00\x00WAVE",
}
NOT_SOUNDS = {
    "page": b"<!doctype html><script>alert(1)</script>",
    "picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\r",
    "drawing": b"<svg xmlns='http://www.w3.org/2000/svg'>",
    "video": b"RIFF\x24\x00\x00\x00AVI LIST",
    "program": b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00",
    "short": b"Ogg",
}


def sent(sound: bytes, name: str = "me.webm", kind: str = "audio/webm") -> dict[str, SimpleUploadedFile]:
    return {"sound": SimpleUploadedFile(name, sound, content_type=kind)}


def stored() -> set[str]:
    try:
        return set(default_storage.listdir("names")[1])
    except FileNotFoundError:
        return set()


@pytest.mark.parametrize(("kind", "sound"), SOUNDS.items())
def test_colleagues_hear_what_a_person_recorded(kind: str, sound: bytes, cast: Cast, as_person: Browse) -> None:
    as_person(cast.ben).post("/you/recording", sent(sound, "../../etc/x.html", "text/html"))
    carmen = as_person(cast.carmen)
    address = f"/people/{cast.ben.uuid}/recording"
    assert address in carmen.get(f"/people/{cast.ben.uuid}/").content.decode()
    answer = carmen.get(address)
    assert answer.content == sound
    assert answer.headers["Content-Type"] == kind
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"] == "attachment"
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_recording_is_heard_only_inside_the_organisation(cast: Cast, as_person: Browse) -> None:
    services.keep_recording(by=cast.ben, sound=SOUNDS[Sound.WAV])
    address = f"/people/{cast.ben.uuid}/recording"
    assert as_person(cast.stranger).get(address).status_code == 404
    assert as_person(None).get(address).status_code == 302
    Person.objects.filter(pk=cast.ben.pk).update(is_active=False)
    assert as_person(cast.carmen).get(address).status_code == 404


@pytest.mark.parametrize("content", NOT_SOUNDS.values(), ids=NOT_SOUNDS.keys())
def test_what_is_no_sound_is_refused_whatever_it_is_called(content: bytes, cast: Cast, as_person: Browse) -> None:
    answer = as_person(cast.ben).post("/you/recording", sent(content))
    assert answer.status_code == 422
    assert "Save it as WebM, Ogg, MP4 or WAV" in answer.content.decode()
    assert not Recording.objects.exists()


def test_a_recording_may_have_400_kb_and_no_more(cast: Cast, as_person: Browse) -> None:
    browser = as_person(cast.ben)
    most = SOUNDS[Sound.WAV].ljust(MOST_BYTES, b"\0")
    assert browser.post("/you/recording", sent(most)).status_code == 302
    answer = browser.post("/you/recording", sent(most + b"\0"))
    assert answer.status_code == 422
    assert "larger than 400 KB" in answer.content.decode()
    with pytest.raises(services.NotASound):
        services.keep_recording(by=cast.ben, sound=most + b"\0")


@pytest.mark.parametrize(
    ("content", "says"), [(None, "Choose a file first, or record yourself."), (b"", "Please record it again.")]
)
def test_sending_nothing_says_what_to_do(content: bytes | None, says: str, cast: Cast, as_person: Browse) -> None:
    answer = as_person(cast.ben).post("/you/recording", {} if content is None else sent(content))
    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_a_new_recording_takes_the_place_of_the_one_before(
    cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    services.keep_recording(by=cast.ben, sound=SOUNDS[Sound.WAV])
    before = stored()
    with django_capture_on_commit_callbacks(execute=True):
        services.keep_recording(by=cast.ben, sound=SOUNDS[Sound.OGG])
    assert Recording.objects.get(person=cast.ben).kind == Sound.OGG
    assert len(stored()) == len(before) == 1
    assert not stored() & before


def test_a_deleted_recording_is_out_of_view_and_out_of_the_store(
    cast: Cast, as_person: Browse, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    services.keep_recording(by=cast.ben, sound=SOUNDS[Sound.WAV])
    assert len(stored()) == 1
    with django_capture_on_commit_callbacks(execute=True):
        as_person(cast.ben).post("/you/recording/delete")
    assert stored() == set()
    carmen = as_person(cast.carmen)
    assert carmen.get(f"/people/{cast.ben.uuid}/recording").status_code == 404
    assert "<audio" not in carmen.get(f"/people/{cast.ben.uuid}/").content.decode()


def test_nobody_can_delete_or_replace_the_recording_of_somebody_else(cast: Cast, as_person: Browse) -> None:
    services.keep_recording(by=cast.ben, sound=SOUNDS[Sound.WAV])
    for other in (cast.asha, cast.eli, cast.stranger):
        as_person(other).post("/you/recording/delete")
        as_person(other).post("/you/recording", sent(SOUNDS[Sound.OGG]))
    assert Recording.objects.get(person=cast.ben).kind == Sound.WAV


def test_a_store_that_fails_now_is_asked_again_later(
    cast: Cast,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    services.keep_recording(by=cast.ben, sound=SOUNDS[Sound.WAV])
    with monkeypatch.context() as broken, django_capture_on_commit_callbacks(execute=True):

        def refuse(_name: str) -> None:
            raise OSError

        broken.setattr(default_storage, "delete", refuse)
        services.delete_recording(by=cast.ben)
    assert not Recording.objects.exists()
    assert len(stored()) == 1
    assert "next sweep tries again" in caplog.text
    later = dt.datetime.now(dt.UTC) + dt.timedelta(hours=2)
    assert services.sweep_recordings(now=later) == 1
    assert stored() == set()


def test_the_sweep_leaves_what_is_in_use_and_what_is_on_its_way(cast: Cast) -> None:
    assert jobs.sweep_recordings.func() == 0
    services.keep_recording(by=cast.ben, sound=SOUNDS[Sound.WAV])
    default_storage.save("names/on-its-way", ContentFile(b"x"))
    assert jobs.sweep_recordings.func() == 0
    later = dt.datetime.now(dt.UTC) + dt.timedelta(hours=2)
    assert services.sweep_recordings(now=later) == 1
    assert Recording.objects.get(person=cast.ben).file.read() == SOUNDS[Sound.WAV]


def test_the_name_of_the_file_tells_nothing(cast: Cast) -> None:
    services.keep_recording(by=cast.ben, sound=SOUNDS[Sound.WAV])
    services.keep_recording(by=cast.carmen, sound=SOUNDS[Sound.WAV])
    names = [str(recording.file) for recording in Recording.objects.all()]
    assert all(len(name) >= 40 and str(cast.ben.uuid) not in name and "." not in name for name in names)
    assert len(set(names)) == 2


@pytest.mark.parametrize(
    ("asked", "status", "part", "says"),
    [
        ("bytes=0-1", 206, b"RI", "bytes 0-1/12"),
        ("bytes=4-", 206, SOUNDS[Sound.WAV][4:], "bytes 4-11/12"),
        ("bytes=10-99", 206, b"VE", "bytes 10-11/12"),
        ("bytes=12-", 200, SOUNDS[Sound.WAV], None),
        ("bytes=5-2", 200, SOUNDS[Sound.WAV], None),
        ("bytes=0-1,4-5", 200, SOUNDS[Sound.WAV], None),
        ("lines=1-2", 200, SOUNDS[Sound.WAV], None),
    ],
)
def test_a_browser_may_ask_for_a_part(  # noqa: PLR0913 - a table of requests and answers
    asked: str, status: int, part: bytes, says: str | None, *, cast: Cast, as_person: Browse
) -> None:
    services.keep_recording(by=cast.ben, sound=SOUNDS[Sound.WAV])
    answer = as_person(cast.carmen).get(f"/people/{cast.ben.uuid}/recording", headers={"range": asked})
    assert (answer.status_code, answer.content, answer.headers.get("Content-Range")) == (status, part, says)


def test_kinds_are_told_by_content() -> None:
    assert {kind: kind_of(sound) for kind, sound in SOUNDS.items()} == {kind: kind for kind in SOUNDS}
    assert {kind_of(content[:12]) for content in NOT_SOUNDS.values()} == {None}
    assert asked_part("", 10) is None
