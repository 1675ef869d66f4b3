"""What the pages of learning show."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, F, QuerySet
from django.utils.safestring import SafeString

from alongside.engines import practice
from alongside.learning.markdown import as_html
from alongside.learning.models import Entry, Feed, OwnItem, Pack, Reading
from alongside.people.models import Organisation, Person


@dataclass(frozen=True, slots=True)
class LessonPage:
    """The item of a day, the act that it ends in, and scenes in which that act can be rehearsed.

    `is_due` if the item comes back, and its question comes first. `html` is the text of an item of the organisation's
    own, and empty for one of ours. There is no act if a newer catalogue no longer has the one that such an item was
    imported with.
    """

    item: practice.Item
    act: practice.Act | None
    scenes: tuple[practice.Scene, ...]
    is_due: bool
    html: SafeString


def library_of(organisation: Organisation | int) -> practice.Library:
    """Our items and those of one organisation."""
    own = OwnItem.objects.filter(organisation=organisation).order_by("code")
    return practice.Library((*practice.our_library().items, *(row.as_item() for row in own)))


def item_of(person: Person, code: str) -> practice.Item | None:
    """The item by this code that a person may read: one of ours, or of their organisation."""
    if not code.startswith(practice.OWN):
        return practice.our_library().by_code.get(code)
    row = OwnItem.objects.filter(organisation=person.organisation_id, code=code).first()
    return row.as_item() if row else None


def lesson_today(person: Person, *, roles: Collection[str], now: dt.datetime) -> LessonPage | None:
    """The item of a person's day, which stays the same until they have said how it went; then None until tomorrow."""
    today = person.local_date(now)
    rows = {row.item: row for row in Reading.objects.filter(person=person)}
    if any(row.seen_date == today for row in rows.values()):
        return None
    known = {code: row.as_remembered() for code, row in rows.items()}
    lesson = practice.choose_item(
        library_of(person.organisation_id), known, on=today, roles=roles, seed=str(person.uuid)
    )
    return page_of(lesson.item, is_due=lesson.is_due) if lesson else None


def page_of(item: practice.Item, *, is_due: bool = False) -> LessonPage:
    html = as_html(item.text[0]) if item.code.startswith(practice.OWN) else SafeString()
    return LessonPage(item, practice.our_catalogue().by_code.get(item.act), practice.scenes_for(item.act), is_due, html)


def read_by(person: Person) -> list[tuple[practice.Item, dt.date]]:
    """What a person has already read, the latest first, each with the day. For them alone."""
    items = library_of(person.organisation_id).by_code
    rows = Reading.objects.filter(person=person).order_by("-seen_date", "item").values_list("item", "seen_date")
    return [(items[code], on) for code, on in rows if code in items]


def packs_for(person: Person) -> QuerySet[Pack]:
    """The packs that somebody keeps, each with the number of its items."""
    return Pack.objects.visible_to(person).annotate(size=Count("items")).order_by("name")


def own_items(person: Person) -> QuerySet[OwnItem]:
    """What a person's organisation has added: the same for everyone in it."""
    return OwnItem.objects.filter(organisation=person.organisation_id).order_by("title", "code")


_ENTRIES_SHOWN = 40


def feeds_for(person: Person) -> QuerySet[Feed]:
    """The feeds that somebody keeps, each with the number of its entries."""
    return Feed.objects.visible_to(person).annotate(size=Count("entries")).order_by("title", "pk")


def latest_entries(person: Person) -> QuerySet[Entry]:
    """The latest of what a person's organisation follows: the same for everyone in it."""
    entries = Entry.objects.filter(feed__organisation=person.organisation_id).select_related("feed")
    return entries.order_by(F("published_at").desc(nulls_last=True), "pk")[:_ENTRIES_SHOWN]
