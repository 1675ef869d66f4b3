"""Which figures of the round before may stand beside those of this one."""

from collections.abc import Mapping
from dataclasses import replace

from alongside.engines import release
from alongside.voice.membership import value_of
from alongside.voice.models import Figure, Release

Name = tuple[str, str, str]


def figures_before(made: Release, plan: release.ReleasePlan, outcome: release.Release) -> Mapping[Name, int]:
    """The keys of earlier figures by cell and question, where nobody or at least k people came or went between.

    Who answered is known of neither round, so those who were asked stand for them. Of a cut, not even they are known:
    there is no trend of it.
    """
    last = (
        Release.objects.filter(round__organisation=made.round.organisation_id, withheld="", at__lt=made.at)
        .exclude(round=made.round)
        .select_related("round__plan")
        .order_by("-at", "-number")
        .first()
    )
    if last is None:
        return {}
    then = release.read_plan(last.round.plan.text)
    names = {(name.table, value_of(name)): name for name in then.invited}
    figures = {
        (names[one.where, one.value], one.question): one
        for one in Figure.objects.filter(release=last)
        if (one.where, one.value) in names
    }
    shown = [_as_shown(name, one) for (name, _question), one in figures.items()]
    before = release.Release(last.number, last.digest, last.k, tuple(shown), (), _asked(shown, then))
    now = [one for one in outcome.shown if one.cell in plan.invited]
    comparable = release.trends(before, replace(outcome, shown=tuple(now), cells=_asked(now, plan)))
    return {(cell.table, value_of(cell), question): figures[cell, question].pk for cell, question in comparable}


def _as_shown(name: release.CellName, one: Figure) -> release.Shown:
    return release.Shown(name, one.question, "few", one.low, one.high, one.answers)


def _asked(shown: list[release.Shown], plan: release.ReleasePlan) -> tuple[release.Cell, ...]:
    return tuple(release.Cell(0, one.question, plan.invited[one.cell], 0, 0) for one in shown)
