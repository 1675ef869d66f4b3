"""Loads the site for the commands that need it."""

import os

import click
import django

from alongside.environment import BadSetting


class CannotStart(click.ClickException):
    """Something has to be changed first. The message says what."""

    exit_code = 2


def load_site() -> None:
    """Read the settings and load the apps.

    Raises:
        CannotStart: a setting cannot be used; the message says which, and what was expected.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.settings")
    try:
        django.setup()
    except BadSetting as refusal:
        raise CannotStart(str(refusal)) from None
