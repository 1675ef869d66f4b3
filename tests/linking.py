"""Tries to tell whose ballot is whose, as somebody who has the disk: by every column and every order there is.

An order of persons and an order of ballots that have to do with each other have a rank correlation that is far from
zero, or put many on the same rank. By chance one pair in each campaign is on the same rank, however many there are.
"""

import itertools
import math
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

FAR = 6.0
"""Standard errors: chance goes beyond once in 500 million times."""


@dataclass(frozen=True, slots=True)
class Link:
    """How well one order of persons fits one order of ballots, over several campaigns.

    Attributes:
        by: the two orders, each as `table.column`.
        far: Spearman's rank correlation in standard errors, all campaigns together.
        hits: how many persons are on the rank of their own ballot; chance puts one there in each campaign.
    """

    by: tuple[str, str]
    far: float
    hits: int

    def tells(self, campaigns: int) -> bool:
        # That three campaigns have 18 hits, where three are expected, happens by chance once in 280 million times.
        return abs(self.far) > FAR or self.hits >= 6 * campaigns


def orders(table: str, rows: Iterable[Mapping[str, Any]], key: str) -> dict[str, list[Any]]:
    """The keys of rows in each order that a column gives them. A column that does not tell rows apart gives none."""
    rows = list(rows)
    found = {}
    for column in rows[0] if rows else ():
        values = [_sortable(row[column]) for row in rows]
        if len(set(values)) == len(values):
            ordered = sorted(zip(values, (row[key] for row in rows), strict=True), key=lambda pair: pair[0])
            found[f"{table}.{column}"] = [which for _value, which in ordered]
    return found


def links(campaigns: list[tuple[dict[str, list[Any]], dict[str, list[Any]]]]) -> list[Link]:
    """All pairs of an order of persons and an order of ballots; both name the persons whose they are."""
    found = []
    by_person, by_ballot = (
        sorted(set.intersection(*(set(campaign[side]) for campaign in campaigns))) for side in (0, 1)
    )
    for pair in itertools.product(by_person, by_ballot):
        far, hits = 0.0, 0
        for persons, ballots in campaigns:
            one, other = persons[pair[0]], ballots[pair[1]]
            ranks = {person: rank for rank, person in enumerate(one)}
            distances = [ranks[person] - rank for rank, person in enumerate(other)]
            n = len(distances)
            spearman = 1 - 6 * sum(distance**2 for distance in distances) / (n * (n * n - 1))
            far += spearman * math.sqrt(n - 1)
            hits += distances.count(0)
        found.append(Link(pair, far / math.sqrt(len(campaigns)), hits))
    return found


def _sortable(value: Any) -> tuple[int, ...] | str | float:
    if isinstance(value, bool | int | float):
        return float(value)
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    if isinstance(value, str) and value.startswith("(") and "," in value:  # where a row lies: (page,number)
        return tuple(int(part) for part in value.strip("()").split(","))
    return value.hex if isinstance(value, uuid.UUID) else str(value)
