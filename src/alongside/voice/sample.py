"""Two rounds of the sample organisation: one with results, one that starts. Its answers are made up by a seed.

They go through the real engine, as answers of real people do; only that nobody sealed them, and that chance is known.
"""

import datetime as dt
import json
import random

from alongside.access import Role
from alongside.ballots.closing import Opened
from alongside.ballots.models import Campaign
from alongside.people.models import Organisation, Person
from alongside.voice import drafting, opening, replying, services
from alongside.voice.models import Round, Say
from alongside.voice.selectors import hardest_first

_SEED = 20261123
_DAY = dt.timedelta(days=1)
_ASKED = (
    "somebody-acted",
    "told-what-came-of-it",
    "treated-with-respect",
    "can-finish",
    "asked-for-view",
    "ideas-under-own-name",
    "fair-share-of-chores",
    "safe-to-disagree",
)
# How likely the good answer is, and how likely a theme is ticked.
_GOOD = {"can-finish": 0.3, "ideas-under-own-name": 0.4, "told-what-came-of-it": 0.25, "treated-with-respect": 0.85}
_TICKED = {"being_heard": 0.6, "credit": 0.45, "workload": 0.35, "openness": 0.3}
_REPLIED_BY = "anais.lefevre@saltmarsh.example"
_TRUSTEES = ("colleague@saltmarsh.example", "dei@saltmarsh.example")
_BECAUSE = (
    "You told me the same in spring. From Monday on, each talk in our planning has its own time, and whoever leads the "
    "meeting does not speak first."
)


def hold_sample_rounds(organisation: Organisation, *, now: dt.datetime) -> None:
    """Put both rounds into the database, unless there are rounds already."""
    lead = Person.objects.filter(organisation=organisation, grants__role=Role.DEI_LEAD).first()
    if lead is None or Round.objects.filter(organisation=organisation).exists():
        return
    done = _opened(
        lead, "How it was this summer", starts=now - 57 * _DAY, cuts=[("Time here", ["up to 2 years", "longer"])]
    )
    _answer(done, now=now - 2 * _DAY)
    services.publish(asked=done, now=now - 2 * _DAY, chance=random.Random(_SEED))  # noqa: S311 - invented answers
    _reply(done, now=now - _DAY)
    _opened(lead, "How it is this autumn", starts=now - _DAY, cuts=[])


def _opened(lead: Person, title: str, *, starts: dt.datetime, cuts: list[tuple[str, list[str]]]) -> Round:
    draft = drafting.start_round(by=lead, title=title, units=[])
    drafting.set_questions(draft=draft, codes=_ASKED, own=[], asks_themes=True, takes_words=False)
    drafting.set_cuts(draft=draft, cuts=cuts)
    days = {"issue_from": starts, "spend_from": starts + 7 * _DAY, "spend_until": starts + 21 * _DAY}
    trustees = [Person.objects.get(organisation=lead.organisation, email=email) for email in _TRUSTEES]
    drafting.set_frame(draft=draft, days=days, trustees=trustees, k=5, now=starts - _DAY)
    opening.open_round(draft=draft, by=lead, now=starts - _DAY)
    draft.refresh_from_db()
    return draft


def _answer(asked: Round, *, now: dt.datetime) -> None:
    campaign = asked.campaign
    if campaign is None:
        return
    chance = random.Random(_SEED)  # noqa: S311 - invented answers
    labels = campaign.seats.order_by("person__email").values_list("group__label", flat=True)
    services.keep(campaign, [Opened(label, _made_up(asked, chance)) for label in labels if chance.random() < 0.85])
    campaign.seats.all().delete()
    Campaign.objects.filter(pk=campaign.pk).update(closed_at=now)


def _made_up(asked: Round, chance: random.Random) -> bytes:
    said: dict[str, object] = {"themes": [theme for theme, often in _TICKED.items() if chance.random() < often]}
    for row in asked.questions:
        good = chance.random() < _GOOD.get(row["code"], 0.6)
        said[row["code"]] = chance.choice([point for point in range(1, 6) if (point in row["favourable"]) == good])
    for place, (_name, values) in enumerate(asked.cuts, start=1):
        said[f"cut.{place}"] = chance.choice(values)
    return json.dumps({"answers": said}).encode()


def _reply(asked: Round, *, now: dt.datetime) -> None:
    by = Person.objects.filter(organisation=asked.organisation, email=_REPLIED_BY).first()
    if by is None or by.unit is None:
        return
    for item in hardest_first(asked, by.unit)[:1]:
        replying.reply(
            asked=asked, unit=by.unit, question=item.question, say=Say.WILL_CHANGE, because=_BECAUSE, by=by, now=now
        )
