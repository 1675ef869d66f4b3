"""Settings come from the environment, and from `settings.toml` in Alongside's folder where the environment is silent.

Each reader takes the name of a setting. A value that is not what was expected raises `BadSetting`, which stops the
start.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit


class BadSetting(Exception):
    """A setting has a value that cannot be used. The message names the setting and what was expected."""

    def __init__(self, name: str, got: str, expected: str) -> None:
        shown = "is not set" if not got else f'is "{got}"'
        super().__init__(f"{name} {shown}. Expected: {expected}.")
        self.name = name


@dataclass(frozen=True, slots=True)
class Environment:
    """Where settings are read from: names to texts, the environment over the file."""

    values: Mapping[str, str]

    @classmethod
    def read(cls, home: Path) -> "Environment":
        """The environment of this process over `settings.toml` in `home`, if there is one.

        Raises:
            BadSetting: the file is not TOML, or one of its values is neither text, a number nor true/false.
        """
        return cls({**_from_file(home / "settings.toml"), **os.environ})

    def text(self, name: str, default: str = "") -> str:
        return self.values.get(name, default).strip()

    def yes_or_no(self, name: str, *, default: bool) -> bool:
        got = self.text(name, "yes" if default else "no").lower()
        if got not in {"yes", "no", "true", "false"}:
            raise BadSetting(name, got, "yes or no")
        return got in {"yes", "true"}

    def whole_number(self, name: str, default: int, *, at_least: int = 0) -> int:
        got = self.text(name, str(default))
        if not got.isascii() or not got.isdigit() or int(got) < at_least:
            raise BadSetting(name, got, f"a whole number from {at_least} up")
        return int(got)

    def names(self, name: str, default: str) -> list[str]:
        """Several values with commas between them."""
        return [part.strip() for part in self.text(name, default).split(",") if part.strip()]

    def one_of(self, name: str, choices: list[str], default: str) -> str:
        got = self.text(name, default)
        if got not in choices:
            raise BadSetting(name, got, " or ".join(choices))
        return got

    def secret(self, name: str, file: Path) -> str:
        """A secret from the setting, or else from `file`; empty if there is neither.

        Raises:
            BadSetting: it is so short or so plain that it can be guessed.
        """
        got = self.text(name) or (file.read_text(encoding="ascii").strip() if file.is_file() else "")
        if got and (len(got) < 50 or len(set(got)) < 20):
            raise BadSetting(name, "too easy to guess", "at least 50 random characters; `alongside setup` makes them")
        return got

    def database(self, name: str, home: Path) -> dict[str, object]:
        """Django's settings for a database: SQLite in `home`, or the PostgreSQL that the setting names.

        Raises:
            BadSetting: the setting is not `postgresql://user:password@host:port/name`.
        """
        got = self.text(name)
        return _postgresql(name, got) if got else _sqlite(home / "alongside.sqlite3")


def _from_file(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise BadSetting(str(path), "not readable", f'lines such as NAME = "value" ({fault})') from fault
    return {name: _as_text(name, value) for name, value in read.items()}


def _as_text(name: str, value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str | int):
        return str(value)
    raise BadSetting(name, str(value), "a text, a whole number, or true or false")


def _sqlite(path: Path) -> dict[str, object]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # secure_delete: what is deleted is overwritten in the file, not only forgotten.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;"
            "PRAGMA mmap_size=134217728; PRAGMA cache_size=-20000;",
        },
    }


def _postgresql(name: str, got: str) -> dict[str, object]:
    expected = "postgresql://user:password@host:port/name"
    try:
        url = urlsplit(got)
        port = url.port or ""
    except ValueError as fault:
        raise BadSetting(name, "not a database address", expected) from fault
    if url.scheme not in {"postgresql", "postgres"} or not url.path.strip("/"):
        raise BadSetting(name, "not a PostgreSQL address", expected)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.strip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": unquote(url.hostname or "") or _socket_folder(url.query),
        "PORT": str(port),
        # Each thread of the web server would open a connection of its own; the pool bounds them.
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8}},
    }


def _socket_folder(query: str) -> str:
    """The `host` of `?host=/folder`, which is how a database address names a Unix socket."""
    return next((unquote(part[5:]) for part in query.split("&") if part.startswith("host=")), "")
