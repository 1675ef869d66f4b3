"""Whatever a template says goes through gettext."""

import re
from pathlib import Path

import pytest
from django.template.base import DebugLexer, Token, TokenType
from lxml import etree, html

import alongside

PACKAGE = Path(alongside.__file__).parent
TEMPLATES = {str(path.relative_to(PACKAGE)): path for path in sorted(PACKAGE.glob("*/templates/**/*.html"))}
# The report of the command is in English, as its moments are: what a look-back says is written by rules for English.
# On a page of the site these parts stand inside lang="en".
_PARTS = ("report", "_event", "_moments", "_numbers", "_page_numbers", "_picture")
ENGLISH = {f"meetings/templates/meetings/{name}.html" for name in _PARTS}
_SPOKEN = ("aria-label", "placeholder", "title", "alt")
_WORD = re.compile(r"[^\W\d_]{2,}")
_NAME = {"Alongside"}
# Its tag is put together from pieces, which no parser reads; it holds a slot and no word.
_PIECES = {"web/templates/allauth/elements/button.html"}
# Blocks that a template fills for the inside of a tag that stands in the one it extends.
_FOR_A_TAG = re.compile(r"block (?:kind|\w+_attributes) ?$")


def _untranslated(source: str) -> set[str]:
    """The words of a template that stand outside its tags."""
    left, inside = "", ""
    for token in DebugLexer(source).tokenize():
        inside = _tag_that_encloses(token, inside)
        if token.token_type == TokenType.TEXT and not inside:
            left += token.contents
        elif token.token_type in {TokenType.VAR, TokenType.BLOCK}:
            left += " "
    parsed: html.HtmlElement = html.fromstring(f"<div>{left}</div>")
    etree.strip_elements(parsed, "script", "style", with_tail=False)
    spoken = [element.get(name) or "" for element in parsed.iter() for name in _SPOKEN]
    return set(_WORD.findall(" ".join([parsed.text_content(), *spoken]))) - _NAME


def _tag_that_encloses(token: Token, inside: str) -> str:
    word = token.contents.split(maxsplit=1)[0] if token.token_type == TokenType.BLOCK and token.contents else ""
    if not inside and (word in {"blocktranslate", "comment"} or _FOR_A_TAG.match(token.contents)):
        return word
    return "" if word == f"end{inside}" else inside


@pytest.mark.parametrize("name", sorted(TEMPLATES.keys() - ENGLISH - _PIECES))
def test_every_word_of_a_template_can_be_translated(name: str) -> None:
    assert not _untranslated(TEMPLATES[name].read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(ENGLISH))
def test_a_template_that_is_excused_has_words_of_its_own(name: str) -> None:
    assert _untranslated(TEMPLATES[name].read_text(encoding="utf-8"))


@pytest.mark.parametrize("slip", ["<p>Hello</p>", '<a aria-label="Open"></a>', "{% if a %}Yes{% endif %}"])
def test_a_word_outside_is_found(slip: str) -> None:
    assert _untranslated("{% translate 'Good' %}" + slip + "{% blocktranslate %}Fine{% endblocktranslate %}")
