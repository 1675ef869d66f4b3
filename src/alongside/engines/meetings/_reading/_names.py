"""Names and words as people wrote them, without the marks that nobody can see."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

UNKNOWN = "Unknown"

# control characters but white space; marks of writing direction; the byte order mark
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LABEL = re.compile(r"[A-Za-z]|\d{1,4}")
_SPEECH = re.compile(r"[?!…;=<>{}]|\w{4,}\.\s|--")  # but "Chen, Maya", "J. Smith" and "Sam (they/them)" are names


def without_invisible(text: str) -> str:
    return _INVISIBLE.sub("", text)


def clean_text(text: str) -> str:
    """Put one space between words and drop control characters and marks of writing direction."""
    return " ".join((text if text.isprintable() else without_invisible(text)).split())


def clean_name(name: str) -> str:
    """Clean a name so that the same person is written one way all through the meeting."""
    return unicodedata.normalize("NFC", clean_text(name)).removesuffix(":").rstrip()


def label_of(speaker: object) -> str:
    """Name a speaker whom a recogniser knows by a number or a letter only."""
    if speaker is None:
        return ""
    name = clean_name(str(speaker))
    return f"Speaker {name}" if _LABEL.fullmatch(name) else name


def may_be_name(text: str) -> bool:
    """Tell a name from a piece of speech that happens to stand before a colon or on a line of its own."""
    words = len(text.split())
    return (
        0 < words <= (4 if "," in text else 10)
        and len(text) <= 80
        and any(map(str.isalpha, text))
        and not text.startswith(("-", "–", "—"))
        and not _SPEECH.search(text)
    )


def names_among(candidates: Iterable[str]) -> set[str]:
    """Keep what can be a name; what begins in lower case must come more than once ("so the question is: ...")."""
    return {
        text
        for text, times in Counter(candidates).items()
        if may_be_name(text) and (times > 1 or not text[0].islower())
    }


def told_apart(people: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give each id of (id, name) a name; of two people with one name, the second becomes "Name (2)"."""
    named: dict[str, str] = {}
    used: Counter[str] = Counter()
    for identity, name in people:
        if identity not in named:
            used[name] += 1
            named[identity] = name if used[name] == 1 else f"{name} ({used[name]})"
    return named
