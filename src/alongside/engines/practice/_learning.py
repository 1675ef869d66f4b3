"""Which item suits somebody today, and when it comes back.

What was learned is asked again just before it would be forgotten: the Free Spaced Repetition Scheduler (FSRS 6, Ye and
others 2022 to 2025) works out when. One item a day: either one that is due, or a new one for the role of the day.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from hashlib import blake2b
from typing import Literal

from fsrs import Card, Rating, Scheduler, State

from alongside.engines.practice._act import ANYONE
from alongside.engines.practice._library import Item, Library

Recall = Literal["no", "partly", "yes"]
RECALLS: tuple[Recall, ...] = ("no", "partly", "yes")
"""How somebody found that they remembered: nobody else hears of it."""

_RATINGS: Mapping[Recall, Rating] = {"no": Rating.Again, "partly": Rating.Hard, "yes": Rating.Good}
# No steps of minutes, since one comes back on another day; no chance, so that the same answers give the same dates.
_SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=365, enable_fuzzing=False)


@dataclass(frozen=True, slots=True)
class Memory:
    """How well an item is remembered, by the model of FSRS, and when to ask for it again.

    Attributes:
        stability: days after which it is still remembered nine times in ten.
        difficulty: from 1, easy, to 10.
        seen_on: when it was last read or asked for.
        due_on: when to ask for it.
    """

    stability: float
    difficulty: float
    seen_on: date
    due_on: date


def remembered(memory: Memory | None, recall: Recall, on: date) -> Memory:
    """Return how an item is remembered after it was read (`memory` is None), or asked for, on a date."""
    card = Card(card_id=1)
    if memory is not None:
        card.state, card.step = State.Review, None
        card.stability, card.difficulty = memory.stability, memory.difficulty
        card.last_review, card.due = _noon(memory.seen_on), _noon(memory.due_on)
    card, _log = _SCHEDULER.review_card(card, _RATINGS[recall], review_datetime=_noon(on))
    due = max(card.due.date(), date.fromordinal(on.toordinal() + 1))
    return Memory(card.stability or 0.0, card.difficulty or 0.0, on, due)


def _noon(on: date) -> datetime:
    return datetime.combine(on, time(12), UTC)


@dataclass(frozen=True, slots=True)
class Lesson:
    """The item of a day; `is_due` if it comes back, and its question comes first."""

    item: Item
    is_due: bool


def choose_item(
    library: Library, known: Mapping[str, Memory], *, on: date, roles: Collection[str] = (), seed: str
) -> Lesson | None:
    """Return the item for somebody's day, or None when all were read and none is due.

    What is longest overdue comes first. Then comes something new: for a role of the day before what is for anyone, of
    the starter action of which least was read, in an order of each person's own. The same input gives the same item.

    Args:
        library: the items to choose from.
        known: how the items are remembered that were read before, by code.
        on: the date where the person is.
        roles: what they do today, of `ROLES`, as they said.
        seed: any text that stays the same for this person.
    """
    due = [(memory.due_on, code) for code, memory in known.items() if memory.due_on <= on and code in library.by_code]
    if due:
        return Lesson(library.by_code[min(due)[1]], is_due=True)
    new = [item for item in library.items if item.code not in known]
    fitting = [item for item in new if item.roles & {ANYONE, *roles}]
    if not fitting:
        return None
    read = Counter(library.by_code[code].starter_action for code in known if code in library.by_code)

    def preference(item: Item) -> tuple[bool, int, bytes]:
        return not item.roles & set(roles), read[item.starter_action], _lot(seed, item)

    return Lesson(min(fitting, key=preference), is_due=False)


def item_for_all(library: Library, *, on: date, seed: str) -> Item:
    """Return the item of a working day that is the same for everybody.

    From Monday to Friday each item comes once before one comes again.

    Args:
        library: the items to choose from, with one for anyone at least.
        on: the date.
        seed: any text; another one goes round in another order.
    """
    items = sorted((item for item in library.items if ANYONE in item.roles), key=lambda item: _lot(seed, item))
    weeks, weekday = divmod(on.toordinal() - 1, 7)  # the first day of the calendar was a Monday
    return items[(weeks * 5 + min(weekday, 4)) % len(items)]


def _lot(seed: str, item: Item) -> bytes:
    return blake2b(f"{seed} {item.code}".encode(), digest_size=8).digest()
