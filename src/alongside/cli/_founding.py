"""The part of `alongside setup` that needs the site: checks by the site's own rules, and the founding."""

from collections.abc import Callable

import click
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from alongside.administration import services
from alongside.cli._questions import Answers
from alongside.people.models import Organisation, Person


def check(answers: Answers) -> None:
    """Refuse what the site would refuse.

    Raises:
        click.UsageError: with the option, and what was expected.
    """
    for option, text in (("--organisation", answers.organisation), ("--administrator", answers.administrator)):
        if not text or len(text) > 200 or not text.isprintable():
            raise click.UsageError(f"{option} cannot be used. Expected: a name of 1 to 200 printable characters.")
    try:
        validate_email(answers.email)
    except ValidationError:
        raise click.UsageError(
            f'--email "{answers.email}" is not an address. Expected: one such as kim@example.org.'
        ) from None
    if answers.password:
        _check_password(answers)


def found(answers: Answers, *, write: Callable[[], None]) -> str:
    """Found the organisation, and return the link for its administrator if they have no password yet.

    Args:
        answers: checked by `check`.
        write: puts the files in place. If it fails, there is no organisation either.
    """
    call_command("migrate", interactive=False, verbosity=0)
    try:
        with transaction.atomic():
            first = services.found_organisation(
                name=answers.organisation,
                jurisdiction=answers.jurisdiction,
                administrator=answers.administrator,
                email=answers.email,
                password=answers.password,
                now=timezone.now(),
            )
            write()
    except services.Refused as refusal:
        raise click.UsageError(str(refusal)) from None
    return "" if answers.password else link_to_choose_a_password(first)


def link_to_choose_a_password(person: Person) -> str:
    """An address that lets somebody choose a password once. It stops working when they have, or after three days."""
    key = default_token_generator.make_token(person)
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(person), "key": key})
    return f"{settings.SITE_URL}{path}"


def _check_password(answers: Answers) -> None:
    someone = Person(email=answers.email, full_name=answers.administrator, organisation=Organisation())
    try:
        validate_password(answers.password, someone)
    except ValidationError as refusal:
        raise click.UsageError(
            f"The password cannot be used: {' '.join(refusal.messages)} "
            "Expected: at least 12 characters that nobody would guess, such as four words that have no connection."
        ) from None
