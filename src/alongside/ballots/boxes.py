"""The boxes around an answer: one around every ballot, and two, one of each trustee, around what opens them.

All are sealed boxes of libsodium (X25519, XSalsa20 and Poly1305), which the browser makes and opens with the same
library. Whoever seals cannot open again.
"""

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

KEY_SIZE = 32
PADDED_SIZE = 8192
_LENGTH_SIZE = 4


class NotOpened(ValueError):
    """A box was not made for this key, was changed on its way, or has something else inside than was expected."""


class TooLong(ValueError):
    """A text does not go into a ballot."""


def new_box(outer: bytes, inner: bytes) -> tuple[bytes, bytes, bytes]:
    """Make the box of a campaign for two trustees, and forget its secret.

    Returns:
        The public key of the box; its secret inside the box of `inner`; and this inside the box of `outer`.

    Raises:
        NotOpened: one of the two keys is no key.
    """
    secret = PrivateKey.generate()
    try:
        within = SealedBox(PublicKey(inner)).encrypt(bytes(secret))
        return bytes(secret.public_key), within, SealedBox(PublicKey(outer)).encrypt(within)
    except (CryptoError, RuntimeError, TypeError, ValueError) as fault:
        raise NotOpened("Expected the public keys of two trustees.") from fault


def fits(secret: bytes, public_key: bytes) -> bool:
    """Whether this secret opens the boxes of this public key."""
    return len(secret) == KEY_SIZE and bytes(PrivateKey(secret).public_key) == public_key


def seal(public_key: bytes, text: bytes) -> bytes:
    """Pad a text and seal it, for those whose browser runs no program.

    Raises:
        TooLong: it has more bytes than go into a ballot.
    """
    if len(text) > PADDED_SIZE - _LENGTH_SIZE:
        raise TooLong(f"Expected at most {PADDED_SIZE - _LENGTH_SIZE} bytes.")
    padded = (len(text).to_bytes(_LENGTH_SIZE) + text).ljust(PADDED_SIZE, b"\0")
    return bytes(SealedBox(PublicKey(public_key)).encrypt(padded))


def opener(secret: bytes) -> SealedBox[PrivateKey]:
    return SealedBox(PrivateKey(secret))


def open_ballot(box: SealedBox[PrivateKey], sealed: bytes) -> bytes:
    """The text inside a ballot.

    Raises:
        NotOpened: it was sealed to another key, changed, or padded in another way.
    """
    try:
        padded = box.decrypt(sealed)
    except CryptoError as fault:
        raise NotOpened("The box does not open.") from fault
    length = int.from_bytes(padded[:_LENGTH_SIZE])
    text, rest = padded[_LENGTH_SIZE : _LENGTH_SIZE + length], padded[_LENGTH_SIZE + length :]
    if len(padded) != PADDED_SIZE or len(text) != length or any(rest):
        raise NotOpened("The text inside is not padded as agreed.")
    return text
