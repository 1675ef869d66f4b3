"""Signing what one does not see: the server's side of RSABSSA-SHA384-PSS-Randomized (RFC 9474).

Only the one step is ours that no library has. Keys are made, and signatures verified, by `cryptography`.
"""

import math
import secrets

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

MODULUS_BITS = 3072
PREPARED_SIZE = 64
"""Bytes of what is signed: a random prefix of 32 (RFC 9474, section 4.1) before a random token of 32."""

_SALT_LENGTH = 48  # as long as SHA-384; the variants named PSSZERO have none


class NotBlinded(ValueError):
    """What is to be signed is not a number below the modulus, written with as many bytes."""


class FaultyStep(ArithmeticError):
    """The signature does not fit: the machine has miscalculated. One such signature could give away the key."""


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=MODULUS_BITS)


def public_bytes(key: rsa.RSAPrivateKey) -> bytes:
    """The public key as browsers import it (SubjectPublicKeyInfo)."""
    return key.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)


def private_bytes(key: rsa.RSAPrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def private_numbers(kept: bytes) -> rsa.RSAPrivateNumbers:
    """The numbers of a key that we have made, and sealed, ourselves: whether it is sound is not asked again."""
    key = serialization.load_der_private_key(kept, password=None, unsafe_skip_rsa_key_validation=True)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError("Expected an RSA key.")
    return key.private_numbers()


def sign(key: rsa.RSAPrivateNumbers, blinded: bytes) -> bytes:
    """BlindSign (RFC 9474, section 4.3), by the two primes apart, which takes a quarter of the time.

    The number is multiplied by a random one first, so that the time it takes says nothing about the key (section 7.1);
    and no signature leaves that does not verify (section 4.3).

    Raises:
        NotBlinded: `blinded` is not a number below the modulus, with as many bytes.
        FaultyStep: the machine has miscalculated.
    """
    n, e = key.public_numbers.n, key.public_numbers.e
    size = (n.bit_length() + 7) // 8
    message = int.from_bytes(blinded)
    if len(blinded) != size or message >= n:
        raise NotBlinded(f"Expected a number below the modulus in {size} bytes.")
    mask = _unit(n)
    masked = message * pow(mask, e, n) % n
    of_p = pow(masked % key.p, key.dmp1, key.p)
    of_q = pow(masked % key.q, key.dmq1, key.q)
    signature = (of_q + (of_p - of_q) * key.iqmp % key.p * key.q) * pow(mask, -1, n) % n
    if pow(signature, e, n) != message:
        raise FaultyStep("The signature does not fit what was signed.")
    return signature.to_bytes(size)


def verifies(public_key: bytes, prepared: bytes, signature: bytes) -> bool:
    key = serialization.load_der_public_key(public_key)
    if not isinstance(key, rsa.RSAPublicKey):
        raise TypeError("Expected an RSA key.")
    try:
        key.verify(signature, prepared, padding.PSS(padding.MGF1(hashes.SHA384()), _SALT_LENGTH), hashes.SHA384())
    except InvalidSignature:
        return False
    return True


def _unit(n: int) -> int:
    """A random number that has an inverse modulo `n`. All but about one in 2^1535 have."""
    while math.gcd(number := 1 + secrets.randbelow(n - 1), n) != 1:
        pass
    return number
