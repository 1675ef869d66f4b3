"""The catalogue of acts: read from TOML files, and checked so that a choice can always be made."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import zip_longest
from pathlib import Path

from alongside.engines.practice._act import (
    ANYONE,
    CHANGES,
    COSTS,
    LEVERS,
    MOMENT_KINDS,
    OCCASIONS,
    ROLES,
    SCOPES,
    STARTER_ACTIONS,
    THEMES,
    Act,
    Cost,
)
from alongside.engines.practice._table import Table, read_area

OUR_ACTS = tuple(sorted(Path(__file__).with_name("acts").glob("*.toml")))
"""The files of our own catalogue, one for each area."""

MOST_MINUTES = 10
_MOST_MINUTES_STRUCTURAL = 60
_MOST_WORDS_OF_A_TITLE = 8

# Somebody who is offered one act a day, and has no role and no lever, is to find one that was not offered in 14 days.
LEAST_INDIVIDUAL = 15
LEAST_STRUCTURAL = 6


class FaultyCatalogue(ValueError):
    """Files that make no catalogue. The message has a line for each fault: file, act, field, what was expected."""


@dataclass(frozen=True)
class Catalogue:
    """Acts to choose from.

    Raises:
        FaultyCatalogue: two acts have one code, or there are too few that anyone can do to offer one each day.
    """

    acts: tuple[Act, ...]

    def __post_init__(self) -> None:
        problems = [*_repeated(self.acts), *_too_few(self.acts)]
        if problems:
            raise FaultyCatalogue("\n".join(problems))

    @cached_property
    def by_code(self) -> Mapping[str, Act]:
        """The acts by their code."""
        return {act.code: act for act in self.acts}

    def within_reach(self, *, roles: Iterable[str] = (), levers: Iterable[str] = ()) -> tuple[Act, ...]:
        """Return the acts that somebody with these roles and levers can do."""
        held, in_hand = frozenset(roles), frozenset(levers)
        return tuple(act for act in self.acts if act.is_within_reach(roles=held, levers=in_hand))

    def changes_within_reach(self, *, roles: Iterable[str], levers: Collection[str], most: int) -> tuple[Act, ...]:
        """Return structural acts that use these levers: one for each lever, then a second for each, up to `most`."""
        able = self.within_reach(roles=roles, levers=levers)
        rows = [
            [act for act in able if act.is_structural and lever in act.levers] for lever in LEVERS if lever in levers
        ]
        in_turn = (act for each in zip_longest(*rows) for act in each if act)
        return tuple(dict.fromkeys(in_turn))[:most]


@cache
def our_catalogue() -> Catalogue:
    """Return our own catalogue, read once."""
    return read_catalogue(OUR_ACTS)


def read_catalogue(paths: Iterable[Path]) -> Catalogue:
    """Read a catalogue from TOML files, each with the acts of one area.

    An organisation adds its own file to `OUR_ACTS`, or leaves ours out.

    Raises:
        FaultyCatalogue: a file is no TOML, a field is missing, misspelt or not as expected, or acts are too few.
    """
    problems: list[str] = []
    acts = tuple(_act(code, area, table) for path in paths for area, code, table in read_area(path, problems))
    if problems:
        raise FaultyCatalogue("\n".join(problems))
    return Catalogue(acts)


def _act(code: str, area: str, table: Table) -> Act:
    structural = table.word("scope", SCOPES) == "structural"
    changes, recheck = _change(table, structural=structural)
    act = Act(
        code=code,
        area=area,
        starter_action=table.word("starter_action", STARTER_ACTIONS.get(area, ())),
        title=table.text("title", most_words=_MOST_WORDS_OF_A_TITLE),
        what=table.text("what"),
        minutes=table.whole_number("minutes", most=_MOST_MINUTES_STRUCTURAL if structural else MOST_MINUTES),
        cost=_cost(table.table("cost")),
        changes=changes,
        recheck=recheck,
        roles=table.words("roles", ROLES),
        occasions=table.words("occasions", OCCASIONS),
        answers=table.words("answers", MOMENT_KINDS, optional=True),
        levers=table.words("levers", LEVERS, optional=True),
        themes=table.words("themes", THEMES),
        say=table.texts("say", most=3),
        avoid=table.texts("avoid", most=2),
        smaller_step=table.text("smaller_step", optional=True),
        source=table.text("source"),
    )
    table.refuse_the_rest()
    return act


def _change(table: Table, *, structural: bool) -> tuple[str, str]:
    if structural:
        return table.word("changes", CHANGES), table.text("recheck")
    for field in ("changes", "recheck"):
        table.absent(field, "only a structural act changes how things are done")
    return "", ""


def _cost(table: Table) -> Cost:
    cost = Cost(kind=table.word("kind", COSTS), text=table.text("text"))
    table.refuse_the_rest()
    return cost


def _repeated(acts: Iterable[Act]) -> list[str]:
    times = Counter(act.code for act in acts)
    return [f"the catalogue, {code}: expected one act of this name; found {n}" for code, n in times.items() if n > 1]


def _too_few(acts: Iterable[Act]) -> list[str]:
    structural = [act.is_structural for act in acts if ANYONE in act.roles]
    return [
        f"the catalogue: expected at least {least} {kind} acts for anyone, so that none is back within 14 days;"
        f" found {found}"
        for kind, least, found in (
            ("individual", LEAST_INDIVIDUAL, structural.count(False)),
            ("structural", LEAST_STRUCTURAL, structural.count(True)),
        )
        if found < least
    ]
