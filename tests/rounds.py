"""A listening round to test with: an organisation in units, a draft, an open round, and answers to it."""

import datetime as dt
import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.access import Role
from alongside.ballots.closing import Opened
from alongside.ballots.models import Campaign
from alongside.people.models import Organisation, Person, Unit
from alongside.people.services import make_findable
from alongside.voice import drafting, opening, services
from alongside.voice.models import FrozenPlan, Release, Round
from organisation import NOW, found, join

DAY = dt.timedelta(days=1)
CODES = ("can-finish", "ideas-under-own-name", "safe-to-disagree")


@dataclass(frozen=True, slots=True)
class House:
    """An organisation with one unit at the top and units in it. Dara, the DEI lead, and Eli are in the first."""

    organisation: Organisation
    top: Unit
    units: Mapping[str, Unit]
    dara: Person
    eli: Person

    def people(self, unit: str) -> list[Person]:
        """Those of a unit who are nothing but members of it."""
        there = Person.objects.filter(unit=self.units[unit], is_active=True, grants=None)
        return list(there.order_by("pk"))


def house(sizes: Mapping[str, int], name: str = "Birch & Co") -> House:
    """Units of these sizes; the first has two people more, Dara and Eli."""
    organisation = found(name)
    top = Unit.objects.create(organisation=organisation, code="all", name=name)
    units = {
        unit: Unit.objects.create(organisation=organisation, code=unit, name=unit.title(), parent=top) for unit in sizes
    }
    made = House(
        organisation,
        top,
        units,
        dara=join(organisation, "Dara Lim", Role.DEI_LEAD, unit=next(iter(units.values()))),
        eli=join(organisation, "Eli Novak", Role.ADMINISTRATOR, unit=next(iter(units.values()))),
    )
    for unit, size in sizes.items():
        move_in(made, unit, size)
    make_findable(units=[top, *units.values()])
    return made


def move_in(made: House, unit: str, size: int, *, called: str = "Member") -> list[Person]:
    there = Person.objects.filter(unit=made.units[unit]).count()
    return Person.objects.bulk_create(
        Person(
            organisation=made.organisation,
            unit=made.units[unit],
            full_name=f"{called} {unit} {number}",
            sort_name=f"{unit}{number:05}",
            email=f"{called}.{unit}.{number}@{made.organisation.uuid.hex[:8]}.example".lower(),
        )
        for number in range(there, there + size)
    )


def draft(made: House, *, starts: dt.datetime = NOW + DAY, units: Sequence[str] = (), **more: Any) -> Round:
    """A draft with all that it needs to be opened. `more`: k, cuts, codes, takes_words."""
    asked = drafting.start_round(by=made.dara, title="Autumn", units=[made.units[unit] for unit in units])
    drafting.set_questions(
        draft=asked,
        codes=more.get("codes", CODES),
        own=(),
        asks_themes=more.get("asks_themes", True),
        takes_words=more.get("takes_words", False),
    )
    drafting.set_cuts(draft=asked, cuts=more.get("cuts", ()))
    days = {"issue_from": starts, "spend_from": starts + 7 * DAY, "spend_until": starts + 21 * DAY}
    drafting.set_frame(draft=asked, days=days, trustees=[made.eli, made.dara], k=more.get("k", 5), now=starts - DAY)
    return asked


def opened(made: House, **more: Any) -> Round:
    asked = draft(made, **more)
    opening.open_round(draft=asked, by=made.dara, now=more.get("starts", NOW + DAY) - DAY)
    asked.refresh_from_db()
    return asked


def answers(asked: Round, more: Mapping[str, object] | None = None, *, share: float = 0.9) -> list[Opened]:
    """Answers as they come out of the box: one for most who have a seat. `more` goes into each."""
    chance = random.Random(1)  # noqa: S311 - invented answers
    assert asked.campaign is not None
    labels = [seat.group.label for seat in asked.campaign.seats.select_related("group").order_by("pk")]
    codes = [row["code"] for row in asked.questions]
    return [
        Opened(label, json.dumps({"answers": {**_answer(codes, chance), **(more or {})}}).encode())
        for label in labels
        if chance.random() < share
    ]


def _answer(codes: Sequence[str], chance: random.Random) -> dict[str, Any]:
    themes = [theme for theme in ("credit", "being_heard", "workload", "pay") if chance.random() < 0.5]
    return {**{code: str(chance.randrange(1, 6)) for code in codes}, "themes": themes}


def close(asked: Round, boxes: Sequence[Opened], *, now: dt.datetime | None = None) -> dt.datetime:
    """Hand over answers as the second trustee's browser makes the server do."""
    campaign = asked.campaign
    assert campaign is not None
    at = now or campaign.spend_until + DAY
    services.keep(campaign, list(boxes))
    campaign.seats.all().delete()
    Campaign.objects.filter(pk=campaign.pk).update(closed_at=at)
    return at


def released(made: House, *, boxes: Sequence[Opened] | None = None, **more: Any) -> Release:
    """A round that was opened, answered, closed and published."""
    asked = opened(made, **more)
    at = close(asked, answers(asked) if boxes is None else boxes)
    release = services.publish(asked=asked, now=at)
    assert release is not None
    return release


def previewed(asked: Round) -> dict[str, Any]:
    """What the plan of a draft shows and refuses."""
    drafting.preview(draft=asked)
    assert asked.preview is not None
    return dict(asked.preview)


def plan_text(asked: Round) -> str:
    return FrozenPlan.objects.get(round=asked).text
