"""What goes into a release and what comes out, as frozen records."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

Unit = tuple[str, ...]
Refused = Literal["too_few_invited", "too_few_answers", "remainder", "combination", "earlier_round"]
Label = Literal["few", "some", "half", "most", "nearly_all"]

EVERYONE = "everyone"
UNITS = "units"


class Chance(Protocol):
    """Where secret coins come from: `secrets.SystemRandom()` in earnest, `random.Random(7)` for a simulation."""

    def randrange(self, stop: int, /) -> int: ...


class KMayNotFall(ValueError):
    """A threshold may be raised and never lowered: people spoke because of the promise that they were given."""


class UnusableRound(ValueError):
    """What was handed in contradicts itself; the message says what, where and what to do."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The promise of a round.

    Attributes:
        k: no figure, sum or difference is about fewer people than this (Sweeney 2002).
        answers_in_a_unit: answers that a unit or a value of a cut needs; 0 is k. 8 is advised for questions that judge.
        roll_up_below: units with fewer invited people become part of the unit above.

    Raises:
        ValueError: k is under 3, or a threshold is under k.
    """

    k: int = 5
    answers_in_a_unit: int = 0
    roll_up_below: int = 12

    def __post_init__(self) -> None:
        if self.k < 3:
            raise ValueError(f"k is {self.k}; with fewer than 3 people each can work out the other: give 3 or more.")
        if 0 < self.answers_in_a_unit < self.k:
            raise ValueError(
                f"answers_in_a_unit is {self.answers_in_a_unit}, under k = {self.k}: give k or more, or 0."
            )

    @property
    def fewest(self) -> int:
        return self.answers_in_a_unit or self.k

    def raised_to(self, k: int) -> "Policy":
        """The same promise with a higher k.

        Raises:
            KMayNotFall: k is lower than it is now.
        """
        if k < self.k:
            raise KMayNotFall(f"k is {self.k} and cannot become {k}: it may rise, never fall.")
        return replace(self, k=k, answers_in_a_unit=max(self.answers_in_a_unit, k) if self.answers_in_a_unit else 0)


@dataclass(frozen=True, slots=True)
class Cut:
    """One way to divide everyone by what each says in the answer, such as "time_here": at most one value a person."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who is invited.

    `unit` is the way from the top, such as ("Care", "Night shift"). `values` holds, for each cut, the value of this
    person, where the organisation knows it anyway; leave it empty where people say it in their answer.
    """

    person: str
    unit: Unit = ()
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person answered: 1 or 0 for each question that they did not leave out.

    `person` is the same text in each round if it is known who answered; an attacker is then taken to know it too. Where
    nobody can know, it is any text that no other answer of the round has.
    """

    person: str
    said: Mapping[str, int]
    unit: Unit = ()
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, order=True)
class CellName:
    """Which cell: of `everyone`, of `units`, or of a cut; `value` is the unit's way or the one value of the cut."""

    table: str
    value: Unit = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Cells that divide the same people, such as all units or all values of a cut."""

    name: str
    cells: tuple[CellName, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cell that is not shown, and why; `people` is how many it would have told too much about."""

    cell: CellName
    why: Refused
    people: int


@dataclass(frozen=True, slots=True)
class ReleasePlan:
    """Which tables may be shown, decided before there is an answer. `digest` names it: keep it, show it, check it."""

    policy: Policy
    questions: tuple[str, ...]
    cuts: tuple[Cut, ...]
    tables: tuple[Table, ...]
    refusals: tuple[Refusal, ...]
    reporting_units: Mapping[Unit, Unit]
    invited: Mapping[CellName, frozenset[str]] = field(repr=False)
    digest: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One published figure, in bands: between `low` and `high` per cent of the answers, of which there were `answers`.

    Bands of the same table overlap, and which of the bands that hold the true count is shown was drawn by chance.
    """

    cell: CellName
    question: str
    label: Label
    low: int
    high: int
    answers: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure as the strongest attacker would know it: who is in it, and which counts of 1 its band allows."""

    round: int
    question: str
    members: frozenset[str]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Release:
    """All that a round shows, at once and for ever. A correction is a release with the next number.

    `shown` is for readers. `cells` holds who answered: it is for the audit of the next release, and for no screen.
    """

    number: int
    digest: str
    k: int
    shown: tuple[Shown, ...]
    refusals: tuple[Refusal, ...]
    cells: tuple[Cell, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Withheld:
    """Nothing is shown; `why` is a sentence for those who answered."""

    digest: str
    why: str


@dataclass(frozen=True, slots=True)
class Exposure:
    """People whose answers can be worked out of what was published, and how.

    `how` is `bounds` (all or nobody, or an exact count, follows from the bands), `sum` (a sum or difference of figures
    is about fewer than k people) or `difference` (two figures differ by fewer than k people and their bands tell).
    """

    how: Literal["bounds", "sum", "difference"]
    question: str
    rounds: tuple[int, ...]
    people: tuple[str, ...]
    low: int
    high: int
