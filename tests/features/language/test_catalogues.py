"""What translators wrote can be used as it is, and nothing that the site says is missing from their files."""

import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from babel.messages.checkers import checkers
from babel.messages.mofile import read_mo, write_mo

from pseudo_language import LOCALE, french

ROOT = Path(__file__).resolve().parents[3]
FRENCH = LOCALE / "fr/LC_MESSAGES"
_PLACEHOLDER = re.compile(r"%\(\w+\)s|</?\w+>|https?://\S+")
_NAMED_PERSON = re.compile(r"\[\w+\]")
_AMERICAN = re.compile(
    r"\b(?:colou?rize|(?:color|behavior|favor|honor|labor|neighbor)\w*|(?:organiz|recogniz|apologiz|realiz|summariz"
    r"|prioritiz|emphasiz|criticiz)\w*|center\w*|theater|canceled|labeled|traveled|analyz\w+|gray|enroll|fulfill"
    r"|defense|license plate|program for|gotten)\b",
    re.IGNORECASE,
)


def _messages() -> list[Message]:
    return [message for message in french() if message.id]


def _texts(part: object) -> list[str]:
    return [part] if isinstance(part, str) else list(part)  # type: ignore[call-overload]


def _translated() -> list[Message]:
    return [message for message in _messages() if all(_texts(message.string))]


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    return sorted(pattern.findall(text))


def test_what_is_compiled_is_what_is_written() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, french())
    compiled.seek(0)
    with (FRENCH / "django.mo").open("rb") as file:
        assert _read(read_mo(file)) == _read(read_mo(compiled)), "run scripts/messages"


def _read(catalogue: Catalog) -> dict[str, object]:
    return {str(message.id): message.string for message in catalogue if message.id}


def test_a_translation_has_the_placeholders_of_the_english() -> None:
    catalogue = french()
    for message in _translated():
        for check in checkers:
            check(catalogue, message)
        for english, text in zip(_texts(message.id)[-1:], _texts(message.string)[-1:], strict=True):
            assert _found(_PLACEHOLDER, english) == _found(_PLACEHOLDER, text)
            assert len(_found(_NAMED_PERSON, english)) == len(_found(_NAMED_PERSON, text)), english


def test_no_translation_is_a_guess() -> None:
    assert not [message.id for message in _messages() if message.fuzzy]
    assert not french().fuzzy


def test_english_is_spelt_as_in_britain() -> None:
    assert not [text for message in _messages() for text in _texts(message.id) if _AMERICAN.search(text)]


def test_french_is_set_as_french_is() -> None:
    """No straight apostrophe, and no sign that could begin a line: a space before it that does not break."""
    wrong = re.compile(r"\w'\w|\S[;?!»](?!\S)(?<![\u202f\u00a0].)| [:;?!»]|« ")
    assert not [text for message in _translated() for text in _texts(message.string) if wrong.search(text)]


@pytest.mark.skipif(not shutil.which("xgettext"), reason="needs GNU gettext")
def test_all_that_the_site_says_is_in_the_translators_files(tmp_path: Path) -> None:
    copy = tmp_path / "alongside"
    shutil.copytree(LOCALE.parent, copy, ignore=shutil.ignore_patterns("__pycache__", "static", "samples"))
    environment = {**os.environ, "ALONGSIDE_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "alongside.settings"}
    environment.pop("ALONGSIDE_DATABASE", None)
    collect = [sys.executable, str(ROOT / "scripts/collect_messages.py")]
    subprocess.run(collect, cwd=copy, env=environment, check=True)  # noqa: S603 - our own script
    collected = copy / "locale/fr/LC_MESSAGES/django.po"
    assert collected.read_text(encoding="utf-8") == (FRENCH / "django.po").read_text(encoding="utf-8"), (
        "run scripts/messages"
    )
