"""The one act of a day, and why this one."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Literal

from alongside.engines.practice._act import AREAS, MOMENT_KINDS, Act
from alongside.engines.practice._catalogue import Catalogue
from alongside.engines.practice._dates import MONDAY_TO_FRIDAY, last_day_of_quarter, next_date
from alongside.engines.practice._history import History, Offer

Reason = Literal["moment", "structural_due", "lever", "theme", "area", "day_off"]

_FRESH = timedelta(days=7)

# Of ten offers in a row, one is structural: from the eighth on, one waits for a day without a moment; the tenth waits
# for nothing. Two changes at once are none, so that four other acts come first, and in between.
_STRUCTURAL_WAITS = 7
_STRUCTURAL_MUST = 9
_STRUCTURAL_PAUSE = 4

# A lever has its turn when two offers had none, and so has a theme: the third is for the areas in turn.
_TURN = 2


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of somebody, all of it told by themselves, but for the themes.

    Attributes:
        seed: any text that stays the same for one person and differs between people, so that they are not all offered
            the same act.
        working_days: the days of the week on which they want an act, from Monday, which is 0.
        roles: of `ROLES`; "anyone" goes without saying.
        levers: what they can change, of `LEVERS`.
        themes: what people around them raised, of `THEMES`.
    """

    seed: str
    working_days: frozenset[int] = MONDAY_TO_FRIDAY
    roles: frozenset[str] = frozenset()
    levers: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Noticed:
    """A moment that somebody's own look-back found: its kind, of `MOMENT_KINDS`, and the date of the meeting."""

    kind: str
    on: date


@dataclass(frozen=True, slots=True)
class Because:
    """Why an act was chosen: a code, and what the sentence for it needs.

    reason           about                          on
    moment           the kind of moment             the date of the meeting
    structural_due   a lever of theirs, or ""       the last day of the quarter
    lever            the lever that they named      None
    theme            the theme that people raised   None
    area             the area                       when it was last offered; None if never
    day_off          ""                             the next working day
    """

    reason: Reason
    about: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Choice:
    """What to show somebody on a date.

    Attributes:
        on: the date that it is for.
        act: the act; None on a day off.
        because: why this act, or why none.
        smaller_step: a smaller first step, where the act was ducked the last time and has one; else "".
        next_on: the working day after, when there is another.
    """

    on: date
    act: Act | None
    because: Because
    smaller_step: str
    next_on: date


def choose(
    catalogue: Catalogue,
    person: Circumstances,
    *,
    on: date,
    offers: Iterable[Offer] = (),
    noticed: Iterable[Noticed] = (),
) -> Choice:
    """Choose the act of a day; the same input gives the same choice.

    A lever, a theme or a kind of moment that no act knows is passed over.

    Args:
        catalogue: the acts to choose from.
        person: for whom.
        on: the date that it is for them; see `local_date`.
        offers: what they were offered before, in any order; those of one date in the order in which they were made.
        noticed: the moments that their look-backs found. Only those of the last seven days count.

    Raises:
        ValueError: the person has no working day, or one that is no day of the week.
    """
    following = next_date(on, person.working_days)
    if on.weekday() not in person.working_days:
        return Choice(on, None, Because("day_off", "", following), "", following)
    history = History(catalogue, offers, on)
    reasons = _Reasons(person, history, on)
    pool = _pool(catalogue.within_reach(roles=person.roles, levers=person.levers), history)
    because, acts = reasons.strongest(pool, noticed)
    act = min(acts, key=reasons.preference)
    smaller_step = act.smaller_step if history.times_ducked(act.code) else ""
    return Choice(on, act, because, smaller_step, following)


def _pool(acts: Sequence[Act], history: History) -> Sequence[Act]:
    """Return the acts that may be offered, by the strictest rule that leaves one.

    With one offer a day the second rule always leaves one. The last is for somebody who asked for so many within 14
    days that they have seen all.
    """
    since = history.offers_since(_is_structural)
    due = acts
    if since >= _STRUCTURAL_MUST:
        due = [act for act in acts if act.is_structural]
    elif since < _STRUCTURAL_PAUSE:
        due = [act for act in acts if not act.is_structural]
    return (
        [act for act in due if history.is_rested(act.code)]
        or [act for act in due if history.may_come_back(act.code)]
        or [act for act in acts if history.may_come_back(act.code)]
        or [min(due, key=lambda act: (history.last_offered(act.code) or date.min, act.code))]
    )


