"""What the voice host reads of a campaign. There is no person here, so nothing is narrowed to one."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from alongside.ballots.models import Campaign


@dataclass(frozen=True, slots=True)
class Stage:
    """Whether ballots are taken: exactly one of the three is true."""

    is_early: bool
    is_open: bool
    is_over: bool


def campaign_at(uuid: UUID) -> Campaign:
    """Raises Http404 when there is none."""
    campaign = Campaign.objects.filter(uuid=uuid).first()
    if campaign is None:
        raise Http404
    return campaign


def stage_of(campaign: Campaign, now: dt.datetime) -> Stage:
    is_early, is_open = now < campaign.spend_from, campaign.takes_ballots(now)
    return Stage(is_early=is_early, is_open=is_open, is_over=not is_early and not is_open)
