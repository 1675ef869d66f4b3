"""What the pages of a look-back show, and to whom."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import orjson
from django.db.models import QuerySet
from django.utils.html import escape
from django.utils.safestring import mark_safe

from alongside.meetings import sealing
from alongside.meetings.models import Attendee, Holds, MeetingLookBack
from alongside.meetings.parsing import AFTER, BEFORE
from alongside.people.models import Person

_LETTER = re.compile(f"{BEFORE}([A-Z]{{1,3}}){AFTER}")
_MARKS = re.compile(f"[{BEFORE}{AFTER}]")
_UUID = re.compile(r"[0-9a-f-]{32,36}")
_MOST_FOUND = 12


class Stage(StrEnum):
    """How far a look-back is, as its host may know it."""

    TELLING = "telling"
    WAITING = "waiting"
    CLOSED = "closed"
    READY = "ready"
    READING = "reading"
    REFUSED = "refused"
    OPEN = "open"


_STAGES = {
    Holds.NOTHING: Stage.READY,
    Holds.TEXT: Stage.READING,
    Holds.REFUSAL: Stage.REFUSED,
    Holds.RESULT: Stage.OPEN,
}


@dataclass(frozen=True, slots=True)
class Progress:
    """One look-back as its host sees it. `may_hand_in_from` is None where no text is awaited."""

    look_back: MeetingLookBack
    stage: Stage
    told: tuple[str, ...]
    may_hand_in_from: dt.datetime | None
    may_hand_in: bool


def progress_of(look_back: MeetingLookBack, *, now: dt.datetime) -> Progress:
    attendees = sorted(look_back.attendees.select_related("person"), key=lambda who: who.name.casefold())
    stage = _stage_of(look_back, attendees, now)
    awaited = stage in {Stage.READY, Stage.REFUSED} or (stage == Stage.WAITING and look_back.handed_in_at is None)
    start = look_back.hand_in_from if awaited else None
    return Progress(
        look_back=look_back,
        stage=stage,
        told=tuple(who.name for who in attendees),
        may_hand_in_from=start,
        may_hand_in=start is not None and start <= now,
    )


def _stage_of(look_back: MeetingLookBack, attendees: Sequence[Attendee], now: dt.datetime) -> Stage:
    """The stage; before the end of the notice it does not depend on whether somebody objected."""
    if look_back.opens_at is None:
        return Stage.TELLING
    if now < look_back.opens_at:
        return Stage.WAITING
    if look_back.is_closed or any(who.told_at is None for who in attendees):
        return Stage.CLOSED
    return _STAGES[Holds(look_back.holds)]


def own_look_backs(person: Person, *, now: dt.datetime) -> QuerySet[MeetingLookBack]:
    return MeetingLookBack.objects.visible_to(person).kept(now).order_by("created_at")


def told_of(person: Person, *, now: dt.datetime) -> QuerySet[Attendee]:
    """The look-backs that somebody was told of, with their hosts."""
    told = Attendee.objects.visible_to(person).filter(look_back__deletes_at__gt=now, told_at__isnull=False)
    return told.select_related("look_back__host").order_by("look_back__created_at")


def colleagues_like(person: Person, asked: str, *, besides: Sequence[Person]) -> Sequence[Person]:
    """The first colleagues whom these words or this address find; nobody for no words."""
    here = Person.objects.visible_to(person).exclude(pk__in=[who.pk for who in (person, *besides)])
    found = here.filter(email=asked.lower()) if "@" in asked else here.named(asked)
    return list(found.select_related("unit").order_by("sort_name")[:_MOST_FOUND])


def colleagues_chosen(person: Person, uuids: Sequence[str]) -> list[Person]:
    """The colleagues with these ids; what is no id is passed over."""
    known = [uuid for uuid in uuids if _UUID.fullmatch(uuid)]
    return list(Person.objects.visible_to(person).filter(uuid__in=known).select_related("unit").order_by("sort_name"))


def opened(look_back: MeetingLookBack) -> dict[str, Any]:
    """What the worker answered: see `parsing.answer_to`. Letters are marked, so that a page can find them."""
    answer = orjson.loads(sealing.unseal(look_back.sealed_name, look_back.sealed_key))
    if "look_back" not in answer:
        return answer  # type: ignore[no-any-return]
    parts = answer["look_back"]
    picture = parts.pop("picture")
    shown = _marked(parts)
    shown["own"] = [
        {"letter": row["person"], "facts": list(zip(shown["columns"], row["cells"], strict=True))}
        for row in shown["rows"]
    ]
    return {"story": shown, "picture": _picture(picture), "letters": _letters(parts)}


def _picture(picture: dict[str, Any]) -> dict[str, Any]:
    """Marked letters beside the lines, and plain ones in the sentences: those go into attributes."""
    for piece in picture["pieces"]:
        piece["lines"] = _marked(piece["lines"])
        piece["marks"] = _plain(piece["marks"])
    return picture


def _letters(parts: dict[str, Any]) -> list[str]:
    names = [str(row["person"]) for row in parts["rows"]]
    return [found[1] for name in names if (found := _LETTER.fullmatch(name))]


def _marked(value: Any) -> Any:
    """Put an element around each letter that stands for a name; all else is escaped first."""
    if isinstance(value, str):
        text = _LETTER.sub(r'<span data-letter="\1">\1</span>', escape(value))
        return mark_safe(_MARKS.sub("", text))  # noqa: S308 - escaped in the line above
    return _through(value, _marked)


def _plain(value: Any) -> Any:
    return _MARKS.sub("", value) if isinstance(value, str) else _through(value, _plain)


def _through(value: Any, change: Any) -> Any:
    if isinstance(value, list):
        return [change(entry) for entry in value]
    if isinstance(value, dict):
        return {name: change(entry) for name, entry in value.items()}
    return value
