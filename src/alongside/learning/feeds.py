"""The feeds that an organisation follows: added and removed by its keepers, fetched by the worker."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from alongside.access.audit import audit
from alongside.learning.feed_reading import MOST_FEEDS, FeedRead, Unreadable, read_feed
from alongside.learning.models import Entry, Feed
from alongside.notify import outside
from alongside.people.models import Organisation, Person

MOST_BYTES = 5_000_000
"""Feeds of podcasts that keep every episode have a few million."""
_MOST_SECONDS = 30.0
_EVERY = dt.timedelta(hours=6)
_LATEST = dt.timedelta(days=7)


class TooManyFeeds(Exception):
    """The organisation would follow more feeds than one can."""


@transaction.atomic
def follow(*, by: Person, feeds: Sequence[tuple[str, str]], now: dt.datetime) -> list[Feed]:
    """Follow feeds, given as title and address, and return those that are new.

    Raises:
        TooManyFeeds: they would be more than 100 with those there are.
    """
    organisation = Organisation.objects.select_for_update().get(pk=by.organisation_id)
    there = set(Feed.objects.filter(organisation=organisation).values_list("address", flat=True))
    new = {address: title for title, address in feeds if address not in there}
    if len(there) + len(new) > MOST_FEEDS:
        raise TooManyFeeds
    rows = [
        Feed(organisation=organisation, title=title or address[:200], address=address, try_at=now)
        for address, title in new.items()
    ]
    Feed.objects.bulk_create(rows)
    if rows:
        audit(organisation, "learning.feeds_followed", by=by, now=now, detail={"feeds": len(rows)})
    return rows


@transaction.atomic
def unfollow(*, feed: Feed, by: Person, now: dt.datetime) -> None:
    feed.delete()
    audit(by.organisation, "learning.feed_removed", by=by, now=now, subject=feed.title)


def due(*, now: dt.datetime) -> list[int]:
    """The feeds whose time has come."""
    return list(Feed.objects.filter(try_at__lte=now).order_by("try_at").values_list("pk", flat=True))


def fetch(*, key: int, now: dt.datetime) -> None:
    """Fetch one feed and keep its newest entries. If it cannot be read, the old ones stay, and it is tried later."""
    # Put off first: whatever happens, the next try is not before its time, and no second worker fetches it as well.
    if not Feed.objects.filter(pk=key, try_at__lte=now).update(try_at=now + _EVERY):
        return
    feed = Feed.objects.get(pk=key)
    try:
        found = read_feed(outside.get(feed.address, most_bytes=MOST_BYTES, most_seconds=_MOST_SECONDS))
    except (outside.NotOutside, outside.Unreachable, Unreadable) as fault:
        later = min(_EVERY * 2 ** min(feed.failures, 10), _LATEST)
        tried = {"failures": min(feed.failures + 1, 1_000), "because": str(fault)[:200], "try_at": now + later}
        Feed.objects.filter(pk=key).update(**tried)
    else:
        _keep(key, found, now)


@transaction.atomic
def _keep(key: int, found: FeedRead, now: dt.datetime) -> None:
    feed = Feed.objects.select_for_update().filter(pk=key).first()
    if feed is None:  # removed while it was fetched
        return
    feed.title, feed.failures, feed.because = found.title or feed.title, 0, ""
    feed.save(update_fields=["title", "failures", "because"])
    feed.entries.all().delete()
    Entry.objects.bulk_create(
        # A date to come would keep an entry on top for ever.
        Entry(feed=feed, title=one.title, link=one.link, published_at=one.published_at and min(one.published_at, now))
        for one in found.entries
    )
