"""Where a long text can be cut: at an empty line that is not inside a block of code or a comment."""

import re
from typing import IO

from alongside.writing.documents._piece import Limits, UnreadableFile
from alongside.writing.documents._pieces import TOO_LONG

_FENCE = re.compile(rb" {0,3}(```|~~~)")
_OPENS = re.compile(rb"<!--|<(?:script|style|pre|textarea)\b", re.IGNORECASE)
_CLOSES = re.compile(rb"-->|</(?:script|style|pre|textarea)\b", re.IGNORECASE)
_LONGEST_BETWEEN = 4


def to_a_gap(stream: IO[bytes], part: bytes, markup: str, limits: Limits, lines_before: int) -> bytes:
    """The rest of the paragraph: lines up to an empty one that is not inside a block of code or a comment."""
    rest: list[bytes] = []
    length, line = 0, part.count(b"\n") + lines_before
    is_open = _open_at_end(part, markup)
    last = part[part.rfind(b"\n") + 1 :]
    while length < limits.piece * _LONGEST_BETWEEN and (following := stream.readline(limits.line + 1)):
        line += 1
        if len(last) + len(following) > limits.line:
            raise UnreadableFile(TOO_LONG.format(line=line, limit=limits.line))
        rest.append(following)
        length += len(following)
        is_open = _still_open(is_open, last + following, markup)
        if not is_open and not (last + following).strip():
            break
        last = b""
    return b"".join(rest)


def _open_at_end(part: bytes, markup: str) -> bool:
    finished = part[: part.rfind(b"\n") + 1]
    if markup == "html":
        return len(_OPENS.findall(finished)) > len(_CLOSES.findall(finished))
    if markup != "markdown" or (b"```" not in finished and b"~~~" not in finished):
        return False
    return sum(1 for line in finished.splitlines() if _FENCE.match(line)) % 2 == 1


def _still_open(was_open: bool, line: bytes, markup: str) -> bool:  # noqa: FBT001 - the state from line to line
    if markup == "html":
        return bool(_OPENS.search(line)) or (was_open and not _CLOSES.search(line))
    return was_open ^ (markup == "markdown" and bool(_FENCE.match(line)))
