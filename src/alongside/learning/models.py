"""What somebody has read, which is theirs alone (X2); and what an organisation has added for all its people to read."""

import uuid
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from django.db import models
from django.db.models import F, Q

from alongside.access import Role
from alongside.engines import practice
from alongside.notify.models import CHATS
from alongside.people.models import Organisation, Person

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

KEEPERS = (Role.ADMINISTRATOR, Role.DEI_LEAD)
"""Who keeps what the organisation adds."""


class Reading(models.Model):
    """An item that a person has read, and how well it is remembered. There is no "completed": it comes back."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="readings")
    item = models.CharField(max_length=80)
    stability = models.FloatField()
    difficulty = models.FloatField()
    seen_date = models.DateField()
    due_date = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["person", "item"], name="reading_is_one_an_item"),
            models.CheckConstraint(condition=Q(due_date__gt=F("seen_date")), name="reading_comes_back_later"),
        )

    def __str__(self) -> str:
        return self.item

    def as_remembered(self) -> practice.Memory:
        return practice.Memory(self.stability, self.difficulty, self.seen_date, self.due_date)


class PackQuerySet(models.QuerySet["Pack"]):
    def visible_to(self, person: Person) -> Self:
        """Those of their organisation, for its keepers."""
        if not person.roles & set(KEEPERS):
            return self.none()
        return self.filter(organisation=person.organisation_id)


class Pack(models.Model):
    """Items that an organisation has written and imported together. Who did so is an audit event, and not here."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="packs")
    name = models.CharField(max_length=100)
    imported_at = models.DateTimeField()

    objects = PackQuerySet.as_manager()

    if TYPE_CHECKING:
        items: RelatedManager["OwnItem"]

    class Meta:
        constraints = (models.UniqueConstraint(fields=["organisation", "name"], name="pack_has_its_own_name"),)

    def __str__(self) -> str:
        return self.name


class OwnItem(models.Model):
    """An item of an organisation. It has what one of ours has, and its text is Markdown."""

    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="items")
    # As the pack says too; so that no two packs of an organisation have an item by the same code.
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=80)
    starter_action = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    roles = models.JSONField()
    text = models.TextField()
    question = models.TextField()
    answer = models.TextField()
    act = models.CharField(max_length=80)
    sources = models.JSONField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["organisation", "code"], name="own_item_is_one_in_an_organisation"),
            models.CheckConstraint(condition=Q(code__startswith=practice.OWN), name="own_item_is_none_of_ours"),
        )

    def __str__(self) -> str:
        return self.code

    def as_item(self) -> practice.Item:
        area = next(area for area, actions in practice.STARTER_ACTIONS.items() if self.starter_action in actions)
        return practice.Item(
            code=self.code,
            area=area,
            starter_action=self.starter_action,
            title=self.title,
            roles=frozenset(self.roles),
            text=(self.text,),
            question=self.question,
            answer=self.answer,
            act=self.act,
            sources=tuple(self.sources),
        )


class FeedQuerySet(models.QuerySet["Feed"]):
    def visible_to(self, person: Person) -> Self:
        """Those of their organisation, for its keepers."""
        if not person.roles & set(KEEPERS):
            return self.none()
        return self.filter(organisation=person.organisation_id)


class Feed(models.Model):
    """A podcast or a list of articles that an organisation follows, and when it is fetched again."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="feeds")
    title = models.CharField(max_length=200)
    address = models.CharField(max_length=500)
    try_at = models.DateTimeField()
    # How often in a row it could not be read, and why the last time.
    failures = models.PositiveSmallIntegerField(default=0)
    because = models.CharField(max_length=200, blank=True)

    objects = FeedQuerySet.as_manager()

    if TYPE_CHECKING:
        entries: RelatedManager["Entry"]

    class Meta:
        constraints = (models.UniqueConstraint(fields=["organisation", "address"], name="feed_is_followed_once"),)
        indexes = (models.Index(fields=["try_at"], name="feed_to_try"),)

    def __str__(self) -> str:
        return self.title


class SharedChannelQuerySet(models.QuerySet["SharedChannel"]):
    def visible_to(self, person: Person) -> Self:
        """That of their organisation, for its keepers."""
        if not person.roles & set(KEEPERS):
            return self.none()
        return self.filter(organisation=person.organisation_id)


class SharedChannel(models.Model):
    """A channel of a chat that many in an organisation read. It gets what is the same for all, nothing of anyone's."""

    organisation = models.OneToOneField(Organisation, on_delete=models.CASCADE, related_name="shared_channel")
    chat = models.CharField(max_length=10, choices=CHATS)
    address = models.CharField(max_length=500)
    next_at = models.DateTimeField()

    objects = SharedChannelQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(chat__in=[code for code, _name in CHATS], address__startswith="https://"),
                name="shared_channel_has_an_address",
            ),
        )

    def __str__(self) -> str:
        return self.chat

    @property
    def host(self) -> str:
        """Where it is. The rest of the address is a secret, which no page shows again."""
        return urlsplit(self.address).hostname or ""


class Entry(models.Model):
    """One article or episode: plain text, and a link that leads elsewhere."""

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="entries")
    title = models.CharField(max_length=300)
    link = models.CharField(max_length=1000)
    published_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["feed", "-published_at"], name="entry_latest"),)

    def __str__(self) -> str:
        return self.title
