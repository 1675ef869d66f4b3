"""One-time codes, for those whose browser runs no program: confidential, and not anonymous.

A code is a random number and a mark that only this server can put on it. Nothing is written down when one is given
out, so that no row, no order of rows and no log can tell whose it is. But the server has seen the number and the person
at the same moment; whoever changes the server's program can make it remember.
"""

import hmac
import secrets
from base64 import b32decode, b32encode
from binascii import Error

from alongside.ballots import resting

_RANDOM_SIZE, _MARK_SIZE = 8, 12
_SIZE = _RANDOM_SIZE + _MARK_SIZE
_GROUP_OF_LETTERS = 4


def new(*, campaign: str, label: str) -> str:
    """A code of 160 bits, of which 96 are the mark: 32 letters and digits in groups of four."""
    number = secrets.token_bytes(_RANDOM_SIZE)
    letters = b32encode(number + _mark(number, campaign, label)).decode()
    return "-".join(letters[at : at + _GROUP_OF_LETTERS] for at in range(0, len(letters), _GROUP_OF_LETTERS))


def read(code: str) -> bytes | None:
    """The bytes of a code, however it was typed; nothing if it cannot be one."""
    letters = "".join(letter for letter in code.upper() if letter.isalnum()).translate(str.maketrans("01", "OI"))
    try:
        number = b32decode(letters)
    except (Error, ValueError):
        return None
    return number if len(number) == _SIZE else None


def is_ours(number: bytes, *, campaign: str, label: str) -> bool:
    """Whether this server has given it out in this campaign, to somebody of the group with this label."""
    return hmac.compare_digest(number[_RANDOM_SIZE:], _mark(number[:_RANDOM_SIZE], campaign, label))


def _mark(number: bytes, campaign: str, label: str) -> bytes:
    return resting.mark(number + label.encode(), about=f"code {campaign}")[:_MARK_SIZE]
