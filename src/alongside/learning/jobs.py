"""Feeds are fetched and channels posted to, each in a job of its own: one that is slow or broken holds up no other."""

from django.utils import timezone
from django_tasks import task

from alongside.learning import channel, feeds


@task()
def fetch_feeds() -> None:
    """Put each feed on the queue whose time has come. The schedule runs it."""
    for key in feeds.due(now=timezone.now()):
        fetch_feed.enqueue(key)


@task()
def fetch_feed(key: int) -> None:
    feeds.fetch(key=key, now=timezone.now())


@task()
def share_items() -> None:
    """Put each shared channel on the queue whose time has come. The schedule runs it."""
    for key in channel.due(now=timezone.now()):
        share_item.enqueue(key)


@task()
def share_item(key: int) -> None:
    channel.post_item(key=key, now=timezone.now())
