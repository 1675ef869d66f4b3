"""From opened ballots to bands, in memory: nothing is written, and what is under the threshold is not handed on."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from alongside.ballots.services import Opened

GIVERS = 5
"""The fewest people who gave recognition before anything of it is kept. No setting changes it."""

UNITS = 2
"""The fewest groups that they answer in, so that no team can make it up among themselves."""

MOST_COLLEAGUES = 5
"""How many colleagues one ballot may name."""

BANDS = {"5_to_9": 5, "10_to_19": 10, "20_or_more": 20}
"""Each band with its lowest count."""

KINDS = ("idea", "room", "beside", "forward", "heard", "mistake", "changed")
"""What somebody can have done. `wording.py` has it in words."""

Acts = frozenset[str]


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who can be named: their key, and the label of the group that their own ballot would carry."""

    key: int
    label: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """Somebody of whom enough others said something: in which band, and which acts enough of them named."""

    key: int
    band: str
    kinds: tuple[str, ...]


def tally(opened: Iterable[Opened], colleagues: Mapping[UUID, Colleague]) -> list[Recognised]:
    """Everybody who is over the threshold, in the order of their keys.

    Nobody knows whose a ballot is, so nobody sees whether somebody named themself. But such a ballot carries the label
    of their own group: of the ballots with that label one is not counted. All that is counted is certainly from others.
    """
    said: dict[Colleague, list[tuple[str, Acts]]] = defaultdict(list)
    for ballot in opened:
        for name, acts in named_in(ballot.body).items():
            if name in colleagues:
                said[colleagues[name]].append((ballot.label, acts))
    over = [_recognised(colleague, given) for colleague, given in said.items() if _is_enough(colleague, given)]
    return sorted(over, key=lambda one: one.key)


def named_in(body: bytes) -> dict[UUID, Acts]:
    """Whom a ballot names, and for what; nobody if our page does not write so. A name that is there twice is one."""
    try:
        entries = json.loads(body)["answers"]["people"]
        read = [(UUID(entry["person"]), frozenset(KINDS) & frozenset(entry["kinds"])) for entry in entries]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    named: dict[UUID, Acts] = {}
    for name, acts in read:
        if acts:
            named[name] = named.get(name, frozenset()) | acts
    return named if len(named) <= MOST_COLLEAGUES else {}


def certainly_others(labels: Iterable[str], own: str) -> int:
    """How many of the ballots with these labels are from others for certain; none if they are of too few units."""
    counts = Counter(labels)
    counts[own] -= 1
    others = +counts
    return others.total() if len(others) >= UNITS else 0


def band_of(givers: int) -> str:
    return max((least, band) for band, least in BANDS.items() if givers >= least)[1]


def _is_enough(colleague: Colleague, given: list[tuple[str, Acts]]) -> bool:
    return certainly_others((label for label, _acts in given), colleague.label) >= GIVERS


def _recognised(colleague: Colleague, given: list[tuple[str, Acts]]) -> Recognised:
    kinds = (kind for kind in KINDS if _is_enough(colleague, [each for each in given if kind in each[1]]))
    band = band_of(certainly_others((label for label, _acts in given), colleague.label))
    return Recognised(colleague.key, band, tuple(kinds))
