"""Passkeys in Chromium, with an authenticator that the browser pretends to have."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browsing import axe_finds_nothing
from organisation import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Visit = Callable[..., Page]


def _has_a_fingerprint_reader(page: Page) -> None:
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def _adds_a_passkey(page: Page, name: str) -> None:
    page.goto("/account/2fa/webauthn/add/")
    _has_a_fingerprint_reader(page)
    axe_finds_nothing(page)
    page.get_by_label("Name").fill(name)
    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add it").click()
    # The codes that follow are shown to whoever can use the passkey just made.
    _shows_it_again(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    axe_finds_nothing(page)


def _shows_it_again(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Is it still you?")
    axe_finds_nothing(page)
    alternative = page.get_by_role("link", name="security key")
    if alternative.count():
        alternative.click()
    page.locator("main").get_by_role("button", name="Use a passkey").click()


def test_a_passkey_is_added_renamed_used_instead_of_a_password_and_removed(visit: Visit, cast: Cast) -> None:
    cast.ben.set_unusable_password()  # as an import leaves people: they come in by a code until they have a passkey
    cast.ben.save()
    page = visit(cast.ben)
    _adds_a_passkey(page, "My phone")

    page.goto("/account/2fa/webauthn/")
    axe_finds_nothing(page)
    page.get_by_role("link", name="Rename My phone").click()
    page.get_by_label("Name").fill("Work phone")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Work phone")).to_be_visible()

    page.goto("/account/logout/")
    page.locator("main").get_by_role("button", name="Sign out").click()
    page.goto("/account/login/")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/today/")

    page.goto("/account/2fa/webauthn/")
    page.get_by_role("link", name="Remove Work phone").click()
    _shows_it_again(page)
    page.get_by_role("button", name="Remove it").click()
    expect(page.get_by_text("You have none yet.")).to_be_visible()
