"""What somebody plans to change. It is theirs alone: no row here is read for anyone else (X2)."""

import uuid
from typing import Self

from django.db import models
from django.db.models import F, Q

from alongside.engines import practice
from alongside.people.models import Person

_LONG, _SHORT = 400, 160


class State(models.TextChoices):
    """Where a plan stands. There is no "done": `practice.MOVES` has the ways between these."""

    DRAFT = "draft"
    ACTIVE = "active"
    RESTING = "resting"


class PlanQuerySet(models.QuerySet["Plan"]):
    def visible_to(self, person: Person) -> Self:
        """Their own, whoever they are."""
        return self.filter(person=person)


class Plan(models.Model):
    """One person's plan of a quarter. The fields of `practice.NEEDED` may be empty in a draft, and in nothing else."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="plans")
    quarter = models.DateField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    # The structural act that it began with, if it came from the catalogue.
    act = models.CharField(max_length=80, blank=True)
    changes = models.CharField(max_length=20, blank=True)
    change = models.CharField(max_length=_LONG, blank=True)
    owner = models.CharField(max_length=_SHORT, blank=True)
    artefact = models.CharField(max_length=_LONG, blank=True)
    before = models.CharField(max_length=_LONG, blank=True)
    after = models.CharField(max_length=_LONG, blank=True)
    cost_kind = models.CharField(max_length=20, blank=True)
    cost = models.CharField(max_length=_LONG, blank=True)
    when = models.CharField(max_length=_SHORT, blank=True)
    then = models.CharField(max_length=_LONG, blank=True)
    active_from_date = models.DateField(null=True)
    next_date = models.DateField(null=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["person", "quarter"], name="plan_is_one_a_quarter"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="plan_state_is_known"),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT) | Q(changes__in=practice.CHANGES),
                name="plan_needs_a_structural_change",
            ),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT) | (Q(cost_kind__in=practice.PLAN_COSTS) & ~Q(cost="")),
                name="plan_needs_a_cost",
            ),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT)
                | ~(Q(change="") | Q(owner="") | Q(artefact="") | Q(before="") | Q(after="") | Q(when="") | Q(then="")),
                name="plan_that_is_more_than_a_draft_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.ACTIVE) | Q(next_date__isnull=False, active_from_date__isnull=False),
                name="plan_that_is_active_has_a_next_date",
            ),
        )
        indexes = (models.Index(fields=["state", "next_date"], name="plan_by_next_date"),)

    def __str__(self) -> str:
        return f"{self.quarter}: {self.state}"

    def as_said(self) -> practice.Plan:
        """The plan as the rules look at it."""
        return practice.Plan(**{name: getattr(self, name) for name in practice.NEEDED})


class Recheck(models.Model):
    """One look at whether a change still holds. It has an answer, or it waits for one."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="rechecks")
    due_date = models.DateField()
    answer = models.CharField(max_length=10, blank=True)
    # Where one can see it now.
    artefact = models.CharField(max_length=_LONG, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["plan", "due_date"], name="recheck_is_once_a_date"),
            models.CheckConstraint(condition=Q(answer__in=["", *practice.STILL_THERE]), name="recheck_answer_is_known"),
            models.CheckConstraint(
                condition=~Q(answer__in=["in_force", "changed"]) | ~Q(artefact=""), name="recheck_shows_where"
            ),
        )
        indexes = (models.Index(F("due_date"), name="recheck_by_due_date", condition=Q(answer="")),)

    def __str__(self) -> str:
        return f"{self.due_date}: {self.answer}"


class Intention(models.Model):
    """Something else that somebody means to do this quarter. It is never structural, whatever it is called."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="intentions")
    kind = models.CharField(max_length=20)
    when = models.CharField(max_length=_SHORT)
    then = models.CharField(max_length=_LONG)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=practice.INDIVIDUAL_KINDS), name="intention_kind_is_individual"
            ),
        )

    def __str__(self) -> str:
        return self.kind
