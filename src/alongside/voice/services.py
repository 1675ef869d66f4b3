"""Raw answers: taken once, published once, destroyed. Nothing else reads the vault."""

import datetime as dt
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.access.audit import audit
from alongside.ballots.models import Campaign
from alongside.ballots.services import Opened
from alongside.engines import listening, release
from alongside.people.models import Person
from alongside.voice import trends, vault
from alongside.voice.drafting import Refused
from alongside.voice.form import cuts_of, questions_of, themes_of
from alongside.voice.membership import label_of, value_of
from alongside.voice.models import Figure, RefusedCell, Release, Round, Words

_BATCH = 1_000


def keep(campaign: Campaign, opened: Sequence[Opened]) -> None:
    """Take all answers at once from a campaign that its trustees opened, shuffled. Called in their transaction."""
    asked = Round.objects.get(campaign=campaign)
    questions, themes, cuts = questions_of(asked), themes_of(asked), cuts_of(asked)
    vault.put(
        asked=asked,
        answers=[
            (
                ballot.label,
                listening.read_answer(
                    _body(ballot.body), questions=questions, themes=themes, cuts=cuts, takes_words=asked.takes_words
                ),
            )
            for ballot in opened
        ],
    )


def _body(raw: bytes) -> object:
    """What somebody's browser sent; None where it is no JSON, which then is an answer without any content."""
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def publish(*, asked: Round, now: dt.datetime, chance: release.Chance | None = None) -> Release | None:
    """Make the release of a round whose answers are there: all of it at once, or the sentence why there is none.

    It is made once; a second call finds it there. `chance` is for invented answers only.
    """
    asked = Round.objects.select_related("campaign").get(pk=asked.pk)
    if asked.campaign is None or asked.campaign.closed_at is None:
        return None
    drawn = None if asked.releases.exists() else _draw(asked, earlier=(), chance=chance)
    with transaction.atomic():
        as_it_is = Round.objects.select_for_update().get(pk=asked.pk)
        made = as_it_is.releases.order_by("number").first()
        # With a k that was raised while chance was drawn, the schedule begins anew.
        return made or (_write(as_it_is, drawn, now=now) if drawn and as_it_is.k == asked.k else None)


@transaction.atomic
def correct(*, asked: Round, by: Person, now: dt.datetime) -> Release:
    """Publish a round anew, as one more release: it is audited together with those before, which stay.

    Raises:
        Refused: the answers are destroyed, or nothing was published.
    """
    asked = Round.objects.select_for_update().get(pk=asked.pk)
    before = list(asked.releases.filter(withheld="").order_by("number"))
    kept = vault.answers_of(asked)
    if not before or not kept:
        raise Refused(_("A correction needs the answers, and these are destroyed 30 days after the results."))
    plan = release.read_plan(asked.plan.text)
    answers = _answers(kept, plan)
    drawn = _draw(asked, earlier=[_restored(one, plan, answers) for one in before], chance=None)
    made = _write(asked, drawn, now=now)
    audit(asked.organisation, "voice.corrected", by=by, now=now, subject=asked.title, detail={"number": made.number})
    return made


