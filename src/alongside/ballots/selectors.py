"""What pages read of campaigns. No number of ballots is among it: a number that grows tells who was the last."""

import datetime as dt
from dataclasses import dataclass

from alongside.ballots.models import Campaign, Group, Seat, Trustee
from alongside.people.models import Person


@dataclass(frozen=True, slots=True)
class TrusteeCard:
    """How far a trustee is, for the page of the campaign."""

    person: Person
    position: int
    has_given_key: bool
    has_opened: bool


@dataclass(frozen=True, slots=True)
class CampaignCard:
    """A campaign for those who look after it. It says nothing of who fetched a pass, or of how many answered."""

    campaign: Campaign
    trustees: tuple[TrusteeCard, ...]
    seats: int
    groups: int
    keys_missing: int
    is_ready: bool
    is_lost: bool


def campaigns_to_guard(person: Person) -> list[Campaign]:
    """The campaigns of which this person is a trustee, and which are not closed."""
    return list(Campaign.objects.unopened().filter(trustees__person=person).order_by("spend_until"))


def campaign_card(campaign: Campaign, now: dt.datetime) -> CampaignCard:
    trustees = Trustee.objects.filter(campaign=campaign).select_related("person").order_by("position")
    cards = tuple(TrusteeCard(one.person, one.position, bool(one.public_key), one.has_opened) for one in trustees)
    groups = [bytes(key) for key in Group.objects.filter(campaign=campaign).values_list("public_key", flat=True)]
    missing = groups.count(b"")
    return CampaignCard(
        campaign=campaign,
        trustees=cards,
        seats=Seat.objects.filter(campaign=campaign).count(),
        groups=len(groups),
        keys_missing=missing,
        is_ready=bool(campaign.box_public_key) and not missing,
        is_lost=campaign.is_lost(now),
    )
