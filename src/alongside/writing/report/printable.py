"""Text from a file may hold anything; what is printed from it may not move a cursor or turn a line around."""

import re

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def plain(text: str) -> str:
    """Put a space for each line end, control and mark of writing direction, so that columns stay where they are."""
    return _UNSEEN.sub(" ", text)
