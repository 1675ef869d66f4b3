"""Questions to answer, and a campaign that is moved through time, for tests of its pages."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.utils import timezone

from alongside.ballots import consumers
from alongside.ballots.closing import Opened
from alongside.ballots.models import Campaign, Purpose
from casting import Asked

_DAY = dt.timedelta(days=1)
_SCALE = [{"value": str(point), "text": words} for point, words in enumerate(["Never", "Sometimes", "Often"], 1)]
FORM = {
    "title": "How it is to work here",
    "four_sentences": [
        "Nobody can see which answer is yours.",
        "Two people open all answers together, after the last day.",
        "Only figures of groups of 12 or more are shown.",
        "Your network can see that you were here.",
    ],
    "digest": "f" * 64,
    "questions": [
        {
            "id": "heard",
            "text": "I am heard to the end",
            "why": "Being heard comes first.",
            "kind": "scale",
            "options": _SCALE,
        },
        {
            "id": "themes",
            "text": "What should change first?",
            "why": "",
            "kind": "themes",
            "options": [{"value": "credit", "text": "Credit"}, {"value": "agenda", "text": "The agenda"}],
        },
        {"id": "words", "text": "Use my words", "why": "Name nobody.", "kind": "words", "options": []},
    ],
}


def form_of(_campaign: Campaign) -> dict[str, Any]:
    return FORM


@dataclass
class Taken:
    """What came out of the boxes, in the order in which it was handed over."""

    answers: list[dict[str, Any]] = field(default_factory=list)

    def keep(self, _campaign: Campaign, opened: list[Opened]) -> None:
        self.answers += [json.loads(one.body)["answers"] for one in opened]


taken = Taken()


def keep(campaign: Campaign, opened: list[Opened]) -> None:
    taken.keep(campaign, opened)


@pytest.fixture
def asking(monkeypatch: pytest.MonkeyPatch) -> Iterator[Taken]:
    """Questions for campaigns of the purpose "voice", and what was answered."""
    here = consumers.Consumer(f"{__name__}.keep", f"{__name__}.form_of")
    monkeypatch.setitem(consumers.CONSUMERS, Purpose.VOICE.value, here)
    yield taken
    taken.answers.clear()


def move_to(asked: Asked, stage: str) -> None:
    """Make it the time at which passes are given out ("issuing"), ballots taken ("spending"), or all is "over"."""
    begun = {"issuing": 1, "spending": 3, "over": 5}[stage]
    start = timezone.now() - begun * _DAY
    campaign = asked.campaign
    campaign.issue_from, campaign.spend_from, campaign.spend_until = start, start + 2 * _DAY, start + 4 * _DAY
    campaign.save(update_fields=["issue_from", "spend_from", "spend_until"])
