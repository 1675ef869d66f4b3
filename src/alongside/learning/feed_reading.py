"""Feeds and lists of feeds, read from bytes. Nothing is fetched here, and nothing but plain text comes out."""

import calendar
import datetime as dt
import html
import io
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import ParseError

import feedparser
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.html import strip_tags

from alongside.learning.markdown import is_web_address

MOST_ENTRIES = 20
MOST_FEEDS = 100
_LONGEST_TITLE = 300
_LONGEST_LINK = 1000
_LONGEST_ADDRESS = 500


class Unreadable(ValueError):
    """These bytes are not what they should be; the message says what was expected."""


@dataclass(frozen=True, slots=True)
class EntryRead:
    """One article or episode; `published_at` is None if the feed does not say when."""

    title: str
    link: str
    published_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class FeedRead:
    """What a feed is called, and its newest entries, the latest first."""

    title: str
    entries: tuple[EntryRead, ...]


def read_feed(content: bytes) -> FeedRead:
    """Read RSS, Atom, or the feed of a podcast.

    Raises:
        Unreadable: it is none of these.
    """
    # A stream, since bytes themselves might be taken for the name of a file.
    found = feedparser.parse(io.BytesIO(content), resolve_relative_uris=False)
    if not found.get("version"):
        raise Unreadable("Expected an RSS or Atom feed; this is something else.")
    entries = [entry for one in found.entries if (entry := _entry(one))]
    entries.sort(key=lambda entry: entry.published_at or dt.datetime.min.replace(tzinfo=dt.UTC), reverse=True)
    return FeedRead(_plain(found.feed.get("title", ""))[:200], tuple(entries[:MOST_ENTRIES]))


def read_opml(content: bytes) -> list[tuple[str, str]]:
    """Read the feeds of a list in OPML: the title and the address of each, none twice.

    Raises:
        Unreadable: it is no OPML, names no feed or more than 100, or declares entities.
    """
    try:
        root = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as fault:
        raise Unreadable("Expected a list of feeds as OPML, without a document type (DTD).") from fault
    feeds: dict[str, str] = {}
    for outline in root.iter("outline"):
        address = as_https(outline.get("xmlUrl", ""))
        if is_followed(address):
            feeds.setdefault(address, _plain(outline.get("title") or outline.get("text") or "")[:200])
    if not 1 <= len(feeds) <= MOST_FEEDS:
        raise Unreadable(f"Expected 1 to {MOST_FEEDS} feeds, each an outline with an xmlUrl; found {len(feeds)}.")
    return [(title, address) for address, title in feeds.items()]


def as_https(address: str) -> str:
    """The same address over https, since no other is fetched."""
    address = address.strip()
    return "https://" + address[7:] if address[:7].lower() == "http://" else address


def is_followed(address: str) -> bool:
    return address.lower().startswith("https://") and len(address) <= _LONGEST_ADDRESS


def _entry(found: Any) -> EntryRead | None:
    link = next((one for one in _links(found) if is_web_address(one) and len(one) <= _LONGEST_LINK), None)
    title = _plain(found.get("title", ""))[:_LONGEST_TITLE]
    if link is None or not title:
        return None
    return EntryRead(title, link, _moment(found.get("published_parsed") or found.get("updated_parsed")))


def _links(found: Any) -> Iterator[str]:
    """The page of an entry; for an episode without a page, its sound."""
    yield found.get("link", "")
    yield from (enclosure.get("href", "") for enclosure in found.get("enclosures", ()))


def _moment(parsed: time.struct_time | None) -> dt.datetime | None:
    try:
        return dt.datetime.fromtimestamp(calendar.timegm(parsed), dt.UTC) if parsed else None
    except (ValueError, OverflowError, OSError):
        return None


def _plain(text: str) -> str:
    """A text in one line, without tags and what no database holds."""
    return " ".join(html.unescape(strip_tags(text)).replace("\0", "").split())
