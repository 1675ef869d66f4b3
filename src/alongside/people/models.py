"""Organisation, unit tree, person, and the roles that are given to people.

No field here says anything about a protected trait; a test over the schema holds that (X1).
"""

import datetime as dt
import secrets
import uuid
from typing import TYPE_CHECKING, ClassVar, Self
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from alongside.access.roles import GIVEN, Role
from alongside.people.audio import Sound
from alongside.people.finding import Word, WordQuerySet, found_by

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

_MONDAY_TO_FRIDAY = frozenset(range(5))


class Jurisdiction(models.TextChoices):
    """Whose law applies (X6)."""

    EU = "eu", _("European Union")
    UK = "uk", _("United Kingdom")
    US = "us", _("United States")
    OTHER = "other", _("Somewhere else")


class PronounAnswer(models.TextChoices):
    """Four answers are possible to the question about pronouns, and all are answers."""

    NONE = "none", _("I would rather not say")
    GIVEN = "given", _("These:")
    ASK = "ask", _("Ask me")
    NAME = "name", _("Just use my name")


class Audience(models.TextChoices):
    """Who sees what a person says about themself."""

    NOBODY = "nobody", _("Nobody")
    MET = "met", _("People I meet")
    ALL = "all", _("Everyone here")


class Organisation(models.Model):
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200)
    jurisdiction = models.CharField(max_length=10, choices=Jurisdiction.choices)
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(jurisdiction__in=Jurisdiction.values), name="organisation_jurisdiction_is_known"
            ),
        )

    def __str__(self) -> str:
        return self.name


class UnitQuerySet(models.QuerySet["Unit"]):
    def visible_to(self, person: "Person") -> Self:
        return self.filter(organisation=person.organisation_id)

    def named(self, asked: str) -> Self:
        """Those whom each word of `asked` finds: it starts a word of their name."""
        return found_by(asked, self, UnitWord.objects.all(), "unit")


