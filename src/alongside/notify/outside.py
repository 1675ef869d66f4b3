"""Requests to addresses that people give us. They never reach a machine of our own network.

The name is looked up once, every address that it has must be a public one, and the connection goes to the address that
was looked at: a name that answers differently the second time (DNS rebinding) gains nothing. No redirect is followed.
"""

import ipaddress
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

_TIMEOUT = httpx.Timeout(10.0, connect=5.0)
_PORTS = {"https": 443}
_TO_IPV4 = ipaddress.ip_network("64:ff9b::/32")
"""Addresses that a gateway turns into IPv4 ones, private ones too (RFC 6052, RFC 8215)."""


class NotOutside(Exception):
    """The address is not one of a public https server."""


class Unreachable(Exception):
    """There was no answer, or one that is too long."""


def post(url: str, document: object) -> int:
    """Send a JSON document, and return the status of the answer.

    Raises:
        NotOutside: the address is not https, or leads to a private network.
        Unreachable: nobody answered in time.
    """
    with _request("POST", url, json=document) as answer:
        return answer.status_code


def get(url: str, *, most_bytes: int, most_seconds: float = 60.0) -> bytes:
    """Fetch a document of at most `most_bytes`, which comes within about `most_seconds` of its first byte.

    Raises:
        NotOutside: the address is not https, or leads to a private network.
        Unreachable: nobody answered in time, the answer was not 200, or it is longer.
    """
    with _request("GET", url) as answer:
        if answer.status_code != httpx.codes.OK:
            raise Unreachable(f"The answer was {answer.status_code}; 200 was expected.")
        got, until = bytearray(), time.monotonic() + most_seconds
        for piece in answer.iter_bytes():
            got += piece
            if len(got) > most_bytes:
                raise Unreachable(f"The answer is longer than {most_bytes:,} bytes.")
            if time.monotonic() > until:
                raise Unreachable(f"The answer takes longer than {most_seconds:g} seconds.")
        return bytes(got)


@contextmanager
def _request(method: str, url: str, *, json: object = None) -> Iterator[httpx.Response]:
    try:
        asked = httpx.URL(url)
    except httpx.InvalidURL as fault:
        raise NotOutside("Expected an address such as https://example.org/path.") from fault
    if asked.scheme not in _PORTS or not asked.host or asked.userinfo:
        raise NotOutside("Expected an address that begins with https://, without a name or a password in it.")
    address = public_address(asked.host, asked.port or _PORTS[asked.scheme])
    pinned = asked.copy_with(host=address)
    headers = {"Host": asked.netloc.decode(), "User-Agent": "Alongside"}
    # `sni_hostname` makes TLS check the certificate of the name, though the connection goes to a number.
    extensions = {"sni_hostname": asked.host}
    try:
        with (
            httpx.Client(timeout=_TIMEOUT, follow_redirects=False, trust_env=False) as client,
            client.stream(method, pinned, headers=headers, json=json, extensions=extensions) as answer,
        ):
            yield answer
    except httpx.HTTPError as fault:
        raise Unreachable(f"No answer ({type(fault).__name__}).") from fault


def public_address(host: str, port: int) -> str:
    """Return one address of a host, when all that it has are public.

    Raises:
        NotOutside: one of them is private, or of this machine.
        Unreachable: the name is not known.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise Unreachable("Nobody knows this name.") from fault
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not all(_is_public(address) for address in addresses):
        raise NotOutside("This address leads to a private network.")
    return addresses[0]


def _is_public(address: str) -> bool:
    number = ipaddress.ip_address(address.partition("%")[0])
    inside = getattr(number, "ipv4_mapped", None) or getattr(number, "sixtofour", None) or number
    return number.is_global and inside.is_global and not number.is_multicast and number not in _TO_IPV4
