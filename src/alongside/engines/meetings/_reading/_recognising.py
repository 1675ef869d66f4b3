"""Which format a document has, by what is in it: the name of a file says what its owner once called it."""

import re
from importlib import import_module
from types import ModuleType

from alongside.engines.meetings._reading import _nist
from alongside.engines.meetings._reading._clock import STAMP
from alongside.engines.meetings._reading._cue import Reading, Refusal
from alongside.engines.meetings._reading._limits import Limits
from alongside.engines.meetings._reading._names import without_invisible
from alongside.engines.meetings._reading._opening import text_of

_JSON = re.compile(rb"\s*(?:\{|\[\s*[{\]])")  # "[00:05] Maya: ..." begins with a bracket too

_CUE_TIMES = re.compile(rf"^[ \t]*{STAMP}[ \t]*-->", re.MULTILINE)


def reading_of(document: bytes, limits: Limits) -> Reading:
    if document.startswith(b"PK\x03\x04"):
        reading = _reading_of_text(_late("_word").text_of_word(document, limits), limits)
        reading.format = f"Word document, {reading.format}"
        return reading
    if _JSON.match(document):
        return _reading_of_json(document, limits)
    repairs: list[str] = []
    text = text_of(document, repairs)
    is_json = _JSON.match(text[:1000].encode())
    reading = _reading_of_json(text, limits) if is_json else _reading_of_text(text, limits)
    reading.repairs[:0] = repairs
    return reading


def reading_of_pair(document: bytes, companion: bytes, limits: Limits) -> Reading:
    """Read a CTM and an RTTM, whichever comes first."""
    repairs: list[str] = []
    ctm, rttm = sorted((_checked(text_of(part, repairs), limits) for part in (document, companion)), key=_nist.is_rttm)
    if not _nist.is_ctm(ctm) or not _nist.is_rttm(rttm):
        raise Refusal(
            "these two files are not a CTM and an RTTM. Give one transcript, or the CTM and RTTM of one meeting."
        )
    reading = _nist.read(ctm, rttm, limits)
    reading.repairs[:0] = repairs
    return reading


def is_half_of_pair(beginning: bytes) -> bool:
    """Tell by its beginning a CTM or an RTTM from a file that is a transcript by itself."""
    try:
        text = text_of(beginning, [])
    except Refusal:
        return False
    return _nist.is_rttm(text) or _nist.is_ctm(text)


def _reading_of_json(document: bytes | str, limits: Limits) -> Reading:
    reading: Reading = _late("_json").read(document, limits)
    return reading


def _reading_of_text(text: str, limits: Limits) -> Reading:
    text = _checked(text, limits)
    if _nist.is_rttm(text) or _nist.is_ctm(text):
        raise Refusal("this is half of a pair. Give the CTM (words) and the RTTM (speakers) of the meeting together.")
    has_cues = text.lstrip().startswith("WEBVTT") or _CUE_TIMES.search(text)
    reading: Reading = _late("_subtitles" if has_cues else "_plain_text").read(text, limits)
    return reading


def _checked(text: str, limits: Limits) -> str:
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > limits.max_line:
            raise Refusal(
                f"it is longer than {limits.max_line:,} characters. Export the transcript again, with line breaks.",
                line=number,
            )
    return without_invisible(text)


def _late(family: str) -> ModuleType:
    """Import a family of formats when a file of it comes; its libraries would double the start-up of the command."""
    return import_module(f"{__package__}.{family}")
