"""An organisation's packs of items: what an import would change, then all of it or nothing; and their removal."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from alongside.access.audit import audit
from alongside.engines import practice
from alongside.learning.models import OwnItem, Pack
from alongside.people.models import Organisation, Person


@dataclass(frozen=True, slots=True)
class Changes:
    """What an import would do, or has done, to a pack: titles of items, in the order of the files."""

    new: list[str]
    changed: list[str]
    same: list[str]
    removed: list[str]

    @property
    def are_none(self) -> bool:
        return not (self.new or self.changed or self.removed)


def look_at(*, organisation: Organisation, name: str, files: Mapping[str, bytes]) -> Changes:
    """Return what importing these files as the pack of this name would change. Nothing is changed.

    Raises:
        practice.FaultyLibrary: they are no pack, or another pack has an item by the same code.
    """
    items = _items(organisation, name, files)
    before = {row.code: row for row in OwnItem.objects.filter(organisation=organisation, pack__name=name)}
    known = {code: row.as_item() for code, row in before.items()}
    return Changes(
        new=[item.title for item in items if item.code not in known],
        changed=[item.title for item in items if item.code in known and known[item.code] != item],
        same=[item.title for item in items if known.get(item.code) == item],
        removed=sorted(item.title for code, item in known.items() if code not in {item.code for item in items}),
    )


@transaction.atomic
def import_pack(*, by: Person, name: str, files: Mapping[str, bytes], now: dt.datetime) -> Pack:
    """Put the items of these files in the place of what the pack of this name held.

    Raises:
        practice.FaultyLibrary: as for `look_at`; then nothing is changed.
    """
    # Two keepers who import at once come one after the other.
    organisation = Organisation.objects.select_for_update().get(pk=by.organisation_id)
    items = _items(organisation, name, files)
    pack, _new = Pack.objects.update_or_create(organisation=organisation, name=name, defaults={"imported_at": now})
    pack.items.all().delete()
    OwnItem.objects.bulk_create(_row(item, pack) for item in items)
    audit(organisation, "learning.pack_imported", by=by, now=now, subject=name, detail={"items": len(items)})
    return pack


@transaction.atomic
def remove_pack(*, pack: Pack, by: Person, now: dt.datetime) -> None:
    """Take a pack away. What people remember of its items stays theirs, and counts again if it comes back."""
    items = pack.items.count()
    pack.delete()
    audit(by.organisation, "learning.pack_removed", by=by, now=now, subject=pack.name, detail={"items": items})


def _items(organisation: Organisation, name: str, files: Mapping[str, bytes]) -> tuple[practice.Item, ...]:
    items = practice.read_pack(files, practice.our_catalogue()).items
    elsewhere = OwnItem.objects.filter(organisation=organisation, code__in=[item.code for item in items])
    taken = elsewhere.exclude(pack__name=name).order_by("code").values_list("code", "pack__name")
    if taken:
        raise practice.FaultyLibrary(
            "\n".join(
                f"{code}: expected once; the pack {pack} has it too. Give the item another title or code"
                for code, pack in taken
            )
        )
    return items


def _row(item: practice.Item, pack: Pack) -> OwnItem:
    return OwnItem(
        pack=pack,
        organisation_id=pack.organisation_id,
        code=item.code,
        starter_action=item.starter_action,
        title=item.title,
        roles=sorted(item.roles),
        text=item.text[0],
        question=item.question,
        answer=item.answer,
        act=item.act,
        sources=list(item.sources),
    )
