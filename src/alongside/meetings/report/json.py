"""The whole look-back as one JSON object, for programs."""

import re
from dataclasses import fields

from msgspec.json import encode

from alongside.engines.meetings import LookBack

# JSON escapes the controls of ASCII. What is left can still move a terminal's cursor or turn a line around: the C1
# controls and the marks of writing direction.
_UNSEEN = re.compile("[\x80-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def render(look_back: LookBack) -> str:
    meeting = {field.name: getattr(look_back, field.name) for field in fields(look_back)}
    text = encode({"file": meeting.pop("source"), **meeting}).decode()
    return text if text.isprintable() else _UNSEEN.sub(lambda mark: f"\\u{ord(mark[0]):04x}", text)
