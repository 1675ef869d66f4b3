"""Loads the site for the commands that need it."""

import os

import click
import django

from alongside.environment import BadSetting


def load_site() -> None:
    """Read the settings and load the apps.

    Raises:
        click.UsageError: a setting cannot be used; the message says which, and what was expected. Exit code 2.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.settings")
    try:
        django.setup()
    except BadSetting as refusal:
        raise click.UsageError(str(refusal)) from None
