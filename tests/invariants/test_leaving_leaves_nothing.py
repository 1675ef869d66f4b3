"""X5: when somebody leaves, their sign-in ends at once, and nothing that was about them stays."""

from collections.abc import Iterator

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.files.storage import default_storage
from django.db import connection, models
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from alongside.access import Role
from alongside.access.models import AuditEvent
from alongside.people import leaving, services
from alongside.people.models import Grant, Person
from organisation import NOW, Cast

PASSWORD = "a long one, for tests"  # noqa: S105 - invented
CANARY = "canary"
SAID = {
    "called": "canary called",
    "respelling": "ka-NAIR-ee",
    "ipa": "canary",
    "pronoun_answer": "given",
    "pronouns": "canary/canaries",
    "time_zone": "Antarctica/Troll",
}


@pytest.fixture
def ben(cast: Cast) -> Person:
    """Somebody with something in every place that keeps something about a person."""
    ben = cast.ben
    ben.full_name, ben.email, ben.record = "Canary Okafor", "canary@x.example", "canary-1"
    ben.set_password(PASSWORD)
    ben.save(update_fields=["full_name", "email", "record", "password"])
    services.say_about_self(by=ben, said=SAID)
    services.keep_recording(by=ben, sound=b"OggScanary say my name")
    Grant.objects.create(person=ben, role=Role.COACH)
    EmailAddress.objects.create(user=ben, email=ben.email)
    Authenticator.objects.create(user=ben, type=Authenticator.Type.RECOVERY_CODES, data={"seed": CANARY})
    SocialAccount.objects.create(user=ben, provider="work", uid=CANARY)
    return ben


def signed_in(person: Person) -> Client:
    browser = Client()
    answer = browser.post("/account/login/", {"login": person.email, "password": PASSWORD})
    assert answer.headers["Location"] == "/today/"
    return browser


def everything_stored() -> Iterator[tuple[str, str]]:
    """Each value in each row of each table of the database, and each file in the store."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - names from the schema
            for row in cursor.fetchall():
                for value in row:
                    text = bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                    yield table, text.decode(errors="replace").lower()
    for name in default_storage.listdir("names")[1]:
        with default_storage.open(f"names/{name}") as file:
            yield name, file.read().decode(errors="replace").lower()


def places_of(*traces: str) -> set[str]:
    return {place for place, text in everything_stored() if any(trace.lower() in text for trace in traces)}


def test_nothing_about_somebody_is_found_after_they_left(
    ben: Person, cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    browser = signed_in(ben)
    key = browser.session.session_key or ""
    traces = (CANARY, "NAIR", "Antarctica/Troll", key, ben.password)
    assert {
        "people_person",
        "people_nameword",
        "account_emailaddress",
        "mfa_authenticator",
        "django_session",
    } < places_of(*traces)
    with django_capture_on_commit_callbacks(execute=True):
        services.leave(person=ben, by=cast.eli, now=NOW)
    assert not places_of(*traces)


def test_a_sign_in_ends_at_once_on_every_device(ben: Person, cast: Cast) -> None:
    browsers = [signed_in(ben), signed_in(ben)]
    services.leave(person=ben, by=cast.eli, now=NOW)
    for browser in browsers:
        assert browser.get("/today/").headers["Location"].startswith("/account/login/")
    assert not Session.objects.exists()
    again = Client().post("/account/login/", {"login": "canary@x.example", "password": PASSWORD})
    assert again.status_code == 200


def test_others_stay_as_they_are(ben: Person, cast: Cast) -> None:
    services.keep_recording(by=cast.carmen, sound=b"OggS" * 3)
    before = list(Person.objects.exclude(pk=ben.pk).order_by("pk").values())
    services.leave(person=ben, by=cast.eli, now=NOW)
    assert list(Person.objects.order_by("pk").values()) == before
    assert cast.carmen.recording.file.read()


def test_the_organisation_keeps_that_somebody_was_removed_and_not_who(ben: Person, cast: Cast) -> None:
    uuid = ben.uuid
    services.leave(person=ben, by=cast.eli, now=NOW)
    event = AuditEvent.objects.get(act="person_left")
    assert (event.at, event.actor, event.subject, event.detail) == (NOW, cast.eli.uuid, str(uuid), {})


def test_if_a_feature_cannot_forget_nothing_is_half_done(
    ben: Person, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(_person: Person) -> None:
        raise RuntimeError

    monkeypatch.setattr(leaving, "_FORGETTERS", [*leaving._FORGETTERS])
    leaving.when_somebody_leaves(cannot)
    with pytest.raises(RuntimeError):
        services.leave(person=ben, by=cast.eli, now=NOW)
    assert Person.objects.get(pk=ben.pk).recording.file.read()
    assert not AuditEvent.objects.exists()


def ways_to_people() -> list[models.ForeignKey]:  # type: ignore[type-arg]
    return [
        field
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model is Person
    ]


@pytest.mark.parametrize("field", ways_to_people(), ids=str)
def test_no_row_holds_back_or_outlives_the_person_it_points_to(field: models.ForeignKey) -> None:  # type: ignore[type-arg]
    on_delete = field.remote_field.on_delete
    assert on_delete in {models.CASCADE, models.SET_NULL}, f"{field} would keep somebody from leaving"
