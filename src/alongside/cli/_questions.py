"""What `alongside setup` asks for, and where the answers come from: an option, a file, a question at the terminal."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to know. Without a default it has to be answered."""

    option: str
    text: str
    default: str | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """All that a set-up needs. An empty password means that a link lets the administrator choose one."""

    organisation: str
    jurisdiction: str
    administrator: str
    email: str
    password: str
    settings: Mapping[str, str]


_REQUIRED = (
    Question("organisation", "What is your organisation called?"),
    Question("jurisdiction", "Whose law applies?", choices=("eu", "uk", "us", "other")),
    Question("administrator", "The full name of the first administrator?"),
    Question("email", "Their e-mail address?"),
)
_SETTINGS = {
    "ALONGSIDE_URL": Question("url", "The address that people open?", "http://127.0.0.1:8000"),
    "ALONGSIDE_LANGUAGE": Question("language", "The language of the pages?", "en-gb", ("en-gb", "fr")),
    "ALONGSIDE_TIME_ZONE": Question("time_zone", "The time zone?", "Europe/London"),
    "ALONGSIDE_MAIL_HOST": Question("mail_host", "The mail server? (Leave it empty to keep mail in a folder.)", ""),
}
_MAIL = {
    "ALONGSIDE_MAIL_PORT": Question("mail_port", "The port of the mail server?", "587"),
    "ALONGSIDE_MAIL_SECURITY": Question("mail_security", "How is it secured?", "starttls", ("starttls", "none")),
    "ALONGSIDE_MAIL_USER": Question("mail_user", "The user at the mail server?", ""),
    "ALONGSIDE_MAIL_FROM": Question("mail_from", "The sender of what Alongside writes?"),
}
OPTION_OF = {setting: f"--{question.option.replace('_', '-')}" for setting, question in (_SETTINGS | _MAIL).items()} | {
    "ALONGSIDE_DATABASE": "--database",
    "ALONGSIDE_MAIL_PASSWORD": "--mail-password-file",
}


def complete(given: Mapping[str, str | bool | None], *, asks: bool) -> Answers:
    """All answers, by asking for those that are not given.

    Raises:
        click.UsageError: something is missing, and there is no terminal to ask at.
    """
    _need(given, _REQUIRED, asks=asks)
    needed = {question.option: _answer(given, question, asks=asks) for question in _REQUIRED}
    settings = {name: _answer(given, question, asks=asks) for name, question in _SETTINGS.items()}
    if settings["ALONGSIDE_MAIL_HOST"]:
        _need(given, tuple(_MAIL.values()), asks=asks)
        settings |= {name: _answer(given, question, asks=asks) for name, question in _MAIL.items()}
        settings["ALONGSIDE_MAIL_PASSWORD"] = _mail_password(given, asks=asks)
    settings["ALONGSIDE_DATABASE"] = str(given["database"] or "")
    filled = {name: value for name, value in settings.items() if value}
    return Answers(**needed, password=_password(given, asks=asks), settings=filled)


def _need(given: Mapping[str, str | bool | None], questions: tuple[Question, ...], *, asks: bool) -> None:
    missing = [question for question in questions if question.default is None and not given[question.option]]
    if missing and not asks:
        lines = [
            f"  --{question.option.replace('_', '-')}: {' or '.join(question.choices) or question.text}"
            for question in missing
        ]
        raise click.UsageError("Missing, and there is no terminal to ask at:\n" + "\n".join(lines))


def _answer(given: Mapping[str, str | bool | None], question: Question, *, asks: bool) -> str:
    got = given[question.option]
    if got is not None or not asks:
        return str(got or question.default or "").strip()
    kind = click.Choice(question.choices) if question.choices else str
    answer: str = click.prompt(question.text, default=question.default, type=kind, show_default=bool(question.default))
    return answer.strip()


def _password(given: Mapping[str, str | bool | None], *, asks: bool) -> str:
    if given["link"]:
        return ""
    if given["password_file"]:
        return _first_line(str(given["password_file"]), "--password-file")
    if not asks:
        return ""
    text = "Their password, of 12 characters or more? (Leave it empty to get a link that lets them choose.)"
    again = "The same again?"
    password: str = click.prompt(text, hide_input=True, confirmation_prompt=again, default="", show_default=False)
    return password


def _mail_password(given: Mapping[str, str | bool | None], *, asks: bool) -> str:
    if given["mail_password_file"]:
        return _first_line(str(given["mail_password_file"]), "--mail-password-file")
    if not asks or not given["mail_user"]:
        return os.environ.get("ALONGSIDE_MAIL_PASSWORD", "")
    password: str = click.prompt("The password at the mail server?", hide_input=True, default="", show_default=False)
    return password


def _first_line(name: str, option: str) -> str:
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise click.UsageError(f"{option} {name} cannot be read: {fault}. Expected: a text file.") from fault
    line = text.partition("\n")[0].rstrip("\r")
    if not line:
        raise click.UsageError(f"{option} {name} is empty. Expected: the password in the first line.")
    return line
