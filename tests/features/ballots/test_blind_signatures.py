"""The one step of RFC 9474 that is ours, against its published vectors and against a client written from its text."""

import tomllib
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

import blind_client
from alongside.ballots import blind

_VECTORS = tomllib.loads((Path(__file__).parent / "rfc9474.toml").read_text(encoding="ascii"))
_VARIANTS = [name for name, value in _VECTORS.items() if isinstance(value, dict)]


@pytest.fixture(scope="module")
def key() -> rsa.RSAPrivateKey:
    return blind.new_key()


def _key_of_the_rfc() -> rsa.RSAPrivateNumbers:
    p, q = (int(_VECTORS[name].replace("\n", ""), 16) for name in "pq")
    d = pow(65537, -1, (p - 1) * (q - 1))
    public = rsa.RSAPublicNumbers(65537, p * q)
    return rsa.RSAPrivateNumbers(p, q, d, d % (p - 1), d % (q - 1), pow(q, -1, p), public)


@pytest.mark.parametrize("variant", _VARIANTS)
def test_each_step_gives_what_the_rfc_prints(variant: str) -> None:
    vector = {name: bytes.fromhex(text) for name, text in _VECTORS[variant].items()}
    numbers = _key_of_the_rfc()
    inverse = int(_VECTORS["inverse"].replace("\n", ""), 16)
    prepared = blind_client.prepare(bytes.fromhex(_VECTORS["message"]), vector["prefix"])
    sent = blind_client.blinded(numbers.public_numbers, prepared, salt=vector["salt"], inverse=inverse)
    assert sent.message == vector["blinded"]
    answer = blind.sign(numbers, sent.message)
    assert answer == vector["blind_signature"]
    signature = blind_client.finalized(numbers.public_numbers, answer, sent.inverse)
    assert signature == vector["signature"]
    scheme = padding.PSS(padding.MGF1(hashes.SHA384()), len(vector["salt"]))
    numbers.public_numbers.public_key().verify(signature, prepared, scheme, hashes.SHA384())


def test_only_the_variant_with_a_salt_counts_as_a_pass() -> None:
    public = blind.public_bytes(_key_of_the_rfc().private_key())
    for variant in _VARIANTS:
        vector = _VECTORS[variant]
        prepared = bytes.fromhex(vector["prefix"] + _VECTORS["message"])
        is_a_pass = blind.verifies(public, prepared, bytes.fromhex(vector["signature"]))
        assert is_a_pass == (variant == "RSABSSA-SHA384-PSS-Randomized")


def test_what_was_blinded_signed_and_unblinded_verifies_and_nothing_near_it_does(key: rsa.RSAPrivateKey) -> None:
    public = blind.public_bytes(key)
    numbers = blind.private_numbers(blind.private_bytes(key))
    prepared = blind_client.prepare()
    sent = blind_client.blinded(numbers.public_numbers, prepared)
    answer = blind.sign(numbers, sent.message)
    signature = blind_client.finalized(numbers.public_numbers, answer, sent.inverse)
    assert blind.verifies(public, prepared, signature)
    assert not blind.verifies(public, prepared, answer)
    assert not blind.verifies(public, blind_client.prepare(), signature)
    assert not blind.verifies(public, prepared, signature[:-1] + bytes([signature[-1] ^ 1]))
    assert not blind.verifies(public, prepared, signature[:-1])
    assert not blind.verifies(public, prepared, b"")


def test_what_the_server_sees_says_nothing_of_the_pass(key: rsa.RSAPrivateKey) -> None:
    # For every pass there is an inverse under which it looks exactly like this request: any of them can be behind it.
    numbers = key.private_numbers()
    n, d = numbers.public_numbers.n, numbers.d
    request = blind_client.blinded(numbers.public_numbers, blind_client.prepare()).message
    for _ in range(3):
        other, salt = blind_client.prepare(), bytes(48)
        encoded = int.from_bytes(blind_client.encode(other, salt, n.bit_length() - 1))
        inverse = pow(encoded * pow(int.from_bytes(request), -1, n), d, n)
        assert blind_client.blinded(numbers.public_numbers, other, salt=salt, inverse=inverse).message == request


@pytest.mark.parametrize("wrong", ["short", "long", "as large as the modulus", "empty"])
def test_what_is_no_number_of_the_key_is_not_signed(key: rsa.RSAPrivateKey, wrong: str) -> None:
    numbers = key.private_numbers()
    n = numbers.public_numbers.n
    sent = {"short": bytes(383), "long": bytes(385), "as large as the modulus": n.to_bytes(384), "empty": b""}[wrong]
    with pytest.raises(blind.NotBlinded):
        blind.sign(numbers, sent)


@pytest.mark.parametrize("part", ["dmp1", "dmq1", "iqmp"])
def test_a_signature_that_was_miscalculated_never_leaves(key: rsa.RSAPrivateKey, part: str) -> None:
    # By one such signature with its message the modulus can be factored (Boneh, DeMillo and Lipton 1997).
    right = key.private_numbers()
    parts = {name: getattr(right, name) for name in ("p", "q", "d", "dmp1", "dmq1", "iqmp", "public_numbers")}
    parts[part] += 2
    sent = blind_client.blinded(right.public_numbers, blind_client.prepare())
    with pytest.raises(blind.FaultyStep):
        blind.sign(rsa.RSAPrivateNumbers(**parts), sent.message)


def test_the_number_is_masked_before_the_private_key_touches_it(
    key: rsa.RSAPrivateKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What the key is applied to must differ each time that the same request comes, or its time would tell of the key.
    numbers = key.private_numbers()
    touched: list[int] = []

    def watched(base: int, exponent: int, modulus: int) -> int:
        if exponent in {numbers.dmp1, numbers.dmq1, numbers.d}:
            touched.append(base)
        return pow(base, exponent, modulus)

    monkeypatch.setattr(blind, "pow", watched, raising=False)
    sent = blind_client.blinded(numbers.public_numbers, blind_client.prepare())
    first, second = blind.sign(numbers, sent.message), blind.sign(numbers, sent.message)
    assert first == second
    assert len(set(touched)) == len(touched) == 4
    assert not set(touched) & {int.from_bytes(sent.message) % prime for prime in (numbers.p, numbers.q)}


def test_another_key_signs_nothing_for_this_one(key: rsa.RSAPrivateKey) -> None:
    other = blind.new_key()
    prepared = blind_client.prepare()
    sent = blind_client.blinded(other.private_numbers().public_numbers, prepared)
    answer = blind.sign(other.private_numbers(), sent.message)
    signature = blind_client.finalized(other.private_numbers().public_numbers, answer, sent.inverse)
    with pytest.raises(InvalidSignature):
        key.public_key().verify(signature, prepared, padding.PSS(padding.MGF1(hashes.SHA384()), 48), hashes.SHA384())
    assert not blind.verifies(blind.public_bytes(key), prepared, signature)
