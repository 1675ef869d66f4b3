"""One item each working day to a channel that many read: the same for all, and chosen without a look at anyone (X2)."""

import datetime as dt
import logging
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from alongside.access.audit import audit
from alongside.engines import practice
from alongside.learning.models import SharedChannel
from alongside.learning.selectors import library_of
from alongside.notify import chat, outside
from alongside.people.models import Person

_log = logging.getLogger(__name__)
HOUR = 9


@transaction.atomic
def share(*, by: Person, chat: str, address: str, now: dt.datetime) -> None:
    """Name the channel, in place of the one before."""
    said = {"chat": chat, "address": address, "next_at": _next(now)}
    SharedChannel.objects.update_or_create(organisation_id=by.organisation_id, defaults=said)
    audit(by.organisation, "learning.channel_named", by=by, now=now, subject=chat)


@transaction.atomic
def stop_sharing(*, by: Person, now: dt.datetime) -> None:
    gone, _rows = SharedChannel.objects.filter(organisation=by.organisation_id).delete()
    if gone:
        audit(by.organisation, "learning.channel_removed", by=by, now=now)


def due(*, now: dt.datetime) -> list[int]:
    """The channels whose time has come."""
    return list(SharedChannel.objects.filter(next_at__lte=now).order_by("next_at").values_list("pk", flat=True))


def post_item(*, key: int, now: dt.datetime) -> None:
    """Post the item of the day. What the chat does not take is tried again, until its moment is over."""
    channel = SharedChannel.objects.filter(pk=key, next_at__lte=now).select_related("organisation").first()
    if channel is None:
        return
    following = _next(now)
    # Put off first: what a killed worker had in its hands is not posted twice, and no second worker posts it as well.
    mine = SharedChannel.objects.filter(pk=key, next_at=channel.next_at).update(next_at=following)
    if not mine or now >= channel.next_at + practice.STALE_AFTER:
        return
    try:
        chat.post(chat=channel.chat, address=channel.address, text=_words(channel, now))
    except (outside.NotOutside, outside.Unreachable) as fault:
        # Not the address: whoever has it can post there.
        _log.warning("The shared channel did not take its item: %s", type(fault).__name__)
        SharedChannel.objects.filter(pk=key, next_at=following).update(next_at=channel.next_at)


def _next(now: dt.datetime) -> dt.datetime:
    zone = ZoneInfo(settings.TIME_ZONE)
    return practice.next_reminder(now, hour=HOUR, zone=zone, weekdays=practice.MONDAY_TO_FRIDAY)


def _words(channel: SharedChannel, now: dt.datetime) -> str:
    on = now.astimezone(ZoneInfo(settings.TIME_ZONE)).date()
    here = channel.organisation
    item = practice.item_for_all(library_of(here), on=on, seed=str(here.uuid))
    with translation.override(settings.LANGUAGE_CODE):
        begin = _("Two minutes to read today: %(title)s") % {"title": item.title}
        return f"{begin}\n{settings.SITE_URL}{reverse('item', args=[item.code])}\n" + _(
            "It is the same for everyone here, and nobody sees who reads it."
        )
