"""Ways to sign in, as somebody at a browser without scripts meets them. Passkeys are tried in tests/browser."""

import re
import statistics
import time
from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.test import Client
from pytest_django import Settings

from alongside.people.models import Person
from organisation import Cast

AsPerson = Callable[[Person | None], Client]
PASSWORD = "a long enough passphrase"  # noqa: S105 - of somebody made up
NOBODY = "nobody@elsewhere.example"


@pytest.fixture
def ben(cast: Cast) -> Person:
    cast.ben.set_password(PASSWORD)
    cast.ben.save()
    return cast.ben


def _words(page: bytes) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.decode()).split())


def _is_in(browser: Client) -> bool:
    return browser.get("/today/").status_code == 200


def _digits(secret: str) -> str:
    digits: str = format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))
    return digits


def _with_an_app(browser: Client) -> str:
    """Set up an authenticator app, and give its secret."""
    browser.post("/account/reauthenticate/", {"password": PASSWORD})
    page = browser.get("/account/2fa/totp/activate/").content.decode()
    secret = str(re.findall(r"<code>(\w+)</code>", page)[0])
    assert "data:image/svg+xml" in page
    assert browser.post("/account/2fa/totp/activate/", {"code": _digits(secret)}).status_code == 302
    return secret


def test_with_a_password(ben: Person, client: Client) -> None:
    answer = client.post(
        "/account/login/?next=/people/", {"login": ben.email.upper(), "password": PASSWORD, "next": "/people/"}
    )
    assert answer.headers["Location"] == "/people/"
    assert _is_in(client)


def test_signing_in_leads_nowhere_else(ben: Person) -> None:
    for elsewhere in ("https://evil.example/", "//evil.example/", "javascript:alert(1)", r"/\evil.example"):
        answer = Client().post("/account/login/", {"login": ben.email, "password": PASSWORD, "next": elsewhere})
        assert answer.headers["Location"] == "/today/"


def test_with_a_code_by_mail(ben: Person, client: Client) -> None:
    client.post("/account/login/code/", {"email": ben.email})
    [letter] = mail.outbox
    assert letter.to == [ben.email]
    code = str(letter.body).split("\n\n")[1]
    wrong = client.post("/account/login/code/confirm/", {"code": "WRONG1"})
    assert not _is_in(client)
    assert wrong.status_code == 200
    client.post("/account/login/code/confirm/", {"code": code})
    assert _is_in(client)


def test_a_code_works_only_where_it_was_asked_for_and_three_times_wrong_ends_it(ben: Person) -> None:
    asked, other = Client(), Client()
    asked.post("/account/login/code/", {"email": ben.email})
    code = str(mail.outbox[0].body).split("\n\n")[1]
    other.post("/account/login/code/confirm/", {"code": code})
    assert not _is_in(other)
    for _ in range(3):
        asked.post("/account/login/code/confirm/", {"code": "WRONG1"})
    asked.post("/account/login/code/confirm/", {"code": code})
    assert not _is_in(asked)


def test_a_forgotten_password_is_replaced_by_a_link_that_works_once(ben: Person, client: Client) -> None:
    client.post("/account/password/reset/", {"email": ben.email})
    link = re.findall(r"http://testserver(\S+)", str(mail.outbox[0].body))[0]
    page = client.get(link, follow=True)
    changed = "quite another passphrase"
    form = {"password1": changed, "password2": changed}
    assert "Your password is changed" in _words(client.post(page.redirect_chain[-1][0], form, follow=True).content)
    assert not _is_in(client)
    assert "cannot be used any more" in _words(Client().get(link, follow=True).content)
    client.post("/account/login/", {"login": ben.email, "password": changed})
    assert _is_in(client)


@pytest.mark.parametrize("weak", ["short", "password1234", "ben okafor 77"])
def test_a_weak_password_is_refused_with_the_reason(ben: Person, client: Client, weak: str) -> None:
    client.force_login(ben)
    form = {"oldpassword": PASSWORD, "password1": weak, "password2": weak}
    assert re.search(
        "password is too (short|common|similar)", _words(client.post("/account/password/change/", form).content)
    )


def test_a_second_step_is_asked_after_the_password_and_after_a_code(ben: Person) -> None:
    browser = Client()
    browser.post("/account/login/", {"login": ben.email, "password": PASSWORD})
    secret = _with_an_app(browser)
    for first in ("password", "code"):
        later = Client()
        mail.outbox.clear()
        if first == "password":
            later.post("/account/login/", {"login": ben.email, "password": PASSWORD})
        else:
            later.post("/account/login/code/", {"email": ben.email})
            later.post("/account/login/code/confirm/", {"code": str(mail.outbox[0].body).split("\n\n")[1]})
        assert not _is_in(later)
        later.post("/account/2fa/authenticate/", {"code": "000000"})
        assert not _is_in(later)
    later.post("/account/2fa/authenticate/", {"code": _digits(secret)})
    assert _is_in(later)


