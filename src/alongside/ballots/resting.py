"""What rests in the database sealed by a key that is not in the database: it comes of SECRET_KEY.

A copy of the database alone does not show it. Whoever runs the server has both.
"""

import hmac
import secrets
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_NONCE_SIZE = 12


class NotReadable(ValueError):
    """It was sealed under another SECRET_KEY or for something else, or it was changed."""


def seal(text: bytes, *, about: str) -> bytes:
    """Seal a text. It can be read again only by who names the same `about`, which says what it is and of what."""
    nonce = secrets.token_bytes(_NONCE_SIZE)
    return nonce + AESGCM(_key(about)).encrypt(nonce, text, None)


def unseal(sealed: bytes, *, about: str) -> bytes:
    """Read what `seal` has sealed.

    Raises:
        NotReadable: SECRET_KEY was changed since, or it is something else.
    """
    try:
        return AESGCM(_key(about)).decrypt(sealed[:_NONCE_SIZE], sealed[_NONCE_SIZE:], None)
    except (InvalidTag, ValueError) as fault:
        raise NotReadable("Expected what was sealed under the SECRET_KEY of today.") from fault


def mark(text: bytes, *, about: str) -> bytes:
    """A mark that only this server can put on a text: 32 bytes of HMAC with SHA-256."""
    return hmac.digest(_key(about), text, "sha256")


def _key(about: str) -> bytes:
    return _derived(settings.SECRET_KEY, about)


@lru_cache(maxsize=64)
def _derived(secret: str, about: str) -> bytes:
    """A key of its own for each thing that is sealed (HKDF, RFC 5869)."""
    derive = HKDF(hashes.SHA256(), length=32, salt=None, info=b"alongside.ballots " + about.encode())
    return derive.derive(secret.encode())
