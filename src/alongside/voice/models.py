"""Listening rounds and what is published of them. Raw answers are elsewhere: in `vault`, behind one door.

Once a round is open, triggers of the database refuse to change what people were promised (X3), and to change anything
that was published. They are made by the migration `0002_frozen`.
"""

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from alongside.access import Role
from alongside.ballots.models import Campaign
from alongside.people.models import Organisation, Person, Unit
from alongside.people.selectors import way_to

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

LEAST_K, MOST_K = 5, 20
_TITLE = 100


class Stage(models.TextChoices):
    """Where a round stands. Nothing keeps it: it follows from the dates and from what there is."""

    DRAFT = "draft"
    OPENING = "opening"
    WAITING = "waiting"
    ISSUING = "issuing"
    ASKING = "asking"
    CLOSING = "closing"
    RELEASED = "released"
    WITHHELD = "withheld"
    LOST = "lost"


class RoundQuerySet(models.QuerySet["Round"]):
    def visible_to(self, person: Person) -> Self:
        """All rounds for the DEI lead; for others, those that are open or done and that ask their unit."""
        rounds = self.filter(organisation=person.organisation_id)
        if Role.DEI_LEAD in person.roles:
            return rounds
        way = [unit.pk for unit in way_to(person.unit_id)]
        asked = Round.units.through.objects.filter(round=models.OuterRef("pk"))
        theirs = ~models.Exists(asked) | models.Exists(asked.filter(unit__in=way))
        return rounds.filter(theirs, opened_at__isnull=False)

    def drafts(self) -> Self:
        return self.filter(opened_at=None)


class DraftQuerySet(RoundQuerySet):
    def visible_to(self, person: Person) -> Self:
        """What a DEI lead still works on."""
        return super().visible_to(person).drafts() if Role.DEI_LEAD in person.roles else self.none()


class Round(models.Model):
    """One listening round. Whoever is a DEI lead writes it; once it is open, all but a higher k is frozen."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="rounds")
    title = models.CharField(max_length=_TITLE)
    # Who is asked: these units and all below them; none means the whole organisation.
    units = models.ManyToManyField(Unit, related_name="rounds")
    # As `form.question_as_row` writes them, in the order to ask them.
    questions = models.JSONField(default=list)
    asks_themes = models.BooleanField(default=True)
    takes_words = models.BooleanField(default=False)
    # Names and values: [["Time here", ["under a year", "longer"]]].
    cuts = models.JSONField(default=list)
    k = models.PositiveSmallIntegerField(default=LEAST_K)
    issue_from = models.DateTimeField(null=True)
    spend_from = models.DateTimeField(null=True)
    spend_until = models.DateTimeField(null=True)
    # What the plan of a draft would show and refuse, in codes; None while nobody has worked it out.
    preview = models.JSONField(null=True)
    is_being_planned = models.BooleanField(default=False)
    opened_at = models.DateTimeField(null=True)
    campaign = models.OneToOneField(Campaign, on_delete=models.RESTRICT, null=True, related_name="round")

    objects = RoundQuerySet.as_manager()
    writable = DraftQuerySet.as_manager()

    if TYPE_CHECKING:
        organisation_id: int
        campaign_id: int | None
        releases: "RelatedManager[Release]"
        trustees: "RelatedManager[ChosenTrustee]"

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(k__gte=LEAST_K, k__lte=MOST_K), name="round_k_is_5_to_20"),
            models.CheckConstraint(
                condition=Q(opened_at=None) | Q(campaign__isnull=False), name="round_that_is_open_has_a_campaign"
            ),
            models.CheckConstraint(
                condition=Q(opened_at=None)
                | Q(issue_from__isnull=False, spend_from__isnull=False, spend_until__isnull=False),
                name="round_that_is_open_has_dates",
            ),
        )
        indexes = (models.Index(fields=["organisation", "-opened_at"], name="round_latest"),)

    def __str__(self) -> str:
        return self.title


class FrozenPlan(models.Model):
    """What a round may show, with the people who were asked: decided at opening, and never changed."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="plan")
    # `release.write_plan`. People stand in it by a keyed hash, which says nothing of whoever has left.
    text = models.TextField()
    digest = models.CharField(max_length=64)
    # The unit that is everyone, by its uuid: all who were asked are in it.
    whole = models.CharField(max_length=36, blank=True)

    def __str__(self) -> str:
        return self.digest


class ChosenTrustee(models.Model):
    """Somebody whom the DEI lead asks to keep one of the two keys."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="trustees")
    position = models.PositiveSmallIntegerField()
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="chosen_as_trustee")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["round", "position"], name="chosen_trustee_is_one_a_position"),
            models.UniqueConstraint(fields=["round", "person"], name="chosen_trustees_are_two_people"),
        )

    def __str__(self) -> str:
        return f"trustee {self.position}"


class Release(models.Model):
    """All that is ever shown of a round, or why nothing is. A correction has the next number."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="releases")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    k = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)
    # The sentence for those who answered, where nothing is shown.
    withheld = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["round", "number"], name="release_number_is_its_own"),)

    def __str__(self) -> str:
        return f"release {self.number}"

    @property
    def replies_until(self) -> dt.datetime:
        return self.at + dt.timedelta(days=14)


class Cell(models.Model):
    """Of whom a row tells: `where` is the table, `value` the uuid of a unit or a value of a cut; empty for everyone."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="%(class)ss")
    where = models.CharField(max_length=60)
    value = models.CharField(max_length=60, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.where} {self.value}"


class Figure(Cell):
    """One published band."""

    question = models.CharField(max_length=60)
    label = models.CharField(max_length=12)
    low = models.PositiveSmallIntegerField()
    high = models.PositiveSmallIntegerField()
    answers = models.CharField(max_length=20)
    # The figure of the round before that may stand beside this one.
    before = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["release", "where", "value", "question"], name="figure_is_published_once"),
        )


class RefusedCell(Cell):
    """A cell that is not shown, for one question at least, and why."""

    why = models.CharField(max_length=20)

    class Meta:
        indexes = (models.Index(fields=["release", "where", "value"], name="refused_cell_of_release"),)


class Words(Cell):
    """What somebody wrote to be shown as it stands. Its key is random."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    text = models.CharField(max_length=900)

    class Meta:
        indexes = (models.Index(fields=["release", "where", "value"], name="words_of_release"),)


class Say(models.TextChoices):
    """What a leader answers to what people said."""

    HEARD = "heard"
    WILL_CHANGE = "will_change"
    WILL_NOT = "will_not"


class Reply(models.Model):
    """What a leader says to their unit about one figure, and why."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="replies")
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="replies")
    question = models.CharField(max_length=60)
    say = models.CharField(max_length=12, choices=Say.choices)
    because = models.CharField(max_length=600)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="replies")
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["round", "unit", "question"], name="reply_is_one_a_question_and_unit"),
            models.CheckConstraint(condition=Q(say__in=Say.values), name="reply_is_one_of_three"),
            models.CheckConstraint(condition=~Q(because=""), name="reply_has_a_because"),
        )

    def __str__(self) -> str:
        return f"{self.question}: {self.say}"


class OwnView(models.Model):
    """What a leader answers to the same questions, for their own eyes only."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="own_views")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="own_views")
    # The point from 1 to 5 by question.
    points = models.JSONField(default=dict)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["round", "person"], name="own_view_is_one_a_round"),)

    def __str__(self) -> str:
        return "own view"
