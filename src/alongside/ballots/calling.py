"""Mails to the two trustees: that a key is waited for, and that it is their turn to open."""

import datetime as dt
from collections.abc import Iterator

from django.conf import settings
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.ballots.models import LOST_AFTER, Trustee
from alongside.notify.models import Channel, Delivery

_TRIED_FOR = dt.timedelta(days=4)
"""The row of a mail is kept for three days more, and keeps a second one away: so whoever forgets hears weekly."""


def call_trustees(*, now: dt.datetime) -> None:
    """Put out a mail for each trustee without whom nothing goes on now. Running it again puts out no second one."""
    open_ones = Trustee.objects.filter(campaign__closed_at=None).select_related("person", "campaign")
    key_missing = Q(public_key=b"", campaign__spend_until__gt=now)
    over = Q(campaign__spend_until__lte=now, campaign__spend_until__gt=now - LOST_AFTER, has_opened=False)
    is_turn = over & ~Q(campaign__box_public_key=b"") & (Q(position=1) | Q(campaign__trustees__has_opened=True))
    waited_for = open_ones.filter(key_missing | is_turn).distinct()
    Delivery.objects.bulk_create(_deliveries(waited_for.iterator(), now), ignore_conflicts=True)


def _deliveries(waited_for: Iterator[Trustee], now: dt.datetime) -> Iterator[Delivery]:
    for trustee in waited_for:
        is_over = trustee.campaign.spend_until <= now
        subject, text = _words(trustee, is_over=is_over)
        yield Delivery(
            person=trustee.person,
            kind=f"{'open' if is_over else 'key'} {trustee.campaign_id}",
            on_date=(trustee.campaign.spend_until if is_over else trustee.campaign.issue_from).date(),
            channel=Channel.MAIL,
            subject=subject,
            text=text,
            try_at=now,
            expires_at=now + _TRIED_FOR,
        )


def _words(trustee: Trustee, *, is_over: bool) -> tuple[str, str]:
    """In the language and the time zone of the trustee."""
    person, campaign = trustee.person, trustee.campaign
    with translation.override(person.language or settings.LANGUAGE_CODE), timezone.override(person.zone):
        context = {
            "name": person.name,
            "link": settings.SITE_URL + reverse("trustee", args=[campaign.uuid]),
            "day": date_format(timezone.localtime(campaign.spend_until + LOST_AFTER), "j F Y"),
            "begins": date_format(timezone.localtime(campaign.issue_from), "j F Y"),
        }
        text = render_to_string(f"ballots/mail/{'open' if is_over else 'key'}.txt", context)
        return (_("It is your turn to open the answers") if is_over else _("Your key is waited for")), text