class _Reasons:
    """The reasons that can speak for an act today, the strongest first."""

    def __init__(self, person: Circumstances, history: History, on: date) -> None:
        self._person = person
        self._history = history
        self._on = on

    def strongest(self, pool: Sequence[Act], noticed: Iterable[Noticed]) -> tuple[Because, list[Act]]:
        """Return the first reason that speaks for an act of the pool, and the acts that it speaks for."""
        reasons = chain(self._moments(noticed), self._structural(), self._named(), self._areas())
        chosen = ((because, list(filter(speaks_for, pool))) for because, speaks_for in reasons)
        return next((because, acts) for because, acts in chosen if acts)

    def preference(self, act: Act) -> tuple[bool, date, bytes]:
        """Sort acts: ducked once comes back early, then never offered, then longest ago, then by lot."""
        is_ducked_once = self._history.times_ducked(act.code) == 1
        return not is_ducked_once, self._history.last_offered(act.code) or date.min, self._lot(act.code)

    def _moments(self, noticed: Iterable[Noticed]) -> Iterator["_Speaks"]:
        for moment in sorted(set(noticed), key=_latest_then_least_noticed):
            is_answer = _answers(moment.kind)
            answered = self._history.latest(is_answer)
            is_fresh = timedelta(0) <= self._on - moment.on <= _FRESH
            if is_fresh and (answered is None or answered <= moment.on):
                yield Because("moment", moment.kind, moment.on), is_answer

    def _structural(self) -> Iterator["_Speaks"]:
        if self._history.offers_since(_is_structural) < _STRUCTURAL_WAITS:
            return
        until = last_day_of_quarter(self._on)
        for lever in self._in_turn(self._person.levers, _uses):
            yield Because("structural_due", lever, until), _uses(lever, structural=True)
        yield Because("structural_due", "", until), _is_structural

    def _named(self) -> Iterator["_Speaks"]:
        if self._has_turn(lambda act: not self._person.levers.isdisjoint(act.levers)):
            for lever in self._in_turn(self._person.levers, _uses):
                yield Because("lever", lever, None), _uses(lever)
        if self._has_turn(lambda act: not self._person.themes.isdisjoint(act.themes)):
            for theme in self._in_turn(self._person.themes, _is_about):
                yield Because("theme", theme, None), _is_about(theme)

    def _areas(self) -> Iterator["_Speaks"]:
        for area in self._in_turn(AREAS, _is_in):
            yield Because("area", area, self._history.latest(_is_in(area))), _is_in(area)

    def _has_turn(self, is_one: "_IsOne") -> bool:
        return self._history.offers_since(is_one) >= min(_TURN, len(self._history))

    def _in_turn(self, words: Iterable[str], sort_of: Callable[[str], "_IsOne"]) -> list[str]:
        """Sort words by when an act of theirs was last offered, longest ago first; then by lot."""
        return sorted(words, key=lambda word: (self._history.latest(sort_of(word)) or date.min, self._lot(word)))

    def _lot(self, word: str) -> bytes:
        return hashlib.blake2b(f"{self._person.seed}/{word}".encode(), digest_size=8).digest()


_IsOne = Callable[[Act], bool]
_Speaks = tuple[Because, _IsOne]


def _is_structural(act: Act) -> bool:
    return act.is_structural


def _answers(kind: str) -> _IsOne:
    return lambda act: kind in act.answers


def _uses(lever: str, *, structural: bool = False) -> _IsOne:
    return lambda act: lever in act.levers and (act.is_structural or not structural)


def _is_about(theme: str) -> _IsOne:
    return lambda act: theme in act.themes


def _is_in(area: str) -> _IsOne:
    return lambda act: act.area == area


def _latest_then_least_noticed(moment: Noticed) -> tuple[int, int, str]:
    known = MOMENT_KINDS.index(moment.kind) if moment.kind in MOMENT_KINDS else len(MOMENT_KINDS)
    return -moment.on.toordinal(), known, moment.kind
