"""Raw answers: the one place that holds them. `services` alone may import this; a test and the linter hold it.

A row has a random key, a group and a sealed answer; no person, no time, no order. It is written when the trustees open
a round and destroyed 30 days after its release. In between, whoever runs the server can read answers, and not whose
they are; whoever has only the database, or its log, cannot read them.
"""

import datetime as dt
import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import models, transaction

from alongside.ballots import resting
from alongside.engines.listening import Cleaned
from alongside.jobs.erasing import forget_deleted_rows
from alongside.voice.models import Figure, Release, Round

KEPT_FOR = dt.timedelta(days=30)
_BATCH = 1_000


class RawAnswer(models.Model):
    """One answer, cleaned: 1 or 0 by question, values of cuts, and words to be shown."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="+")
    label = models.CharField(max_length=200)
    sealed = models.BinaryField()

    class Meta:
        app_label = "voice"

    def __str__(self) -> str:
        return "answer"


class Count(models.Model):
    """The counts that a published band allows: what a correction is audited together with."""

    figure = models.OneToOneField(Figure, on_delete=models.CASCADE, related_name="+")
    low = models.PositiveIntegerField()
    high = models.PositiveIntegerField()

    class Meta:
        app_label = "voice"

    def __str__(self) -> str:
        return "count"


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer, by the random name that it has here."""

    name: str
    label: str
    answer: Cleaned


def put(*, asked: Round, answers: Iterable[tuple[str, Cleaned]]) -> None:
    """Keep answers with the label of their group. The caller has shuffled them, and holds the transaction."""
    rows = (RawAnswer(round=asked, label=label, sealed=_sealed(asked, answer)) for label, answer in answers)
    RawAnswer.objects.bulk_create(rows, batch_size=_BATCH)


def answers_of(asked: Round) -> list[Kept]:
    return [_read(row, asked) for row in RawAnswer.objects.filter(round=asked).order_by("pk")]


def put_counts(*, figures: Sequence[Figure], counts: Sequence[tuple[int, int]]) -> None:
    rows = (Count(figure=figure, low=low, high=high) for figure, (low, high) in zip(figures, counts, strict=True))
    Count.objects.bulk_create(rows, batch_size=_BATCH)


def counts_of(release: Release) -> Mapping[int, tuple[int, int]]:
    """By the key of the figure."""
    rows = Count.objects.filter(figure__release=release).values_list("figure", "low", "high")
    return {figure: (low, high) for figure, low, high in rows}


def destroy(*, now: dt.datetime) -> int:
    """Delete the answers of each round whose last release is 30 days old, and return how many rounds that were."""
    young = Release.objects.filter(round=models.OuterRef("pk"), at__gt=now - KEPT_FOR)
    old = Round.objects.filter(~models.Exists(young), releases__isnull=False).filter(
        models.Exists(RawAnswer.objects.filter(round=models.OuterRef("pk")))
    )
    keys = list(old.values_list("pk", flat=True).distinct())
    with transaction.atomic():
        Count.objects.filter(figure__release__round__in=keys).delete()
        RawAnswer.objects.filter(round__in=keys).delete()
    if keys:
        forget_deleted_rows(RawAnswer, Count)
    return len(keys)


def _sealed(asked: Round, answer: Cleaned) -> bytes:
    body = {"said": dict(answer.said), "values": dict(answer.values), "words": answer.words}
    return resting.seal(json.dumps(body).encode(), about=_about(asked))


def _about(asked: Round) -> str:
    return f"answers of round {asked.uuid}"


def _read(row: RawAnswer, asked: Round) -> Kept:
    body = json.loads(resting.unseal(bytes(row.sealed), about=_about(asked)))
    return Kept(row.pk.hex, row.label, Cleaned(body["said"], body["values"], body["words"]))
