"""What the pages of recognition show: to a giver, to whoever was recognised, and to the DEI lead."""

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise

from alongside.ballots.models import Purpose
from alongside.ballots.pocket import Place, places_of
from alongside.ballots.selectors import CampaignCard, campaign_card
from alongside.people.models import Person
from alongside.recognition.models import Quarter, Recognition, last_date_of
from alongside.recognition.wording import BANDS, KINDS


@dataclass(frozen=True, slots=True)
class Shown:
    """What enough colleagues said of somebody in one quarter, in words."""

    first_date: dt.date
    last_date: dt.date
    people: str | Promise
    kinds: tuple[str | Promise, ...]


def said_of(person: Person) -> list[Shown]:
    """The latest quarter first; for the person alone. In one query, whatever there is."""
    rows = Recognition.objects.visible_to(person).order_by("-first_date")
    return [
        Shown(row.first_date, last_date_of(row.first_date), BANDS[row.band], tuple(KINDS[kind] for kind in row.kinds))
        for row in rows
    ]


def open_quarter(person: Person, now: dt.datetime) -> Quarter | None:
    """The quarter in which somebody can give now or later, or None. It is the same for everybody."""
    quarters = Quarter.objects.visible_to(person).filter(campaign__spend_until__gt=now)
    return quarters.select_related("campaign").order_by("first_date").first()


def place_to_give(person: Person, now: dt.datetime) -> Place | None:
    """Somebody's place in the quarter, while they can give. In one query."""
    places = (place for place in places_of(person, now) if place.campaign.purpose == Purpose.RECOGNITION)
    return next((place for place in places if place.campaign.takes_ballots(now)), None)


def latest_card(person: Person, now: dt.datetime) -> CampaignCard | None:
    """How far the latest quarter is, for the DEI lead: no number of passes or ballots is among it."""
    latest = Quarter.objects.visible_to(person).select_related("campaign").order_by("-first_date").first()
    return campaign_card(latest.campaign, now) if latest else None
