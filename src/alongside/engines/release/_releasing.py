"""Closing a round: all figures at once, in bands of which nobody's answer follows, or nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from alongside.engines.release import _bands
from alongside.engines.release._freedom import Undecided, cells_that_fit, known_from_two, known_people
from alongside.engines.release._records import (
    Answer,
    Cell,
    Chance,
    KMayNotFall,
    Refusal,
    Release,
    ReleasePlan,
    Shown,
    UnusableRound,
    Withheld,
)
from alongside.engines.release._settling import Settled, settle
from alongside.engines.release._tables import Candidate, candidates

_TRIES = 24
_WIDER_AFTER = 8
_LARGE = 20_000
_TOO_FEW = "Too few people answered, so nothing is shown."
_NO_SAFE_BANDS = "What people answered could be worked out from any figures that we could show, so nothing is shown."


def release(
    plan: ReleasePlan, answers: Iterable[Answer], *, chance: Chance, earlier: Sequence[Release] = ()
) -> Release | Withheld:
    """All figures of a round at once, or nothing.

    `chance` must be secret: `secrets.SystemRandom()`. `earlier` are all releases that the same people may be in; the
    new one takes the next number and is audited together with them.

    Raises:
        UnusableRound: an answer is neither 0 nor 1, or somebody answered twice.
        KMayNotFall: k is lower than in an earlier release.
    """
    answers = list(answers)
    _check(plan, answers, earlier)
    number = max((one.number for one in earlier), default=0) + 1
    shown: list[_Figure] = []
    refusals: list[Refusal] = []
    for question in plan.questions:
        those = [answer for answer in answers if question in answer.said]
        before = [cell for one in earlier for cell in one.cells if cell.question == question]
        settled = _settled(plan, those, question, earlier)
        refusals += settled.refusals
        said = {answer.person: answer.said[question] for answer in those}
        undrawn = [_Figure(cell, question, number) for cell in settled.shown]
        figures = _with_safe_bands(undrawn, said, before, chance, plan.policy.k)
        if figures is None:
            return Withheld(plan.digest, _NO_SAFE_BANDS)
        shown += figures
    if not shown:
        return Withheld(plan.digest, _TOO_FEW)
    return Release(
        number=number,
        digest=plan.digest,
        k=plan.policy.k,
        shown=tuple(figure.shown(plan.policy.k) for figure in shown),
        refusals=tuple(dict.fromkeys(refusals)),
        cells=tuple(figure.cell for figure in shown),
    )


@dataclass(frozen=True, slots=True)
class _Figure:
    of: Candidate
    question: str
    round: int
    band: _bands.Band = (0, 0)

    @property
    def cell(self) -> Cell:
        return Cell(self.round, self.question, self.of.people, *self.band)

    def drawn(self, said: Mapping[str, int], chance: Chance, wider: int) -> "_Figure":
        count = sum(said[person] for person in self.of.people)
        return replace(self, band=_bands.draw_band(count, len(self.of.people), chance, wider=wider))

    def shown(self, k: int) -> Shown:
        people = len(self.of.people)
        low, high = _bands.points(self.band, people)
        words = _bands.answers_in_words(people, k)
        return Shown(self.of.name, self.question, _bands.label(self.band, people), low, high, words)


def _check(plan: ReleasePlan, answers: Sequence[Answer], earlier: Sequence[Release]) -> None:
    if (highest := max((one.k for one in earlier), default=0)) > plan.policy.k:
        raise KMayNotFall(
            f"k is {plan.policy.k}, and was {highest} in an earlier release: plan with k = {highest} or more."
        )
    people = Counter(answer.person for answer in answers)
    if twice := sorted(person for person, times in people.items() if times > 1):
        raise UnusableRound(f"{twice[0]!r} answered twice: keep one answer a person.")
    for answer in answers:
        for question, value in answer.said.items():
            if value not in {0, 1}:
                raise UnusableRound(f"{answer.person!r} said {value!r} to {question!r}: expected 0 or 1.")


def _settled(plan: ReleasePlan, answers: Sequence[Answer], question: str, earlier: Sequence[Release]) -> Settled:
    planned = {cell for table in plan.tables for cell in table.cells}
    cells = [cell for cell in candidates(answers, plan.reporting_units, plan.cuts) if cell.name in planned]
    before = [_candidates_of(one, question) for one in earlier]
    return settle(cells, plan.policy, earlier=[one for one in before if one], too_few="too_few_answers")


def _candidates_of(one: Release, question: str) -> list[Candidate]:
    figures = zip(one.shown, one.cells, strict=True)
    return [Candidate(figure.cell, cell.members) for figure, cell in figures if cell.question == question]


def _with_safe_bands(
    figures: Sequence[_Figure], said: Mapping[str, int], before: Sequence[Cell], chance: Chance, k: int
) -> list[_Figure] | None:
    """Draw a band for each figure, and draw again where somebody's answer would follow; None if that does not end.

    Only the bands are looked at to decide whether to draw again, not the answers behind them.
    """
    drawn = [figure.drawn(said, chance, 0) for figure in figures]
    for attempt in range(_TRIES) if drawn else ():
        known = _known_people([figure.cell for figure in drawn], before, said, k)
        if not known:
            return drawn
        wider = max(0, attempt - _WIDER_AFTER)
        again = _to_redraw(drawn, known)
        drawn = [
            figure.drawn(said, chance, wider) if number in again else figure for number, figure in enumerate(drawn)
        ]
    return None if drawn else []


def _to_redraw(figures: Sequence[_Figure], known: frozenset[str]) -> set[int]:
    touched = [number for number, figure in enumerate(figures) if figure.of.people & known] or range(len(figures))
    least = min(len(figures[number].of.people) for number in touched)
    return {number for number in touched if len(figures[number].of.people) <= 3 * least}


def _known_people(now: Sequence[Cell], before: Sequence[Cell], said: Mapping[str, int], k: int) -> frozenset[str]:
    """Whose answers follow from this release alone, or together with those before it.

    An attacker may take it that people answered as they did before. Where that cannot be, as no answers fit all bands,
    the earlier figures that do not fit are set aside, and the others are still put beside this round.

    Nothing but bands decides. Only in a very large organisation the search begins with what people said, since to find
    other answers that fit would take long; it then looks at all that it would have looked at.
    """
    try:
        alone = known_people(now, k, said if len(said) > _LARGE else None)
        if alone is None or alone or not before:
            return frozenset(said) if alone is None else alone
        together = known_people([*before, *now], k)
        if together is None:
            together = known_people([*cells_that_fit(before, now, k), *now], k)
            return frozenset(said) if together is None else together | known_from_two(before, now, k)
    except Undecided:
        return frozenset(said)
    return together
