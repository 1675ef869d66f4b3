"""Plain text: addresses and what stands between backticks are blanked."""

import re

from alongside.engines.writing._masking._addresses import without_addresses
from alongside.engines.writing._masking._blank import blank, spaces

_CODE = re.compile(r"`[^`\n]+`")
_COMMAND_LINE = re.compile(r"^[ \t]*[$%][ \t][^\n]+", re.MULTILINE)


def outline(text: str) -> str:
    """Nothing in a plain text runs over paragraphs."""
    return text


def inline(text: str) -> str:
    """Blank what is not prose in a paragraph."""
    if "`" in text:
        text = _CODE.sub(blank, text)
    if "$ " in text or "% " in text:
        text = _COMMAND_LINE.sub(lambda line: spaces(line.group()), text)
    return without_addresses(text)
