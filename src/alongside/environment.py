"""Settings come from the environment, and from `settings.toml` in Alongside's folder where the environment is silent.

`NAME_FILE` may name a file that holds the value of `NAME`, which is how secrets are often handed over.

Each reader takes the name of a setting. A value that is not what was expected raises `BadSetting`, which stops the
start.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zoneinfo import available_timezones

_OURS = "ALONGSIDE_"


class BadSetting(Exception):
    """A setting has a value that cannot be used. The message names the setting and what was expected."""

    def __init__(self, name: str, problem: str, expected: str) -> None:
        super().__init__(f"{name} is {problem}. Expected: {expected}.")
        self.name = name


@dataclass(frozen=True, slots=True)
class Environment:
    """Where settings are read from: names to texts, the environment over the file.

    Attributes:
        values: all there are, also those of other programs.
        asked: the names that a reader has asked for, so that a name nobody asks for can be refused.
    """

    values: Mapping[str, str]
    asked: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, home: Path) -> "Environment":
        """The environment of this process over `settings.toml` in `home`, if there is one.

        Raises:
            BadSetting: the file is not TOML, or one of its values is neither text, a number nor true/false.
        """
        return cls(_with_files({**_from_file(home / "settings.toml"), **os.environ}))

    def refuse_unknown(self) -> None:
        """Call this when all settings were read.

        Raises:
            BadSetting: a name begins as ours do and is none of ours, so it is a slip of the pen.
        """
        for name in sorted(self.values):
            if name.startswith(_OURS) and name.removesuffix("_FILE") not in self.asked:
                raise BadSetting(name, "not a setting", "one of the names in docs/run/settings.md")

    def text(self, name: str, default: str = "") -> str:
        self.asked.add(name)
        return self.values.get(name, default).strip()

    def yes_or_no(self, name: str, *, default: bool) -> bool:
        got = self.text(name, "yes" if default else "no").lower()
        if got not in {"yes", "no", "true", "false"}:
            raise BadSetting(name, _quoted(got), "yes or no")
        return got in {"yes", "true"}

    def whole_number(self, name: str, default: int, *, at_least: int = 0, at_most: int = 65_535) -> int:
        got = self.text(name, str(default))
        if not got.isascii() or not got.isdigit() or not at_least <= int(got) <= at_most:
            raise BadSetting(name, _quoted(got), f"a whole number from {at_least} to {at_most}")
        return int(got)

    def hosts(self, name: str, default: str) -> list[str]:
        """Names of hosts, without a port, with commas between them."""
        found = [part.strip() for part in self.text(name, default).split(",") if part.strip()]
        if not found or any(set(part) & set("/ *") or (":" in part and part[0] != "[") for part in found):
            raise BadSetting(
                name, _quoted(self.text(name)), "names of hosts such as allies.example.org, with commas between"
            )
        return found

    def web_address(self, name: str, default: str = "", *, path: bool = False) -> str:
        """An address that begins with http:// or https://, without a slash at its end; empty if there is none."""
        got = self.text(name, default).rstrip("/")
        if not got:
            return got
        try:
            url = urlsplit(got)
            is_good = url.scheme in {"http", "https"} and bool(url.hostname) and (url.port or 1) > 0
        except ValueError:
            is_good = False
        if not is_good or url.query or url.fragment or url.username or (url.path and not path):
            raise BadSetting(
                name, _quoted(got), f"an address such as https://allies.example.org{'/login' if path else ''}"
            )
        return got

    def other_address(self, name: str, first: str, default: str = "") -> str:
        """A web address whose host has another name than that of `first`, and which is as safe on its way."""
        got, one = urlsplit(self.web_address(name, default)), urlsplit(first)
        if got.hostname and (got.hostname == one.hostname or got.scheme != one.scheme):
            raise BadSetting(
                name, _quoted(got.geturl()), f"an address that begins with {one.scheme}:// and is not on {one.hostname}"
            )
        return got.geturl()

    def mail_address(self, name: str, default: str) -> str:
        got = self.text(name, default)
        before, at, after = got.rpartition("@")
        if not (before and at and after) or set(got) & set("\r\n"):
            raise BadSetting(name, _quoted(got), "an address of e-mail, such as alongside@example.org")
        return got

    def time_zone(self, name: str, default: str) -> str:
        got = self.text(name, default)
        if got not in available_timezones():
            raise BadSetting(name, _quoted(got), "a time zone such as Europe/London")
        return got

    def needed_with(self, other: str, name: str) -> str:
        """A text that must be there when the setting `other` is."""
        got = self.text(name)
        if self.text(other) and not got:
            raise BadSetting(name, _quoted(got), f"a value, since {other} is set")
        return got

    def one_of(self, name: str, choices: list[str], default: str) -> str:
        got = self.text(name, default)
        if got not in choices:
            raise BadSetting(name, _quoted(got), " or ".join(choices))
        return got

    def secret(self, name: str, file: Path) -> str:
        """A secret from the setting, or else from `file`; empty if there is neither.

        Raises:
            BadSetting: it is so short or so plain that it can be guessed.
        """
        got = self.text(name) or (file.read_text(encoding="utf-8").strip() if file.is_file() else "")
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


def _quoted(got: str) -> str:
    return f'"{" ".join(got.split())}"' if got else "not set"


def _with_files(values: dict[str, str]) -> dict[str, str]:
    for name, path in list(values.items()):
        if name.startswith(_OURS) and name.endswith("_FILE"):
            try:
                values[name.removesuffix("_FILE")] = Path(path).read_text(encoding="utf-8").strip()
            except (OSError, UnicodeDecodeError) as fault:
                raise BadSetting(name, _quoted(path), "a file that can be read") from fault
    return values


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
    raise BadSetting(name, _quoted(str(value)), "a text, a whole number, or true or false")


def _sqlite(path: Path) -> dict[str, object]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # secure_delete: what is deleted is overwritten in the file, not only forgotten.
            # analysis_limit: ANALYZE counts rows, and keeps no samples of what is in them.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;"
            "PRAGMA mmap_size=134217728; PRAGMA cache_size=-20000; PRAGMA analysis_limit=4000;",
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
