"""Opening the ballots, once, with both trustees' keys; and destroying what nobody opened."""

import datetime as dt
import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from secrets import SystemRandom

from django.db import OperationalError, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from alongside.access.audit import audit
from alongside.ballots import boxes
from alongside.ballots.models import LOST_AFTER, Ballot, Campaign, Group, Seat, Trustee
from alongside.ballots.refusals import NotASeat, NotKept, NotNow, WrongKey
from alongside.jobs.erasing import forget_deleted_rows
from alongside.people.models import Person

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Opened:
    """One answer, as its sender's page wrote it, and the label of the group that its pass was for."""

    label: str
    body: bytes


Keep = Callable[[Campaign, list[Opened]], None]


@transaction.atomic
def open_layer(*, campaign: Campaign, person: Person, opened: bytes, now: dt.datetime) -> None:
    """The first trustee hands in what was in the outer box. It is still sealed to the second trustee.

    Raises:
        NotNow: ballots are still taken, or the campaign was closed.
        NotASeat: this person is not the first trustee.
        WrongKey: this is not what was in the box. Nothing is lost; they may try again.
    """
    row = _to_be_opened(campaign, now)
    first = row.trustees.filter(position=1, person=person).first()
    if first is None:
        raise NotASeat(_("You are not the first trustee for these questions."))
    if hashlib.sha256(opened).digest() != bytes(row.inner_digest):
        raise WrongKey(_("This key file does not fit these questions. Nothing is lost; please try the right file."))
    row.locked_secret = opened
    row.save(update_fields=["locked_secret"])
    Trustee.objects.filter(pk=first.pk).update(has_opened=True)
    audit(row.organisation, "ballots.first_lock_opened", by=person, now=now, subject=str(row))


def close(*, campaign: Campaign, secret: bytes, keep: Keep, by: Person, now: dt.datetime) -> None:
    """Open all ballots with the secret, hand them to `keep` in an order drawn by chance, and destroy them.

    It happens as a whole or not at all. The secret is in memory only, so that it takes as long as the request. What
    `keep` writes of a body it should seal (`resting.seal`): a database writes to its log before it commits, so that
    what stands there in plain letters would be on the disk though the machine stopped half-way.

    Raises:
        NotNow: ballots are still taken, the first trustee has not opened their box, or the campaign was closed.
        NotASeat: this person is not the second trustee.
        WrongKey: this secret does not open these ballots. Nothing is lost; they may try again.
        NotKept: the database could not write. The ballots are as they were; they may try again.
    """
    try:
        with transaction.atomic():
            row = _to_be_opened(campaign, now)
            _require_second(row, by, secret)
            opened = _open_all(row, secret)
            SystemRandom().shuffle(opened)
            keep(row, opened)
            _destroy(row)
            row.closed_at = now
            row.save(update_fields=["closed_at"])
            audit(row.organisation, "ballots.closed", by=by, now=now, subject=str(row))
    except OperationalError as fault:
        raise NotKept(
            _("The answers could not be opened just now, since the database could not write. Nothing is lost.")
        ) from fault
    forget_deleted_rows(Ballot, Seat)


def destroy_what_is_over(*, now: dt.datetime) -> int:
    """Destroy what is not needed any more, and say how many campaigns were lost: nobody opened them in 60 days.

    The private keys of groups go as soon as no more passes are given out. A ballot that was on its way while its
    campaign was closed cannot be read by anybody, and goes too.
    """
    closed = Campaign.objects.filter(closed_at__gt=now - LOST_AFTER).values_list("pk", flat=True)
    Ballot.objects.filter(campaign__in=list(closed)).delete()
    Group.objects.filter(campaign__spend_from__lte=now).exclude(sealed_private_key=b"").update(sealed_private_key=b"")
    has_seats = Exists(Seat.objects.filter(campaign=OuterRef("pk")))
    old = Campaign.objects.unopened().filter(spend_until__lte=now - LOST_AFTER)
    lost = old.filter(has_seats | ~Q(locked_secret=b""))
    with transaction.atomic():
        rows = list(lost.select_for_update())
        for row in rows:
            _destroy(row)
            audit(row.organisation, "ballots.lost", by=None, now=now, subject=str(row))
    if rows:
        forget_deleted_rows(Ballot, Seat)
    return len(rows)


def _to_be_opened(campaign: Campaign, now: dt.datetime) -> Campaign:
    """The row as it is now, which nobody else changes until the end of the transaction."""
    row = Campaign.objects.select_for_update().select_related("organisation").get(pk=campaign.pk)
    if now < row.spend_until:
        raise NotNow(_("Answers are still taken. They can be opened after the last day."))
    if row.closed_at:
        raise NotNow(_("These answers were opened before."))
    if not row.box_public_key:
        raise NotNow(_("There is nothing to open: the two trustees did not both give a key, so nobody could answer."))
    if not row.locked_secret:
        raise NotNow(_("Nobody opened these answers in time, so they were destroyed unread."))
    return row


def _require_second(campaign: Campaign, by: Person, secret: bytes) -> None:
    if not campaign.trustees.filter(position=2, person=by).exists():
        raise NotASeat(_("You are not the second trustee for these questions."))
    if not campaign.trustees.filter(position=1, has_opened=True).exists():
        raise NotNow(_("The first trustee has not used their key yet. Please ask them to go first."))
    if not boxes.fits(secret, bytes(campaign.box_public_key)):
        raise WrongKey(_("This key file does not fit these questions. Nothing is lost; please try the right file."))


def _open_all(campaign: Campaign, secret: bytes) -> list[Opened]:
    """All ballots that open. A box that is there twice is a copy of somebody else's, and counts once."""
    box = boxes.opener(secret)
    labels = dict(campaign.groups.values_list("pk", "label"))
    opened: list[Opened] = []
    seen: set[bytes] = set()
    for group, sealed in campaign.ballots.values_list("group", "sealed").iterator(chunk_size=_BATCH):
        digest = hashlib.sha256(sealed).digest()
        if digest in seen:
            continue
        seen.add(digest)
        with suppress(boxes.NotOpened):
            opened.append(Opened(labels[group], boxes.open_ballot(box, bytes(sealed))))
    return opened


def _destroy(campaign: Campaign) -> None:
    """Delete ballots, seats, and all keys that are not public."""
    campaign.ballots.all().delete()
    campaign.seats.all().delete()
    campaign.groups.update(sealed_private_key=b"")
    campaign.locked_secret = b""
    campaign.save(update_fields=["locked_secret"])
