"""Which cells are shown, decided by who is in them and never by what anybody answered.

A decision that looks at answers tells about them (Kenthapadi, Mishra and Nissim 2005). This one can be repeated by
whoever knows who answered, so that a refusal tells them nothing new.

Coarse cells come first. A cell is shown if it has enough people, and if with it
- no sum or difference of the cells of this round is about fewer than k people, and
- no sum of cells of this and all earlier rounds counts a set of fewer than k people.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from alongside.engines.release._records import CellName, Policy, Refusal, Refused
from alongside.engines.release._spans import Span, row_of
from alongside.engines.release._subtrees import Rounds, settle_by_subtrees
from alongside.engines.release._tables import WHOLE, Candidate

_AT_ONCE = 350


@dataclass(frozen=True, slots=True)
class Settled:
    """The cells that are shown, and those that are not, with why."""

    shown: tuple[Candidate, ...]
    refusals: tuple[Refusal, ...]


def settle(candidates: Iterable[Candidate], policy: Policy, *, earlier: Rounds = (), too_few: Refused) -> Settled:
    """Take in the candidates in their order if no small group stands out.

    `earlier` are the cells that rounds before have shown. `too_few` names the refusal of a small cell: people are too
    few to be invited as a cell of their own, or to have answered.
    """
    candidates = list(candidates)
    enough = [cell for cell in candidates if len(cell.people) >= _fewest(cell, policy)]
    left_out = {cell.name for cell in candidates} - {cell.name for cell in enough}
    refusals = [Refusal(cell.name, too_few, len(cell.people)) for cell in candidates if cell.name in left_out]
    if not any(cell.name == WHOLE for cell in enough):
        return Settled((), tuple(refusals))
    everybody = _everybody(enough, earlier)
    by = settle_by_subtrees if len(everybody) > _AT_ONCE else _settle_at_once
    shown, refused = by(enough, policy, earlier)
    return Settled(tuple(cell for cell in enough if cell.name in shown), (*refusals, *refused))


def _fewest(cell: Candidate, policy: Policy) -> int:
    return policy.k if cell.name == WHOLE else policy.fewest


def _settle_at_once(cells: Sequence[Candidate], policy: Policy, earlier: Rounds) -> tuple[set[CellName], list[Refusal]]:
    column = {person: number for number, person in enumerate(sorted(_everybody(cells, earlier)))}
    this_round = Span(len(column), policy.k, sets_only=False)
    all_rounds = Span(len(column), policy.k, sets_only=True) if earlier else this_round
    for people in dict.fromkeys(cell.people for one in earlier for cell in one):
        all_rounds.add(row_of(people, column))
    shown: dict[CellName, Candidate] = {}
    refused = []
    for cell in cells:
        row = row_of(cell.people, column)
        if few := this_round.would_expose(row):
            refused.append(Refusal(cell.name, _why(cell, shown, policy.k), few))
        elif few := all_rounds.would_expose(row):
            refused.append(Refusal(cell.name, "earlier_round", few))
        else:
            shown[cell.name] = cell
            for span in {this_round, all_rounds}:
                span.add(row)
    return set(shown), refused


def _everybody(cells: Sequence[Candidate], earlier: Rounds) -> set[str]:
    return set().union(*(cell.people for one in (*earlier, cells) for cell in one))


def _why(cell: Candidate, shown: Mapping[CellName, Candidate], k: int) -> Refused:
    parent = shown.get(cell.parent) if cell.parent else None
    return "remainder" if parent and 0 < len(parent.people - cell.people) < k else "combination"
