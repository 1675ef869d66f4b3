"""JSON: the values that are texts of several words; keys and all else are blanked."""

import re

from alongside.engines.writing._masking._addresses import without_addresses
from alongside.engines.writing._masking._blank import spaces

_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*+"(?P<key>\s*+:)?')
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|.)")


def outline(text: str) -> str:
    """Blank all but texts of several words."""
    pieces, at = [], 0
    for string in _STRING.finditer(text):
        if not string["key"] and " " in string.group():
            pieces += [spaces(text[at : string.start()]), _prose(string.group())]
            at = string.end()
    return "".join([*pieces, spaces(text[at:])])


def inline(text: str) -> str:
    """Blank the addresses in a text."""
    return without_addresses(text)


def _prose(string: str) -> str:
    return " " + _ESCAPE.sub(lambda escape: " " * len(escape.group()), string[1:-1]) + " "
