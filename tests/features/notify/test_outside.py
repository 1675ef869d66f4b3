"""Addresses that people give us are asked only when they lead out of our own network."""

import socket

import httpx
import pytest

from alongside.notify import outside

PRIVATE = """
127.0.0.1 10.0.0.1 172.16.5.4 192.168.1.1 169.254.169.254 0.0.0.0 100.64.0.1 224.0.0.1 255.255.255.255
::1 fe80::1 fc00::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 2002:7f00:1:: 64:ff9b:1::1 ff02::1
""".split()


def names(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443)) for address in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_given, **_named: found)


@pytest.mark.parametrize("address", PRIVATE)
def test_a_name_that_leads_to_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    names(monkeypatch, address)
    with pytest.raises(outside.NotOutside, match="private network"):
        outside.post("https://hooks.example/x", {})


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1"])
def test_a_name_with_one_private_address_among_public_ones_is_refused(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    names(monkeypatch, address)
    assert outside.public_address("hooks.example", 443) == address
    names(monkeypatch, address, "10.0.0.1")
    with pytest.raises(outside.NotOutside):
        outside.public_address("hooks.example", 443)


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::1]", "localhost"])
def test_odd_ways_to_write_this_machine_are_refused(host: str) -> None:
    with pytest.raises((outside.NotOutside, outside.Unreachable)):
        outside.post(f"https://{host}/x", {})


@pytest.mark.parametrize(
    "url", ["http://hooks.example/x", "ftp://hooks.example", "gopher://x", "https://a:b@hooks.example"]
)
def test_only_plain_https_is_asked(url: str) -> None:
    with pytest.raises(outside.NotOutside, match="https://"):
        outside.post(url, {})


class Server:
    """What would be on the other side: it notes each request and answers."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, answer: httpx.Response) -> None:
        self.asked: list[httpx.Request] = []
        self.answer = answer
        client = httpx.Client
        monkeypatch.setattr(
            httpx, "Client", lambda **named: client(**named, transport=httpx.MockTransport(self.respond))
        )
        names(monkeypatch, "93.184.216.34")

    def respond(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        return self.answer


def test_the_connection_goes_to_the_address_that_was_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server(monkeypatch, httpx.Response(200))
    assert outside.post("https://hooks.example/x?y=1", {"text": "hello"}) == 200
    [request] = server.asked
    assert request.url.host == "93.184.216.34"
    assert request.headers["host"] == "hooks.example"
    assert request.extensions["sni_hostname"] == "hooks.example"
    assert request.url.raw_path == b"/x?y=1"


def test_a_redirect_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server(monkeypatch, httpx.Response(302, headers={"location": "https://127.0.0.1/"}))
    assert outside.post("https://hooks.example/x", {}) == 302
    assert len(server.asked) == 1


def test_an_answer_that_is_too_long_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    Server(monkeypatch, httpx.Response(200, content=b"a" * 2_000))
    with pytest.raises(outside.Unreachable, match="longer than 1,000 bytes"):
        outside.get("https://feeds.example/x", most_bytes=1_000)
    assert outside.get("https://feeds.example/x", most_bytes=2_000) == b"a" * 2_000