def test_a_link_for_a_new_password_does_not_go_around_the_second_step(ben: Person) -> None:
    browser = Client()
    browser.post("/account/login/", {"login": ben.email, "password": PASSWORD})
    _with_an_app(browser)
    mail.outbox.clear()
    thief = Client()
    thief.post("/account/password/reset/", {"email": ben.email})
    page = thief.get(re.findall(r"http://testserver(\S+)", str(mail.outbox[0].body))[0], follow=True)
    changed = "quite another passphrase"
    thief.post(page.redirect_chain[-1][0], {"password1": changed, "password2": changed}, follow=True)
    thief.post("/account/login/", {"login": ben.email, "password": changed})
    assert not _is_in(thief)


def test_a_recovery_code_lets_one_in_once(ben: Person) -> None:
    browser = Client()
    browser.post("/account/login/", {"login": ben.email, "password": PASSWORD})
    _with_an_app(browser)
    codes = re.findall(r"<code>([^<]+)</code>", browser.get("/account/2fa/recovery-codes/").content.decode())
    assert len(codes) == 10
    for expected in (True, False):
        later = Client()
        later.post("/account/login/", {"login": ben.email, "password": PASSWORD})
        later.post("/account/2fa/authenticate/", {"code": codes[0]})
        assert _is_in(later) is expected


@pytest.mark.django_db(transaction=True)
def test_a_change_to_how_one_signs_in_is_told_by_mail(ben: Person, client: Client) -> None:
    client.post("/account/login/", {"login": ben.email, "password": PASSWORD})
    _with_an_app(client)
    assert mail.outbox[0].subject == "You use an authenticator app now"
    assert "If not, change your password now" in " ".join(str(mail.outbox[0].body).split())


def test_a_change_to_how_one_signs_in_needs_the_password_again(ben: Person, client: Client) -> None:
    client.force_login(ben)  # long ago
    answer = client.get("/account/2fa/totp/activate/")
    assert answer.headers["Location"].startswith("/account/reauthenticate/")
    assert "Is it still you?" in _words(client.get(answer.headers["Location"]).content)


def test_one_sees_where_one_is_signed_in_and_ends_it(ben: Person) -> None:
    here, elsewhere = Client(), Client(headers={"User-Agent": "A borrowed computer"})
    for browser in (here, elsewhere):
        browser.post("/account/login/", {"login": ben.email, "password": PASSWORD})
    assert "A borrowed computer" in _words(here.get("/account/sessions/").content)
    here.post("/account/sessions/")
    assert _is_in(here)
    assert not _is_in(elsewhere)


@pytest.mark.parametrize("address", ["/account/signup/", "/account/email/", "/account/social/signup/"])
def test_nobody_signs_up_or_changes_the_address_that_the_organisation_gave(
    ben: Person, as_person: AsPerson, address: str
) -> None:
    for browser in (Client(), as_person(ben)):
        for method in (browser.get, browser.post):
            assert method(address).status_code in {302, 404}
            assert "/account/login/" in (method(address).headers.get("Location") or "/account/login/")


def _answer_to(address: str, email: str) -> tuple[int, str, str]:
    form = {"email": email, "login": email, "password": "wrong"}
    first = Client()
    answer = first.post(address, form)
    shown = first.get(answer.headers["Location"]) if answer.status_code == 302 else answer
    words = _words(shown.content).replace(email, "[address]")
    return answer.status_code, answer.headers.get("Location", ""), re.sub(r"\w{64}", "", words)


@pytest.mark.parametrize("address", ["/account/login/", "/account/login/code/", "/account/password/reset/"])
def test_an_unknown_address_gets_the_same_answer_as_a_known_one(ben: Person, cast: Cast, address: str) -> None:
    Person.objects.filter(pk=cast.carmen.pk).update(is_active=False)
    known, unknown, gone = (_answer_to(address, email) for email in (ben.email, NOBODY, cast.carmen.email))
    assert known == unknown == gone


def test_an_unknown_address_gets_its_answer_in_similar_time(ben: Person, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    settings.ACCOUNT_RATE_LIMITS = False
    ben.set_password(PASSWORD)
    ben.save()
    _answer_to("/account/login/", ben.email)
    times: dict[str, list[float]] = {ben.email: [], NOBODY: []}
    for _ in range(6):
        for email, measured in times.items():
            start = time.perf_counter()
            Client().post("/account/login/", {"login": email, "password": "wrong"})
            measured.append(time.perf_counter() - start)
    known, unknown = (min(measured) for measured in times.values())
    assert 0.5 < known / unknown < 2, statistics.median(times[ben.email])


@pytest.mark.django_db
def test_a_letter_to_an_unknown_address_says_so_and_invites_nobody_to_sign_up(client: Client) -> None:
    client.post("/account/login/code/", {"email": NOBODY})
    [letter] = mail.outbox
    assert "not known here" in letter.body
    assert "signup" not in letter.body


def test_somebody_without_a_password_signs_in_by_code_only(cast: Cast, client: Client) -> None:
    cast.ben.set_unusable_password()
    cast.ben.save()
    for guess in ("", "!", str(cast.ben.password)):
        client.post("/account/login/", {"login": cast.ben.email, "password": guess})
        assert not _is_in(client)
