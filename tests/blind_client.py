"""What a browser does of blind signatures and sealed boxes, written from RFC 9474 alone: the peer of the server's side.

Slow, open about its randomness, and for tests only.
"""

import hashlib
import math
import secrets
from dataclasses import dataclass

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa


@dataclass(frozen=True, slots=True)
class Blinded:
    """What is sent to be signed, and what turns the answer into a signature."""

    message: bytes
    inverse: int


def prepare(token: bytes | None = None, prefix: bytes | None = None) -> bytes:
    """PrepareRandomize (section 4.1)."""
    return (prefix or secrets.token_bytes(32)) + (secrets.token_bytes(32) if token is None else token)


def encode(prepared: bytes, salt: bytes, bits: int) -> bytes:
    """EMSA-PSS-ENCODE of RFC 8017, section 9.1.1, with SHA-384."""
    size = (bits + 7) // 8
    digest = hashlib.sha384(bytes(8) + hashlib.sha384(prepared).digest() + salt).digest()
    block = (b"\x01" + salt).rjust(size - len(digest) - 1, b"\0")
    masked = bytearray(one ^ other for one, other in zip(block, _mgf1(digest, len(block)), strict=True))
    masked[0] &= 0xFF >> (8 * size - bits)
    return bytes(masked) + digest + b"\xbc"


def blinded(key: rsa.RSAPublicNumbers, prepared: bytes, *, salt: bytes | None = None, inverse: int = 0) -> Blinded:
    """Blind (section 4.2)."""
    n, size = key.n, (key.n.bit_length() + 7) // 8
    message = int.from_bytes(encode(prepared, secrets.token_bytes(48) if salt is None else salt, n.bit_length() - 1))
    while math.gcd(inverse, n) != 1:
        inverse = secrets.randbelow(n)
    return Blinded((message * pow(pow(inverse, -1, n), key.e, n) % n).to_bytes(size), inverse)


def finalized(key: rsa.RSAPublicNumbers, answer: bytes, inverse: int) -> bytes:
    """Finalize (section 4.4), without its last step, which is to verify."""
    return (int.from_bytes(answer) * inverse % key.n).to_bytes(len(answer))


def numbers(public_key: bytes) -> rsa.RSAPublicNumbers:
    key = serialization.load_der_public_key(public_key)
    assert isinstance(key, rsa.RSAPublicKey)
    return key.public_numbers()


def _mgf1(seed: bytes, length: int) -> bytes:
    blocks = (hashlib.sha384(seed + at.to_bytes(4)).digest() for at in range(-(-length // 48)))
    return b"".join(blocks)[:length]
