"""Letters for names, so that one sees what happened before one sees who.

Letters are not anonymity: whoever was in the room knows who said a sentence. Nicknames, and the endings that some
languages put on names, are not recognised.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache, lru_cache
from typing import Any

from alongside.engines.meetings._late import late
from alongside.engines.meetings._lookback import LookBack
from alongside.engines.meetings._names import COMMON_WORDS

_NAMES = frozenset({"speaker", "holder", "other", "interrupted", "by", "to", "answered_by", "people", "never_invited"})
_CODES = frozenset({"kind", "what", "timing", "format", "certainty"})

# Parts of display names that name nobody by themselves.
_NOBODY = frozenset(
    """
    bin bint da das de del den der di dos du el ibn la le san st ter the und van von y
    dr jr md miss mr mrs ms mx phd prof professor sir sr
    he her hers him his she their theirs them they
    admin attendee caller cohost conference external guest host ipad iphone meeting organiser organizer participant
    person phone room speaker team unknown unverified user
    and co com for in inc ltd of org
    """.split()
)

_LETTER = r"[^\W\d_]"
_BETWEEN = r"[\s.,_\-]*"
_PART = late(r"[^\s.,_()\[\]{}|/@+:;\"“”<>]+")
_MAIL_DOMAIN = late(r"(?<=\S)@\S+")
# Thai, Lao, Burmese, Khmer, kana and Han put no space between words.
_UNSPACED = late(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_HAN_NAME = late(r"[\u3400-\u9fff]{3,4}")
# Hebrew and Arabic write "and", "to" and the like onto the beginning of a name; Korean writes particles onto its end.
_CLITIC = "[ובלכמשהوفبلك]"
_SEMITIC = late(r"[\u0590-\u06ff]")
_HANGUL = late(r"[\uac00-\ud7a3]")
# Accents, vowel points and marks that nobody sees: with or without them it is the same name.
_UNWRITTEN = late(r"[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")

Form = tuple[str, ...]


def with_letters(look_back: LookBack, *, around: tuple[str, str] = ("", "")) -> LookBack:
    """Put A, B, C ... Z, AA in the place of names, in the order of first speech, also where a name is spoken.

    A name that two people share becomes "A or B". A name that is also a common word ("Will") is one where it has a
    capital letter. Speakers who are called by the first letters of the alphabet already keep them.

    Args:
        look_back: the look-back, with names.
        around: what to put before and after each letter, so that a reader can tell the person A from the word "A".
    """
    names = [floor.speaker for floor in look_back.speakers]
    letters = [_letter(number) for number in range(len(names))]
    if set(names) == set(letters):
        return look_back
    before, after = around
    stand_ins = {name: f"{before}{letter}{after}" for name, letter in zip(names, letters, strict=True)}
    lettered: LookBack = _Lettering(stand_ins).of(look_back)
    return lettered


@cache
def _lettered_fields(kind: type[object]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name not in _CODES) if is_dataclass(kind) else ()


def _letter(number: int) -> str:
    """Count as the columns of a spreadsheet do."""
    before, place = divmod(number, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + place)


class _Lettering:
    """The letters of one meeting, put into its records."""

    def __init__(self, letters: Mapping[str, str]) -> None:
        self._letters = letters
        called: dict[Form, list[str]] = {}
        for name, letter in letters.items():
            for form in _forms(name):
                called.setdefault(form, []).append(letter)
        forms = sorted(called, key=lambda form: (-len("".join(form)), form))
        self._called = [" or ".join(called[form]) for form in forms]
        self._needs_capital = [len(form) == 1 and _is_also_a_word(*form) for form in forms]
        self._pattern = re.compile("|".join(f"({_standing_alone(form)})" for form in forms) or "(?!)")

    def of(self, value: Any, field: str = "") -> Any:
        if isinstance(value, str):
            return (field in _NAMES and self._letters.get(value)) or self.text(value)
        if isinstance(value, tuple):
            return tuple(self.of(entry, field) for entry in value)
        kind: Any = type(value)
        changes = {name: self.of(getattr(value, name), name) for name in _lettered_fields(kind)}
        return replace(value, **changes) if changes else value

    def text(self, text: str) -> str:
        text = unicodedata.normalize("NFC", text)
        folded, places = _folded(text)
        pieces = []
        after = 0
        for match in self._pattern.finditer(folded):
            form = (match.lastindex or 0) - 1
            start = places[match.start()]
            if not (self._needs_capital[form] and text[start].islower()):
                pieces += [text[after:start], self._called[form]]
                after = places[match.end() - 1] + 1
        return "".join((*pieces, text[after:]))


def _forms(name: str) -> set[Form]:
    """List what somebody with this display name may be called, each in its folded words."""
    words = tuple(_PART.findall(_MAIL_DOMAIN.sub("", _folded(unicodedata.normalize("NFC", name))[0])))
    parts = tuple(filter(_names_somebody, words))
    shorter = (piece for part in parts for piece in _pieces(part))
    forms = {words, parts, parts[::-1], parts[:1] + parts[1:][-1:], *((part,) for part in (*parts, *shorter))}
    return forms - {()}


def _names_somebody(part: str) -> bool:
    return len(part) > 1 and part not in _NOBODY and re.search(_LETTER, part) is not None


def _pieces(part: str) -> Iterator[str]:
    """Yield "Jean" and "Luc" of "Jean-Luc", and the given name or both halves of a name in Han characters."""
    yield from (piece for piece in part.split("-") if len(piece) > 2)
    if _HAN_NAME.fullmatch(part):
        yield part[-2:]
        if len(part) == 4:
            yield part[:2]


def _is_also_a_word(form: str) -> bool:
    return len(form) == 1 or form in COMMON_WORDS or form in _NOBODY


def _standing_alone(form: Form) -> str:
    """Write a pattern for a form that is not a part of a longer word, as far as the script shows where words end."""
    name = _BETWEEN.join(map(re.escape, form))
    first, last = form[0][0], form[-1][-1]
    before, after = f"(?<!{_LETTER})", f"(?!{_LETTER})"
    if _UNSPACED.match(first) or not first.isalnum():
        before = ""
    elif first.isdecimal():
        before = r"(?<!\w)"
    elif _SEMITIC.match(first):
        before = f"(?:{before}|(?<={_CLITIC}))"
    if _UNSPACED.match(last) or _HANGUL.match(last) or not last.isalnum():
        after = ""
    elif last.isdecimal():
        after = r"(?!\w)"
    return before + name + after


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Take case, accents and unseen marks off; say for each letter that is left where it stood in the text."""
    if text.isascii():
        return text.lower(), range(len(text))
    letters: list[str] = []
    places: list[int] = []
    for place, mark in enumerate(text):
        for letter in _bare(mark):
            letters.append(letter)
            places.append(place)
    return "".join(letters), places


@lru_cache(maxsize=4096)
def _bare(mark: str) -> str:
    if _HANGUL.match(mark):
        return mark
    return _UNWRITTEN.sub("", unicodedata.normalize("NFKD", mark.casefold())).replace("’", "'")
