"""A language that nobody speaks: every message in marks, a third longer, and from right to left.

Whatever a page shows without the marks did not go through a translation.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.utils.translation import gettext_lazy
from lxml import html
from pytest_django import Settings

import alongside

LOCALE = Path(alongside.__file__).parent / "locale"
# A language that Django knows to be written from right to left; its own messages stand underneath.
CODE = "ar"
_LONGER = "نص أطول "
_MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
_WORDS = re.compile(r"[A-Za-z]{2,}")
_SPOKEN = ("aria-label", "placeholder", "title", "alt")
# What is nobody's to translate: code, drawings, names (which stand in <bdi>), and the places of time zones.
_LEFT_OUT = frozenset({"script", "style", "bdi", "optgroup"})


def french() -> Catalog:
    with (LOCALE / "fr/LC_MESSAGES/django.po").open("rb") as file:
        return read_po(file, locale="fr")


def marked(message: str) -> str:
    return f"⟦{message} {_LONGER * (1 + len(message) // 27)}⟧"


def write(folder: Path) -> None:
    """Write the language as Django reads it, from all messages that were collected."""
    pseudo = Catalog(locale=CODE)
    for message in french():
        if isinstance(message.id, str):
            pseudo.add(message.id, marked(message.id) if message.id else "", context=message.context)
        else:
            one, more = map(marked, message.id)
            pseudo.add(message.id, (one, *[more] * (pseudo.num_plurals - 1)), context=message.context)
    (folder / CODE / "LC_MESSAGES").mkdir(parents=True)
    with (folder / CODE / "LC_MESSAGES/django.mo").open("wb") as file:
        write_mo(file, pseudo)


@pytest.fixture
def pseudo_language(settings: Settings, tmp_path: Path) -> None:
    """Make the pseudo-language the one of the site."""
    write(tmp_path)
    settings.LOCALE_PATHS = [tmp_path]
    settings.LANGUAGES = [(CODE, "⟦العربية⟧"), ("en-gb", gettext_lazy("English"))]
    settings.LANGUAGE_CODE = CODE


def bare_words(text: str) -> set[str]:
    """The words of a text that no mark encloses. Marks may be inside marks."""
    while text != (text := _MARKED.sub(" ", text)):
        pass
    return set(_WORDS.findall(text))


def bare_words_of_page(page: bytes, names: list[str]) -> set[str]:
    """What a page shows or says without a mark, but for `names`, and for what says that it is in another language."""
    parsed = html.fromstring(page)
    texts = ["".join(_shown(parsed)), *(element.get(name, "") for element in parsed.iter() for name in _SPOKEN)]
    for name in sorted(names, key=len, reverse=True):
        texts = [text.replace(name, "") for text in texts]
    return {word for text in texts for word in bare_words(text)}


def _shown(element: html.HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for part in element:
        if isinstance(part.tag, str) and part.tag not in _LEFT_OUT and not part.get("lang"):
            yield from _shown(part)
        yield part.tail or ""
