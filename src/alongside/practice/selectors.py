"""What the pages of practice show."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from alongside.engines import practice
from alongside.people.models import Person
from alongside.plans.models import Plan, State
from alongside.plans.selectors import latest
from alongside.practice.models import Answer, Lever, Offer
from alongside.practice.wording import AREA_LEADS, AREAS, because, english_mark, is_translated

_A_WEEK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ShownAct:
    """An act as a page shows it."""

    code: str
    room: str
    room_name: str | Promise
    # Attributes for what holds its words, where these are not in the language of the page.
    mark: SafeString
    title: str
    what: str
    minutes: int
    cost: str
    is_structural: bool
    recheck: str
    say: tuple[str, ...]
    avoid: tuple[str, ...]
    source: str
    source_mark: SafeString
    # Where it can be tried before it is real: code, title and minutes of each scene.
    scenes: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class ShownDay:
    """Today: the act and why, or the day off; and when the next one comes. `is_first` if none came before."""

    act: ShownAct | None
    why: str
    smaller_step: str
    answer: Answer
    answers: tuple[tuple[str, str], ...]
    next_on: dt.date
    is_first: bool


@dataclass(frozen=True, slots=True)
class Week:
    """The last seven days for the person themself: titles by what became of them, and what changes. No numbers."""

    answered: tuple[tuple[str, tuple[ShownAct, ...]], ...]
    plan: Plan | None
    until: dt.date


@dataclass(frozen=True, slots=True)
class Room:
    """One area of practice and its acts: those of one person first, then those that change how things work."""

    area: str
    name: str | Promise
    lead: str | Promise
    acts: tuple[ShownAct, ...]
    structural: tuple[ShownAct, ...]


def shown(choice: practice.Choice, answer: Answer, *, is_first: bool) -> ShownDay:
    return ShownDay(
        act=_shown(choice.act) if choice.act else None,
        why=because(choice.because),
        smaller_step=_smaller_step(choice),
        answer=answer,
        answers=((Answer.DID, _("Did it")), (Answer.NO_CHANCE, _("No chance today")), (Answer.DUCKED, _("Ducked it"))),
        next_on=choice.next_on,
        is_first=is_first,
    )


def week(person: Person, *, today: dt.date) -> Week:
    """In two queries."""
    offers = Offer.objects.filter(person=person, on_date__gt=today - _A_WEEK, on_date__lte=today).order_by("on_date")
    acts: dict[str, list[ShownAct]] = {Answer.DID: [], Answer.DUCKED: [], Answer.NO_CHANCE: []}
    for offer in offers.exclude(answer=Answer.NONE):
        if found := act(offer.act):
            acts[offer.answer].append(found)
    words = {Answer.DID: _("What you did"), Answer.DUCKED: _("What you ducked"), Answer.NO_CHANCE: _("No chance came")}
    answered = tuple((words[Answer(code)], tuple(these)) for code, these in acts.items() if these)
    plan = latest(person)
    active = plan if plan and plan.state == State.ACTIVE else None
    return Week(answered, active, practice.last_day_of_quarter(today))


def shown_acts(acts: Iterable[practice.Act]) -> tuple[ShownAct, ...]:
    return tuple(map(_shown, acts))


def _smaller_step(choice: practice.Choice) -> str:
    translated = choice.act is not None and is_translated(choice.act)
    return _(choice.smaller_step) if translated and choice.smaller_step else choice.smaller_step


def room(area: str) -> Room:
    acts = [act for act in practice.our_catalogue().acts if act.area == area]
    return Room(
        area=area,
        name=AREAS[area],
        lead=AREA_LEADS[area],
        acts=tuple(_shown(act) for act in acts if not act.is_structural),
        structural=tuple(_shown(act) for act in acts if act.is_structural),
    )


def act(code: str) -> ShownAct | None:
    """The act with a code, if there is one."""
    found = practice.our_catalogue().by_code.get(code)
    return _shown(found) if found else None


def levers(person: Person) -> list[str]:
    return list(Lever.objects.filter(person=person).values_list("code", flat=True))


def _shown(act: practice.Act) -> ShownAct:
    """An act in the language of the page, or all in English, and marked as such."""
    translated = is_translated(act)
    say = _ if translated else str
    return ShownAct(
        code=act.code,
        room=act.area.replace("_", "-"),
        room_name=AREAS[act.area],
        mark=SafeString() if translated else english_mark(),
        title=say(act.title),
        what=say(act.what),
        minutes=act.minutes,
        cost=say(act.cost.text),
        is_structural=act.is_structural,
        recheck=say(act.recheck) if act.recheck else "",
        say=tuple(say(words) for words in act.say),
        avoid=tuple(say(words) for words in act.avoid),
        source=act.source,
        source_mark=english_mark(),
        scenes=tuple((scene.code, scene.title, scene.minutes) for scene in practice.scenes_for(act.code)),
    )