def destroy_old_answers(*, now: dt.datetime) -> int:
    """Delete the answers of rounds that were published 30 days ago."""
    return vault.destroy(now=now)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What a release will be, before it is written down."""

    plan: release.ReleasePlan
    kept: Sequence[vault.Kept]
    outcome: release.Release | release.Withheld


def _draw(asked: Round, *, earlier: Sequence[release.Release], chance: release.Chance | None) -> _Drawn:
    """Releases of other rounds are not among `earlier`: their answers have other random names. The plan saw to them."""
    plan = release.read_plan(asked.plan.text)
    plan = replace(plan, policy=plan.policy.raised_to(asked.k))
    kept = vault.answers_of(asked)
    coins = chance or secrets.SystemRandom()
    return _Drawn(plan, kept, release.release(plan, _answers(kept, plan), chance=coins, earlier=list(earlier)))


def _write(asked: Round, drawn: _Drawn, *, now: dt.datetime) -> Release:
    outcome, plan = drawn.outcome, drawn.plan
    number = 1 + max(asked.releases.values_list("number", flat=True), default=0)
    why = outcome.why if isinstance(outcome, release.Withheld) else ""
    made = Release.objects.create(round=asked, number=number, at=now, k=asked.k, digest=plan.digest, withheld=why)
    if isinstance(outcome, release.Release):
        _write_figures(made, outcome, beside=trends.figures_before(made, plan, outcome))
        _write_words(made, drawn.kept, plan, outcome)
    return made


def _write_figures(made: Release, outcome: release.Release, beside: Mapping[trends.Name, int]) -> None:
    figures = [
        Figure(
            release=made,
            where=one.cell.table,
            value=value_of(one.cell),
            question=one.question,
            label=one.label,
            low=one.low,
            high=one.high,
            answers=one.answers,
            before_id=beside.get((one.cell.table, value_of(one.cell), one.question)),
        )
        for one in outcome.shown
    ]
    figures = Figure.objects.bulk_create(figures, batch_size=_BATCH)
    vault.put_counts(figures=figures, counts=[(cell.low, cell.high) for cell in outcome.cells])
    refused = dict.fromkeys((one.cell.table, value_of(one.cell), one.why) for one in outcome.refusals)
    RefusedCell.objects.bulk_create(
        (RefusedCell(release=made, where=where, value=value, why=why) for where, value, why in refused),
        batch_size=_BATCH,
    )


def _write_words(
    made: Release, kept: Sequence[vault.Kept], plan: release.ReleasePlan, outcome: release.Release
) -> None:
    ways = _ways(plan)
    shown = {one.cell.value for one in outcome.shown if one.cell.table in {release.EVERYONE, release.UNITS}}
    written = [(ways[one.label], one.answer.words) for one in kept if one.answer.words and one.label in ways]
    placed = listening.share_out(written, shown)
    Words.objects.bulk_create(
        (
            Words(release=made, where=release.UNITS if way else release.EVERYONE, value="".join(way[-1:]), text=text)
            for way, texts in placed.items()
            for text in texts
        ),
        batch_size=_BATCH,
    )


def _answers(kept: Sequence[vault.Kept], plan: release.ReleasePlan) -> list[release.Answer]:
    ways = _ways(plan)
    return [
        release.Answer(one.name, one.answer.said, ways.get(one.label, ()), one.answer.values)
        for one in kept
        if one.answer.said
    ]


def _ways(plan: release.ReleasePlan) -> dict[str, tuple[str, ...]]:
    return {label_of(way): way for way in plan.reporting_units.values()}


def _restored(made: Release, plan: release.ReleasePlan, answers: Sequence[release.Answer]) -> release.Release:
    """A release as the engine made it, with who answered."""
    counts = vault.counts_of(made)
    names = {(name.table, value_of(name)): name for table in plan.tables for name in table.cells}
    figures = list(made.figures.order_by("pk"))
    shown = [
        release.Shown(
            names[one.where, one.value],
            one.question,
            cast("release.Label", one.label),
            one.low,
            one.high,
            one.answers,
        )
        for one in figures
    ]
    cells = [
        release.Cell(made.number, one.question, _who(one, names[one.where, one.value], answers), *counts[one.pk])
        for one in figures
    ]
    return release.Release(made.number, made.digest, made.k, tuple(shown), (), tuple(cells))


def _who(figure: Figure, name: release.CellName, answers: Sequence[release.Answer]) -> frozenset[str]:
    return frozenset(one.person for one in answers if figure.question in one.said and _is_in(one, name))


def _is_in(answer: release.Answer, name: release.CellName) -> bool:
    if name.table == release.EVERYONE:
        return True
    if name.table == release.UNITS:
        return answer.unit[: len(name.value)] == name.value
    return (answer.values.get(name.table),) == name.value
