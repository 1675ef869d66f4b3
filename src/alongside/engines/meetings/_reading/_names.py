"""Names and words as people wrote them, without the marks that nobody can see."""

import unicodedata

UNKNOWN = "Unknown"

_CONTROLS = {code for code in (*range(0x20), *range(0x7F, 0xA0)) if not chr(code).isspace()}
_DIRECTIONS = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
INVISIBLE = dict.fromkeys(_CONTROLS | _DIRECTIONS | {0xFEFF})


def clean_text(text: str) -> str:
    """Put one space between words and drop control characters and marks of writing direction."""
    return " ".join((text if text.isprintable() else text.translate(INVISIBLE)).split())


def clean_name(name: str) -> str:
    """Clean a name so that the same person is written one way all through the meeting."""
    return unicodedata.normalize("NFC", clean_text(name)).removesuffix(":").rstrip()


def numbered(label: object) -> str:
    """Name a speaker that a recogniser knows by a number or a letter only."""
    name = clean_name(str(label))
    return f"Speaker {name}" if len(name) == 1 or name.isdecimal() else name
