"""Addresses of pages, people and files in running text.

Looks at each stretch without a space that has a sign of an address in it, once; so the cost is linear.
"""

import re

from alongside.engines.writing._masking._blank import SUBSTITUTE, spaces

_SIGN = re.compile(r"/|\\|@|www\.")
_EDGES = frozenset(' \t\r\n\x0b\x0c\xa0<>"`“”«»|')
_CHUNK_END = re.compile(r"[\s<>\"`“”«»|]")
_LONGEST = 1_000
"""Whatever is longer without a space, and has a sign of an address, is no prose."""
_BEFORE, _AFTER = "([{'‘*_,;:", ")]}.,;:!?'’*_…"
_ADDRESS = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.-]{0,15}:/{1,3}|mailto:|www\.).*"
    r"|[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"
    r"|[\w.-]+@[\w.-]+:.+"
    r"|(?:~|\.{1,2})?/[\w.@+~-].*"
    r"|[A-Za-z]:\\.*|\\\\\w.*"
    r"|[\w.@+-]*[\w@+-]/(?:[\w@+-]*[\d._@+-]|[\w@+-]+/[\w@+-]*[\d._@+-]).*"
    r"|[\w@+-]*[\d._@+][\w@+.-]*/.*",
    re.DOTALL,
)


def without_addresses(text: str) -> str:
    """Blank the addresses of a text."""
    pieces, at, done = [], 0, 0
    while sign := _SIGN.search(text, done):
        start = sign.start()
        while start > done and text[start - 1] not in _EDGES:
            start -= 1
        edge = _CHUNK_END.search(text, sign.end())
        done = edge.start() if edge else len(text)
        first, last = _bounds(text[start:done])
        if last - first > _LONGEST or _ADDRESS.fullmatch(text, start + first, start + last):
            pieces += [text[at : start + first], SUBSTITUTE, spaces(text[start + first + 1 : start + last])]
            at = start + last
        done = max(done, sign.end())
    return "".join([*pieces, text[at:]]) if pieces else text


def _bounds(chunk: str) -> tuple[int, int]:
    """Leave out brackets, quotation marks and full stops around an address."""
    first = len(chunk) - len(chunk.lstrip(_BEFORE))
    kept = chunk.rstrip(_AFTER)
    if chunk[len(kept) : len(kept) + 1] == ")" and "(" in chunk[first : len(kept)]:
        return first, len(kept) + 1
    return first, max(first, len(kept))
