"""Podcasts and articles: what is read of a feed, what is never fetched, who follows and who sees what."""

import datetime as dt
import re
import socket
import time
from collections.abc import Callable
from email.utils import format_datetime

import httpx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries

from alongside.access.models import AuditEvent
from alongside.learning import feeds, jobs
from alongside.learning.feed_reading import FeedRead, Unreadable, read_feed, read_opml
from alongside.learning.models import Entry, Feed
from alongside.notify import outside
from alongside.people.models import Person
from organisation import NOW, Cast

Browse = Callable[[Person | None], Client]
ADDRESS = "https://feeds.example/listening.xml"
_CLIENT = httpx.Client
MAY = dt.datetime(2026, 5, 4, 9, 0, tzinfo=dt.UTC)

RSS = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Listening at work</title><link>https://a.example/</link>
<item><title>First &amp;amp; oldest</title><link>https://a.example/1</link>
<pubDate>Mon, 04 May 2026 09:00:00 GMT</pubDate></item>
<item><title>&lt;b&gt;Second&lt;/b&gt; &lt;script&gt;alert(1)&lt;/script&gt;</title><link>https://a.example/2</link>
<description>&lt;img src="https://evil.example/who.png"&gt;</description>
<pubDate>Tue, 05 May 2026 09:00:00 GMT</pubDate></item>
<item><title>Leads nowhere good</title><link>javascript:alert(1)</link></item>
<item><title>No link</title></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Zuhören</title><id>urn:x</id><updated>2026-05-05T09:00:00Z</updated>
<entry><title type="html">Ein &lt;i&gt;Anfang&lt;/i&gt;</title><id>urn:1</id><link href="https://b.example/1"/>
<updated>2026-05-04T11:00:00+02:00</updated></entry></feed>""".encode()
PODCAST = b"""<?xml version="1.0"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Two voices</title>
<item><title>Episode 1</title><itunes:duration>1200</itunes:duration>
<enclosure url="https://c.example/1.mp3" type="audio/mpeg" length="9"/>
<pubDate>Mon, 04 May 2026 09:00:00 GMT</pubDate></item>
</channel></rss>"""


def opml(*addresses: str) -> bytes:
    outlines = "".join(f'<outline type="rss" text="Feed {n}" xmlUrl="{a}"/>' for n, a in enumerate(addresses))
    return f'<opml version="2.0"><body><outline text="Folder">{outlines}</outline></body></opml>'.encode()


def test_rss_is_read_latest_first_as_plain_text_with_links_to_the_web() -> None:
    found = read_feed(RSS)
    assert found.title == "Listening at work"
    assert [entry.link for entry in found.entries] == ["https://a.example/2", "https://a.example/1"]
    assert found.entries[1].title == "First & oldest"
    assert found.entries[1].published_at == MAY
    assert "<" not in found.entries[0].title
    assert found.entries[0].title.startswith("Second")


def test_atom_is_read_with_its_time_in_utc() -> None:
    found = read_feed(ATOM)
    assert (found.title, found.entries[0].title, found.entries[0].link) == (
        "Zuhören",
        "Ein Anfang",
        "https://b.example/1",
    )
    assert found.entries[0].published_at == MAY


def test_an_episode_without_a_page_leads_to_its_sound() -> None:
    [entry] = read_feed(PODCAST).entries
    assert (entry.title, entry.link, entry.published_at) == ("Episode 1", "https://c.example/1.mp3", MAY)


def test_of_a_long_feed_the_newest_twenty_are_kept() -> None:
    items = "".join(
        f"<item><title>Item {n}</title><link>https://a.example/{n}</link>"
        f"<pubDate>{format_datetime(MAY + dt.timedelta(days=n))}</pubDate></item>"
        for n in range(50)
    )
    found = read_feed(f'<rss version="2.0"><channel><title>x</title>{items}</channel></rss>'.encode())
    assert [entry.title for entry in found.entries] == [f"Item {n}" for n in range(49, 29, -1)]


@pytest.mark.parametrize("content", [b"", b"<html><body>Hello</body></html>", b"/etc/passwd", b"\x00\xff" * 50, b"{}"])
def test_what_is_no_feed_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable, match="Expected an RSS or Atom feed"):
        read_feed(content)


def test_reading_a_feed_asks_nobody_and_opens_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_given: object, **_named: object) -> None:
        pytest.fail("something was asked for")

    monkeypatch.setattr(socket, "getaddrinfo", asked)
    monkeypatch.setattr(socket.socket, "connect", asked)
    secret = b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y SYSTEM "https://evil.example/">]>'
    found = read_feed(RSS.replace(b"<rss", secret + b"<rss").replace(b"First", b"First &x;&y;"))
    assert not [entry.title for entry in found.entries if socket.gethostname() in entry.title]
    with pytest.raises(Unreadable):
        read_feed(__file__.encode())
    with pytest.raises(Unreadable):
        read_feed(b"https://evil.example/feed.xml")


def test_entities_that_grow_do_not_grow_here() -> None:
    grown = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "bombbombbomb">{grown}]>'
    text = RSS.decode().split("?>", 1)[1].replace("First", "&e11;")
    began = time.process_time()
    found = read_feed((bomb + text).encode())
    assert all(len(entry.title) <= 300 for entry in found.entries)
    assert time.process_time() - began < 5
    with pytest.raises(Unreadable, match="without a document type"):
        read_opml((bomb + opml(ADDRESS).decode()).encode())


def test_a_list_gives_each_feed_once_by_https() -> None:
    found = read_opml(
        opml("http://a.example/x", "https://a.example/x", ADDRESS, "ftp://a.example/", "file:///etc/passwd")
    )
    assert found == [("Feed 0", "https://a.example/x"), ("Feed 2", ADDRESS)]


@pytest.mark.parametrize("content", [b"", b"words", opml(), opml(*(f"https://a.example/{n}" for n in range(101)))])
def test_what_is_no_list_of_feeds_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable, match="Expected"):
        read_opml(content)


def follow(cast: Cast, *addresses: str) -> list[Feed]:
    return feeds.follow(by=cast.eli, feeds=[("", address) for address in addresses or (ADDRESS,)], now=NOW)


def answers(monkeypatch: pytest.MonkeyPatch, answer: httpx.Response, address: str = "93.184.216.34") -> list[str]:
    """Stand in for the other side; returns the hosts that are asked."""
    asked: list[str] = []

    def respond(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.host)
        return answer

    monkeypatch.setattr(httpx, "Client", lambda **named: _CLIENT(**named, transport=httpx.MockTransport(respond)))
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_given, **_named: found)
    return asked


def test_the_entries_of_a_feed_take_the_place_of_those_before(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    [feed] = follow(cast)
    answers(monkeypatch, httpx.Response(200, content=RSS))
    feeds.fetch(key=feed.pk, now=NOW)
    later = NOW + dt.timedelta(hours=6)
    feeds.fetch(key=feed.pk, now=later)
    feed.refresh_from_db()
    assert (feed.title, feed.failures, feed.because) == ("Listening at work", 0, "")
    assert Entry.objects.count() == 2
    assert not feeds.due(now=later)


def test_a_second_worker_fetches_nothing_again(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    [feed] = follow(cast)
    asked = answers(monkeypatch, httpx.Response(200, content=RSS))
    for _worker in range(2):
        feeds.fetch(key=feed.pk, now=NOW)
    assert len(asked) == 1


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1"])
def test_an_address_that_leads_into_our_own_network_is_never_asked(
    address: str, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    [feed] = follow(cast)
    asked = answers(monkeypatch, httpx.Response(200, content=RSS), address)
    feeds.fetch(key=feed.pk, now=NOW)
    feed.refresh_from_db()
    assert "private network" in feed.because
    assert not asked
    assert not Entry.objects.exists()


def test_a_redirect_is_not_followed_and_the_keeper_is_told(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    [feed] = follow(cast)
    asked = answers(monkeypatch, httpx.Response(301, headers={"location": "https://127.0.0.1/"}))
    feeds.fetch(key=feed.pk, now=NOW)
    feed.refresh_from_db()
    assert asked == ["93.184.216.34"]
    assert feed.because == "The answer was 301; 200 was expected."


def test_a_feed_that_is_too_long_or_too_slow_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, httpx.Response(200, content=b"x" * 2_000))
    with pytest.raises(outside.Unreachable, match="longer than 1,000 bytes"):
        outside.get(ADDRESS, most_bytes=1_000)
    with pytest.raises(outside.Unreachable, match="takes longer than 0 seconds"):
        outside.get(ADDRESS, most_bytes=5_000, most_seconds=0)


def test_a_feed_that_fails_keeps_its_entries_and_is_tried_less_and_less_often(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    [feed] = follow(cast)
    answers(monkeypatch, httpx.Response(200, content=RSS))
    feeds.fetch(key=feed.pk, now=NOW)
    answers(monkeypatch, httpx.Response(500))
    waits, now = [], NOW
    for _try in range(7):
        feed.refresh_from_db()
        now = feed.try_at
        feeds.fetch(key=feed.pk, now=now)
        feed.refresh_from_db()
        waits.append((feed.try_at - now) / dt.timedelta(hours=1))
    assert waits == [6, 12, 24, 48, 96, 168, 168]
    assert Entry.objects.count() == 2
    answers(monkeypatch, httpx.Response(200, content=RSS))
    feeds.fetch(key=feed.pk, now=feed.try_at)
    feed.refresh_from_db()
    assert (feed.failures, feed.because) == (0, "")


def test_each_feed_is_a_job_of_its_own_so_that_a_bad_one_stops_no_other(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    follow(cast, "https://a.example/", "https://b.example/")
    jobs.fetch_feeds.call()
    assert DBTaskResult.objects.filter(task_path="alongside.learning.jobs.fetch_feed").count() == 2


def test_a_feed_that_was_removed_meanwhile_leaves_nothing(cast: Cast) -> None:
    [feed] = follow(cast)
    feeds.unfollow(feed=Feed.objects.get(), by=cast.eli, now=NOW)
    feeds.fetch(key=feed.pk, now=NOW)
    feeds._keep(feed.pk, FeedRead("x", ()), NOW)
    assert not Feed.objects.exists()


def test_a_date_to_come_does_not_keep_an_entry_on_top(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    [feed] = follow(cast)
    answers(monkeypatch, httpx.Response(200, content=RSS.replace(b"May 2026", b"May 2096")))
    feeds.fetch(key=feed.pk, now=NOW)
    assert {entry.published_at for entry in Entry.objects.all()} == {NOW}


def test_keepers_follow_by_address_or_by_list_and_that_is_written_down(cast: Cast, as_person: Browse) -> None:
    browser = as_person(cast.dara)
    browser.post("/learn/feeds/", {"address": "http://feeds.example/listening.xml"})
    assert Feed.objects.get().address == ADDRESS
    browser.post("/learn/feeds/", {"opml": SimpleUploadedFile("a.opml", opml(ADDRESS, "https://b.example/"))})
    assert Feed.objects.count() == 2
    assert (
        list(AuditEvent.objects.order_by("at").values_list("act", "detail"))
        == [("learning.feeds_followed", {"feeds": 1})] * 2
    )
    assert DBTaskResult.objects.count() == 2
    browser.post(f"/learn/feeds/{Feed.objects.first().uuid}/remove/")  # type: ignore[union-attr]
    assert Feed.objects.count() == 1
    assert AuditEvent.objects.filter(act="learning.feed_removed").exists()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, "Write an address, or choose a file."),
        ({"address": "ftp://a.example/"}, "Write an address that begins with https://."),
        ({"address": "file:///etc/passwd"}, "Write an address that begins with https://."),
        ({"opml": SimpleUploadedFile("a.opml", b"words")}, "Expected a list of feeds as OPML"),
        ({"opml": SimpleUploadedFile("a.opml", b"x" * 500_001)}, "At most 500000 can be read"),
    ],
)
def test_what_cannot_be_followed_is_told_with_what_to_do(
    said: dict[str, object], told: str, cast: Cast, as_person: Browse
) -> None:
    answer = as_person(cast.eli).post("/learn/feeds/", said)
    assert answer.status_code == 422
    assert told in answer.content.decode()


def test_no_more_than_a_hundred_feeds_are_followed(cast: Cast, as_person: Browse) -> None:
    follow(cast, *(f"https://a.example/{n}" for n in range(100)))
    page = as_person(cast.eli).post("/learn/feeds/", {"address": ADDRESS}).content.decode()
    assert "An organisation can follow 100 feeds." in page


def test_everyone_here_sees_the_entries_and_nobody_elsewhere(
    cast: Cast, as_person: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    [feed] = follow(cast)
    answers(monkeypatch, httpx.Response(200, content=RSS))
    feeds.fetch(key=feed.pk, now=NOW)
    page = as_person(cast.ben).get("/learn/library/").content.decode()
    assert '<a href="https://a.example/1" rel="noopener noreferrer"><bdi>First &amp; oldest</bdi></a>' in page
    assert "<script>alert" not in page
    assert "evil.example" not in page
    assert "a.example" not in as_person(cast.stranger).get("/learn/library/").content.decode()
    for other in (cast.ben, cast.stranger):
        assert as_person(other).post(f"/learn/feeds/{feed.uuid}/remove/").status_code == 404
    assert "listening.xml" not in as_person(cast.stranger).get("/learn/feeds/").content.decode()
    assert re.search("2 titles", as_person(cast.eli).get("/learn/feeds/").content.decode())


def test_the_pages_of_feeds_cost_few_queries(
    cast: Cast, as_person: Browse, django_assert_num_queries: DjangoAssertNumQueries, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, httpx.Response(200, content=RSS))
    for feed in follow(cast, "https://a.example/", "https://b.example/", "https://c.example/"):
        feeds.fetch(key=feed.pk, now=NOW)
    browser = as_person(cast.eli)
    with django_assert_num_queries(5):  # session, person, roles, items, entries with their feeds
        browser.get("/learn/library/")
    with django_assert_num_queries(4):  # session, person, roles, feeds with the number of their entries
        browser.get("/learn/feeds/")