class Unit(models.Model):
    """A team, department or site. Units form a tree; the top ones have no parent."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="units")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    # What the organisation's own records call it; an import finds it again by this.
    code = models.CharField(max_length=100)
    name = models.CharField(max_length=200)
    # The name as it is sorted and found; `services.make_findable` keeps it.
    sort_name = models.CharField(max_length=200, blank=True, editable=False)

    objects = UnitQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["organisation", "code"], name="unit_code_is_unique_in_organisation"),
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("id")), name="unit_is_not_in_itself"
            ),
        )
        indexes = (models.Index(fields=["organisation", "sort_name"], name="unit_by_name"),)

    def __str__(self) -> str:
        return self.name


class PersonQuerySet(models.QuerySet["Person"]):
    def visible_to(self, person: "Person") -> Self:
        """Colleagues who are here: the same ones for everybody in the organisation, whatever their role."""
        return self.filter(organisation=person.organisation_id, is_active=True)

    def named(self, asked: str) -> Self:
        """Those whom each word of `asked` finds: it starts a word of a name that they may be found by."""
        return found_by(asked, self, NameWord.objects.all(), "person")

    def with_page_needs(self) -> Self:
        """What every page of a signed-in person shows of them, in two queries."""
        return self.select_related("organisation", "unit").prefetch_related("grants")

    def get_by_natural_key(self, email: str) -> "Person":
        """The one whom a sign-in names; Django asks for this by this name."""
        return self.get(email=email.lower())


class Person(AbstractBaseUser):
    """Somebody who works here, and who may sign in.

    The organisation's records fill `IMPORTED`, and nothing else: `OWN` is what a person says about themself. They alone
    write it, by `services.say_about_self`, and no import touches it.
    """

    IMPORTED: ClassVar = ("email", "record", "full_name", "unit", "is_active")
    OWN: ClassVar = (
        "called",
        "is_found_by_full_name",
        "respelling",
        "ipa",
        "pronoun_answer",
        "pronouns",
        "pronoun_audience",
        "time_zone",
        "language",
        "working_days",
        "asks_a_month",
    )

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="people")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="people")
    email = models.EmailField(unique=True)
    # The key in the organisation's own records, by which an import knows somebody whose address has changed.
    record = models.CharField(max_length=100, blank=True)
    full_name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    # When somebody signs in is nobody's business (X2).
    last_login = None

    # The name as it is sorted; `services.make_findable` keeps it, and the words that find somebody.
    sort_name = models.CharField(max_length=200, blank=True, editable=False)

    called = models.CharField(_("What people call you"), max_length=100, blank=True)
    is_found_by_full_name = models.BooleanField(default=True)
    respelling = models.CharField(_("How to say it"), max_length=100, blank=True)
    ipa = models.CharField(_("In the phonetic alphabet"), max_length=100, blank=True)
    pronoun_answer = models.CharField(max_length=10, choices=PronounAnswer.choices, default=PronounAnswer.NONE)
    pronouns = models.CharField(_("Your pronouns"), max_length=60, blank=True)
    pronoun_audience = models.CharField(max_length=10, choices=Audience.choices, default=Audience.NOBODY)
    time_zone = models.CharField(max_length=60, blank=True)
    language = models.CharField(max_length=10, blank=True)
    # Seven digits from Monday to Sunday: 1 is a day this person works.
    working_days = models.CharField(max_length=7, default="1111100")
    asks_a_month = models.PositiveSmallIntegerField(default=2)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    objects = PersonQuerySet.as_manager()

    if TYPE_CHECKING:
        organisation_id: int
        unit_id: int | None
        grants: "RelatedManager[Grant]"

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "record"], condition=~models.Q(record=""), name="person_record_is_unique"
            ),
            models.CheckConstraint(condition=models.Q(asks_a_month__lte=4), name="person_asks_are_0_to_4"),
            models.CheckConstraint(
                condition=models.Q(working_days__regex=r"^[01]{7}$"), name="person_working_days_are_seven"
            ),
            models.CheckConstraint(
                condition=models.Q(pronoun_answer=PronounAnswer.GIVEN) | models.Q(pronouns=""),
                name="person_pronouns_only_when_given",
            ),
        )
        indexes = (
            models.Index(fields=["organisation", "sort_name", "id"], name="person_by_name"),
            models.Index(fields=["unit", "sort_name", "id"], name="person_by_unit_and_name"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """As people are to call them."""
        return self.called or self.full_name

    @property
    def zone(self) -> ZoneInfo:
        """The time zone that they chose, or else the organisation's."""
        return ZoneInfo(self.time_zone or settings.TIME_ZONE)

    def local_date(self, now: dt.datetime) -> dt.date:
        """The date that it is where they are."""
        return now.astimezone(self.zone).date()

    @property
    def weekdays(self) -> frozenset[int]:
        """The days they work, counted from Monday, which is 0; the usual five where none is marked."""
        return frozenset(day for day, works in enumerate(self.working_days) if works == "1") or _MONDAY_TO_FRIDAY

    def meets(self, other: "Person") -> bool:
        """Whether these two count as people who meet: they are in the same unit. The one place that says so."""
        return self.unit_id is not None and self.unit_id == other.unit_id

    def findable_names(self) -> tuple[str, ...]:
        """The names whose words find this person: the one they are called by, and the record's if they let it."""
        if not self.called:
            return (self.full_name,)
        return (self.called, self.full_name) if self.is_found_by_full_name else (self.called,)

    @cached_property
    def roles(self) -> frozenset[Role]:
        """Member, and what was given to them. Reads `grants`, which `with_page_needs` has fetched."""
        return frozenset({Role.MEMBER, *(Role(grant.role) for grant in self.grants.all())})


class Grant(models.Model):
    """A role that was given to a person."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in GIVEN])

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["person", "role"], name="grant_is_given_once"),
            models.CheckConstraint(condition=models.Q(role__in=[role.value for role in GIVEN]), name="grant_is_known"),
        )

    def __str__(self) -> str:
        return self.role


class NameWord(Word):
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="name_words", db_index=False)

    objects = WordQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["person", "word"], name="name_word_is_kept_once"),)
        indexes = (models.Index(fields=["word", "person"], name="name_word_by_start"),)


class UnitWord(Word):
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="name_words", db_index=False)

    objects = WordQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["unit", "word"], name="unit_word_is_kept_once"),)
        indexes = (models.Index(fields=["word", "unit"], name="unit_word_by_start"),)


def unguessable_name(_recording: "Recording", _file_name: str) -> str:
    """Where a recording is kept. Nothing of it comes from the person or from the name of their file."""
    return f"names/{secrets.token_hex(20)}"


class RecordingQuerySet(models.QuerySet["Recording"]):
    def visible_to(self, person: Person) -> Self:
        """A name is heard by all who can see whose it is."""
        return self.filter(person__in=Person.objects.visible_to(person))


class Recording(models.Model):
    """A person saying their own name."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="recording")
    file = models.FileField(upload_to=unguessable_name, max_length=100)
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in Sound])

    objects = RecordingQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in Sound]), name="recording_kind_is_known"
            ),
        )

    def __str__(self) -> str:
        return self.kind
