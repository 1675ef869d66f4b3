"""The work of `alongside setup`: check everything, then write everything, or nothing."""

import json
import os
import sqlite3
import tomllib
import zoneinfo
from contextlib import closing
from importlib import import_module
from pathlib import Path
from urllib.parse import urlsplit

import click

from alongside.cli._questions import OPTION_OF, Answers
from alongside.cli._secret import new_secret, write_for_the_owner
from alongside.cli._site import load_site

_HERE = frozenset({"127.0.0.1", "localhost", "::1"})
_ALREADY = (
    "There is an organisation here already, and setup makes only the first. Change it on the administration pages."
)


def refuse_a_second_time(home: Path) -> None:
    """Say so before the first question, if the folder's own database holds an organisation.

    Raises:
        click.UsageError: it does.
    """
    database = home / "alongside.sqlite3"
    if not database.is_file():
        return
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as open_database:
        try:
            found = open_database.execute("SELECT 1 FROM people_organisation").fetchone()
        except sqlite3.OperationalError:
            return  # begun and never finished: there is no such table
    if found:
        raise click.UsageError(_ALREADY)


def set_up(home: Path, answers: Answers) -> None:
    """Set everything up in `home`.

    Raises:
        click.UsageError: an answer cannot be used; nothing was written.
        click.ClickException: something could not be written; nothing was kept.
    """
    settings = _checked(dict(answers.settings))
    text = _settings_text(home / "settings.toml", settings)
    key = home / "secret-key"
    secret = key.read_text(encoding="ascii").strip() if key.is_file() else os.environ.get("ALONGSIDE_SECRET_KEY", "")
    os.environ |= settings | {"ALONGSIDE_HOME": str(home), "ALONGSIDE_SECRET_KEY": secret or new_secret()}
    os.umask(0o077)
    load_site()
    founding = import_module("alongside.cli._founding")
    founding.check(answers)
    try:
        home.mkdir(parents=True, exist_ok=True)
        link = founding.found(answers, write=lambda: _write(home, text))
    except OSError as fault:
        raise click.ClickException(f"{fault.filename} could not be written: {fault.strerror}.") from fault
    click.echo(f"{answers.organisation} is set up in {home}.")
    if link:
        click.echo(f"{answers.administrator} opens this once, within three days, to choose a password:\n\n  {link}\n")
    click.echo("Start it with: alongside serve")


def _checked(settings: dict[str, str]) -> dict[str, str]:
    url = urlsplit(settings["ALONGSIDE_URL"])
    host = url.hostname or ""
    if url.scheme not in {"http", "https"} or not host or url.path.strip("/"):
        raise click.UsageError("--url is not an address. Expected: one such as https://alongside.example.org.")
    if url.scheme == "http" and host not in _HERE:
        raise click.UsageError(
            "--url begins with http, so passwords would travel in the open. Expected: https, or http://127.0.0.1 to "
            "try it on this machine."
        )
    if settings["ALONGSIDE_TIME_ZONE"] not in zoneinfo.available_timezones():
        raise click.UsageError(
            f'--time-zone "{settings["ALONGSIDE_TIME_ZONE"]}" is not known. Expected: one such as Europe/London.'
        )
    for name, value in settings.items():
        if not value.isprintable():
            raise click.UsageError(f"{OPTION_OF[name]} has a sign that cannot be printed. Expected: plain text.")
    if host not in _HERE:
        settings["ALONGSIDE_HOSTS"] = f"{host},127.0.0.1,localhost"
    return settings


def _settings_text(file: Path, settings: dict[str, str]) -> str:
    """What `settings.toml` is to hold: what was written there by hand, and the answers below it.

    Raises:
        click.UsageError: the file says something else than an answer does.
    """
    before = file.read_text(encoding="utf-8") if file.is_file() else ""
    try:
        there = tomllib.loads(before)
    except tomllib.TOMLDecodeError as fault:
        raise click.UsageError(f'{file} cannot be read ({fault}). Expected: lines such as NAME = "value".') from fault
    for name, value in settings.items():
        if name in there and str(there[name]) != value:
            option = OPTION_OF.get(name, "--url")
            raise click.UsageError(f"{file} has another {name} than {option} says. Change one of the two.")
    added = "".join(
        f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in settings.items() if name not in there
    )
    return before + ("\n" if before and not before.endswith("\n") else "") + added


def _write(home: Path, settings: str) -> None:
    """Put both files in place, each whole. It is the last thing before the database keeps the organisation."""
    secret = os.environ["ALONGSIDE_SECRET_KEY"]
    for name, text in (("secret-key", f"{secret}\n"), ("settings.toml", settings)):
        beside = home / f".{name}.{os.getpid()}"
        try:
            write_for_the_owner(beside, text)
            beside.replace(home / name)
        finally:
            beside.unlink(missing_ok=True)
