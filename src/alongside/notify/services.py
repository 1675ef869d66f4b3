"""Handing things over: each is claimed once, tried again after a refusal, and dropped when its moment is over.

A delivery is marked as handed over before the first byte goes out. If the worker is killed then, nobody can know
whether it arrived, and it is not sent again: a reminder that is lost does less harm than one that comes twice.
"""

import datetime as dt
import logging
from collections.abc import Callable

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import Q

from alongside.notify import chat, mail, outside
from alongside.notify.models import Channel, Delivery, Stage

_log = logging.getLogger(__name__)
_BATCH = 50
_LEASE = dt.timedelta(minutes=10)
_MOST_ATTEMPTS = 6
_KEPT_AFTER = dt.timedelta(days=3)
"""The row, without its words, keeps a second one of the same day away."""


def deliver(*, now: Callable[[], dt.datetime], most: int = 2_000) -> int:
    """Hand over what is due, in small batches, and return how many went out. Several workers may do so at once."""
    done = 0
    while done < most and (batch := _claim(now())):
        connection = get_connection()
        for delivery in batch:
            done += _hand_over(delivery, connection, now())
    return done


def drop_what_is_over(*, now: dt.datetime) -> None:
    """Delete the words of what came too late, and after some days its row."""
    over = Delivery.objects.filter(expires_at__lt=now, stage__in=[Stage.WAITING, Stage.HANDED_OVER])
    over.update(stage=Stage.DROPPED, subject="", text="", address="")
    Delivery.objects.filter(expires_at__lt=now - _KEPT_AFTER).delete()


@transaction.atomic
def _claim(now: dt.datetime) -> list[Delivery]:
    """Some deliveries that are due and that no other worker has; those of a killed one come back after a while."""
    free = Q(claimed_at__isnull=True) | Q(claimed_at__lt=now - _LEASE)
    due = Delivery.objects.filter(free, stage=Stage.WAITING, try_at__lte=now, expires_at__gt=now)
    keys = list(
        due.select_for_update(skip_locked=True, of=("self",)).order_by("try_at").values_list("pk", flat=True)[:_BATCH]
    )
    Delivery.objects.filter(pk__in=keys).update(claimed_at=now)
    return list(Delivery.objects.filter(pk__in=keys).select_related("person"))


def _hand_over(delivery: Delivery, connection: BaseEmailBackend, now: dt.datetime) -> bool:
    mine = Delivery.objects.filter(pk=delivery.pk, stage=Stage.WAITING)
    if not delivery.person.is_active or not mine.update(stage=Stage.HANDED_OVER):
        return False
    try:
        _send(delivery, connection)
    except (OSError, outside.Unreachable, outside.NotOutside) as fault:
        # Neither the address nor the words: a log is read by others. Errors of SMTP are OSErrors.
        _log.warning("A delivery by %s could not be handed over: %s", delivery.channel, type(fault).__name__)
        _try_later(delivery, now)
        return False
    Delivery.objects.filter(pk=delivery.pk).update(stage=Stage.DONE, subject="", text="", address="")
    return True


def _send(delivery: Delivery, connection: BaseEmailBackend) -> None:
    if delivery.channel == Channel.MAIL:
        to, number = delivery.person.email, str(delivery.uuid)
        mail.letter(to=to, subject=delivery.subject, text=delivery.text, number=number, connection=connection).send()
        return
    chat.post(chat=delivery.channel, address=delivery.address, text=delivery.text)


def _try_later(delivery: Delivery, now: dt.datetime) -> None:
    """After 1, 4, 16, 64 minutes, and so on; the expiry ends it."""
    attempts = delivery.attempts + 1
    if attempts >= _MOST_ATTEMPTS:
        Delivery.objects.filter(pk=delivery.pk).update(stage=Stage.DROPPED, subject="", text="", address="")
        return
    Delivery.objects.filter(pk=delivery.pk).update(
        stage=Stage.WAITING,
        attempts=attempts,
        try_at=now + dt.timedelta(minutes=4 ** (attempts - 1)),
        claimed_at=None,
    )
