"""What the pages of the main address read about somebody's own passes. What becomes of a pass, they cannot know."""

import datetime as dt
from base64 import b64encode
from dataclasses import dataclass

from alongside.ballots import resting
from alongside.ballots.models import Campaign, Seat
from alongside.people.models import Person


@dataclass(frozen=True, slots=True)
class Place:
    """One campaign in which somebody is asked, from the first pass to the last ballot.

    Attributes:
        campaign: which.
        label: the person's group.
        public_key: of that group, in Base64.
        mark: names person and campaign in the storage of a browser, without saying which.
        is_issued: whether they have had a pass or a code.
        can_fetch: whether passes are given out now.
    """

    campaign: Campaign
    label: str
    public_key: str
    mark: str
    is_issued: bool
    can_fetch: bool


def places_of(person: Person, now: dt.datetime) -> list[Place]:
    ready = Campaign.objects.ready().unopened().filter(issue_from__lte=now, spend_until__gt=now)
    seats = Seat.objects.visible_to(person).filter(campaign__in=ready).select_related("campaign", "group")
    return [
        Place(
            campaign=seat.campaign,
            label=seat.group.label,
            public_key=b64encode(seat.group.public_key).decode(),
            mark=resting.mark(str(person.uuid).encode(), about=f"pocket {seat.campaign.uuid}").hex()[:24],
            is_issued=seat.is_issued,
            can_fetch=seat.campaign.gives_out_passes(now),
        )
        for seat in seats.order_by("campaign__spend_until")
    ]
