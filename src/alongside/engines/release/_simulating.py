"""An invented organisation that is asked several times: what would be published, and the truth beside it.

Units have 8 to 20 people and, in larger organisations, stand in departments of about six units. A cut has two to
four values of unequal size. Three in four answer each round, each round anew; between rounds 3 in 100 leave and others
come in their place. Whoever answers again says the same again, which is the worst case: figures of two rounds then
differ by who is in them alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from alongside.engines.release._planning import plan
from alongside.engines.release._records import Answer, Cell, Cut, Member, Policy, Release, Unit
from alongside.engines.release._releasing import release
from alongside.engines.release._tables import candidates
from alongside.engines.release._vendor import enough_in_the_remainder_too

_QUESTION = "q1"
_UNIT_SIZES = (8, 20)
_UNITS_IN_A_DEPARTMENT = 6
_ANSWERING = 75
_LEAVING = 3


class Dice(Protocol):
    """Chance that can be repeated, such as `random.Random(7)`."""

    def randrange(self, stop: int, /) -> int: ...


@dataclass(frozen=True, slots=True)
class Simulation:
    """What an invented organisation said, what was published of it, and how much a vendor's rule would have shown."""

    k: int
    answers: tuple[Mapping[str, Mapping[str, int]], ...]
    releases: tuple[Release, ...]
    withheld: bool
    cells_vendor_rule: int

    @property
    def cells(self) -> tuple[Cell, ...]:
        return tuple(cell for one in self.releases for cell in one.cells)


@dataclass(frozen=True, slots=True)
class _Person:
    member: Member
    answer: int


def simulate(  # noqa: PLR0913 - each is a dimension of what can be simulated
    *, people: int, cuts: int, rounds: int, rate: float, k: int, dice: Dice
) -> Simulation:
    """Draw an organisation, ask it `rounds` times, and publish each round with those before it as `earlier`.

    Args:
        people: how many are invited each round.
        cuts: how many ways to divide them besides units.
        rounds: how often they are asked.
        rate: share of people whose answer is 1.
        k: the least number of people that a figure may be about.
        dice: for the organisation, the answers and the bands.
    """
    organisation = _Organisation(people, cuts, rate, dice)
    policy = Policy(k=k, roll_up_below=k)
    said: list[Mapping[str, Mapping[str, int]]] = []
    releases: list[Release] = []
    withheld = False
    vendor = 0
    for _ in range(rounds):
        present = organisation.next_round()
        answering = [one for one in present if dice.randrange(100) < _ANSWERING]
        answers = [
            Answer(one.member.person, {_QUESTION: one.answer}, one.member.unit, one.member.values) for one in answering
        ]
        planned = plan([one.member for one in present], organisation.cuts, policy, questions=[_QUESTION])
        outcome = release(planned, answers, chance=dice, earlier=releases)
        vendor += _shown_by_a_vendor(answers, organisation.cuts, k)
        said.append({answer.person: dict(answer.said) for answer in answers})
        if isinstance(outcome, Release):
            releases.append(outcome)
        else:
            withheld = True
    return Simulation(k, tuple(said), tuple(releases), withheld, vendor)


def _shown_by_a_vendor(answers: Sequence[Answer], cuts: Sequence[Cut], k: int) -> int:
    """Vendors do not roll small units up: each unit of the organisation is a cell."""
    as_they_are = {answer.unit: answer.unit for answer in answers}
    return len(enough_in_the_remainder_too(candidates(answers, as_they_are, cuts), k))


class _Organisation:
    def __init__(self, people: int, cuts: int, rate: float, dice: Dice) -> None:
        self._dice = dice
        self._rate = rate
        self._next = 1
        self.cuts = [_cut(f"cut{number + 1}", dice) for number in range(cuts)]
        self._weights = [[dice.randrange(60) + 40 for _ in cut.values] for cut in self.cuts]
        self._present = [self._newcomer(unit) for unit in _units(people, dice)]
        self._begun = False

    def next_round(self) -> list[_Person]:
        if self._begun:
            self._present = [
                self._newcomer(one.member.unit) if self._dice.randrange(100) < _LEAVING else one
                for one in self._present
            ]
        self._begun = True
        return self._present

    def _newcomer(self, unit: Unit) -> _Person:
        person = f"p{self._next}"
        self._next += 1
        values = {
            cut.name: _weighted(cut.values, weights, self._dice)
            for cut, weights in zip(self.cuts, self._weights, strict=True)
        }
        return _Person(Member(person, unit, values), int(self._dice.randrange(10_000) < self._rate * 10_000))


def _cut(name: str, dice: Dice) -> Cut:
    return Cut(name, tuple(f"value{number + 1}" for number in range(2 + dice.randrange(3))))


def _weighted(values: Sequence[str], weights: Sequence[int], dice: Dice) -> str:
    left = dice.randrange(sum(weights))
    for value, weight in zip(values, weights, strict=True):
        if left < weight:
            return value
        left -= weight
    raise AssertionError


def _units(people: int, dice: Dice) -> list[Unit]:
    """The unit of each person."""
    smallest, largest = _UNIT_SIZES
    sizes: list[int] = []
    while (left := people - sum(sizes)) > 0:
        size = smallest + dice.randrange(largest - smallest + 1)
        sizes.append(left if left - size < smallest else size)
    in_departments = len(sizes) > _UNITS_IN_A_DEPARTMENT
    ways = [
        (f"department{number // _UNITS_IN_A_DEPARTMENT + 1}", f"unit{number + 1}")
        if in_departments
        else (f"unit{number + 1}",)
        for number in range(len(sizes))
    ]
    return [way for way, size in zip(ways, sizes, strict=True) for _ in range(size)]
