"""Imports from the file to what came of it: take it, check it, show what it would change, apply exactly that.

Each step can be killed at any point and done again: a check replaces what an earlier one has shown, and applying is one
transaction that ends with the import being DONE.
"""

import datetime as dt
import secrets
from collections.abc import Callable, Iterator
from typing import IO

from django.core.files.base import File
from django.core.files.storage import Storage, default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from alongside.access import Role
from alongside.access.audit import audit
from alongside.administration.imports.plan import Plan, Recorded, Records, make_plan
from alongside.administration.imports.reading import Table, UnreadableFile, read_table
from alongside.administration.imports.units import Unit as UnitRecord
from alongside.administration.imports.writing import write
from alongside.administration.models import ImportLine, ImportState, LineKind, PeopleImport
from alongside.administration.services import Refused
from alongside.people.models import Grant, Organisation, Person, Unit

KEPT_FOR = dt.timedelta(days=7)
_FOLDER = "imports"
_MOST_BAD_LINES = 5_000
_BATCH = 2_000


def plan_for(organisation: Organisation, table: Table, *, is_complete: bool = False, by: Person | None = None) -> Plan:
    """What a table would change, beside what is recorded now."""
    return make_plan(table, _records(organisation), is_complete=is_complete, actor=by.pk if by else None)


@transaction.atomic
def import_table(  # noqa: PLR0913 - what an import is made of
    organisation: Organisation,
    table: Table,
    *,
    is_complete: bool,
    digest: str,
    by: Person | None,
    now: dt.datetime,
) -> dict[str, int]:
    """Do what a plan with this digest does, in one transaction, and return the counts.

    Raises:
        Refused: the records have changed since the plan was shown, or a line cannot be used. Nothing is written.
    """
    # Only one import at a time: what is shown is what is done.
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    plan = plan_for(organisation, table, is_complete=is_complete, by=by)
    if plan.bad or plan.digest() != digest:
        raise Refused(_("The records have changed since this was shown. Look at it again."))
    write(plan, organisation=organisation, now=now)
    counts = plan.counts()
    done = {name: count for name, count in counts.items() if count}
    audit(organisation, "people.imported", by=by, now=now, detail=dict(done))
    return counts


def take_file(  # noqa: PLR0913 - what an upload is made of
    *,
    file: IO[bytes],
    name: str,
    separator: str,
    encoding: str,
    is_complete: bool,
    by: Person,
    now: dt.datetime,
    storage: Storage = default_storage,
) -> PeopleImport:
    """Keep a file until it has been checked and applied. The caller puts the check on the queue."""
    kept_as = storage.save(f"{_FOLDER}/{secrets.token_hex(20)}", File(file))
    return PeopleImport.objects.create(
        organisation=by.organisation,
        actor=by.uuid,
        file_name=name[:200],
        kept_as=kept_as,
        separator=separator,
        encoding=encoding,
        is_complete=is_complete,
        created_at=now,
    )


def check(people_import: PeopleImport, *, now: dt.datetime) -> None:
    """Read the file, and write down what it would change. Doing it again gives the same."""
    if people_import.state != ImportState.CHECKING:
        return
    try:
        table = _read(people_import, on_progress=lambda lines: _progress(people_import, lines))
    except UnreadableFile as fault:
        _end(people_import, ImportState.REFUSED, now=now, because=str(fault))
        return
    except _Cancelled:
        return
    plan = plan_for(people_import.organisation, table, is_complete=people_import.is_complete, by=_actor(people_import))
    _show(people_import, table, plan, now=now)


def apply(people_import: PeopleImport, *, now: dt.datetime) -> None:
    """Do what was shown, if it is still what the file comes to; else show what it comes to now."""
    if people_import.state != ImportState.APPLYING:
        return
    table = _read(people_import)
    try:
        with transaction.atomic():
            counts = import_table(
                people_import.organisation,
                table,
                is_complete=people_import.is_complete,
                digest=people_import.digest,
                by=_actor(people_import),
                now=now,
            )
            people_import.counts |= counts
            _end(people_import, ImportState.DONE, now=now)
    except Refused as refusal:
        plan = plan_for(
            people_import.organisation, table, is_complete=people_import.is_complete, by=_actor(people_import)
        )
        _show(people_import, table, plan, now=now, because=str(refusal))


def approve(*, people_import: PeopleImport, digest: str) -> None:
    """Let an import be applied, as it was shown with this digest. The caller puts that on the queue.

    Raises:
        Refused: it is not waiting for this, or something else was shown.
    """
    ready = PeopleImport.objects.filter(pk=people_import.pk, state=ImportState.READY, digest=digest)
    if not ready.update(state=ImportState.APPLYING, because=""):
        raise Refused(_("This import has moved on. Look at it again."))


def cancel(*, people_import: PeopleImport, now: dt.datetime) -> None:
    """Forget a file that has not been applied.

    Raises:
        Refused: it is being applied, or has ended.
    """
    states = (ImportState.CHECKING, ImportState.READY)
    with transaction.atomic():
        waiting = PeopleImport.objects.select_for_update().filter(pk=people_import.pk, state__in=states).first()
        if waiting is None:
            raise Refused(_("This import cannot be cancelled any more."))
        _end(waiting, ImportState.CANCELLED, now=now)
        waiting.lines.all().delete()


def forget_old(*, now: dt.datetime, storage: Storage = default_storage) -> None:
    """Take away what nobody needs any more: lines after a week, imports that nobody went on with, stray files."""
    old = PeopleImport.objects.filter(created_at__lt=now - KEPT_FOR)
    for stale in old.filter(state__in=(ImportState.CHECKING, ImportState.READY)):
        cancel(people_import=stale, now=now)
    ImportLine.objects.filter(people_import__in=old.exclude(state=ImportState.APPLYING)).delete()
    try:
        _folders, files = storage.listdir(_FOLDER)
    except FileNotFoundError:
        return
    kept = set(PeopleImport.objects.exclude(kept_as="").values_list("kept_as", flat=True))
    for path in (f"{_FOLDER}/{file}" for file in files):
        if path not in kept and storage.get_modified_time(path) < now - dt.timedelta(hours=1):
            storage.delete(path)


class _Cancelled(Exception):
    """Somebody has cancelled the import while it was being read."""


def _read(people_import: PeopleImport, *, on_progress: Callable[[int], None] | None = None) -> Table:
    """The table in the file of an import.

    Raises:
        UnreadableFile: it is not one, or the file is gone.
    """
    try:
        file = default_storage.open(people_import.kept_as)
    except FileNotFoundError as fault:
        raise UnreadableFile(_("The file is gone. Send it again.")) from fault
    with file:
        for table in read_table(file, separator=people_import.separator, encoding=people_import.encoding):
            if on_progress:
                on_progress(len(table.rows))
    return table


def _progress(people_import: PeopleImport, lines: int) -> None:
    waiting = PeopleImport.objects.filter(pk=people_import.pk, state=ImportState.CHECKING)
    if not waiting.update(lines_read=lines):
        raise _Cancelled


def _actor(people_import: PeopleImport) -> Person | None:
    people = Person.objects.filter(organisation=people_import.organisation)
    return people.filter(uuid=people_import.actor).first() if people_import.actor else None


def _records(organisation: Organisation) -> Records:
    grants = Grant.objects.filter(person__organisation=organisation, person__is_active=True)
    leaders = set(
        Grant.objects.filter(person__organisation=organisation, role=Role.LEADER).values_list("person", flat=True)
    )
    people = (
        Person.objects.filter(organisation=organisation)
        .order_by("pk")
        .values_list("pk", "email", "record", "full_name", "unit__code", "is_active")
    )
    units = Unit.objects.filter(organisation=organisation).order_by("pk").values_list("code", "name", "parent__code")
    return Records(
        people={
            key: Recorded(email, record, name, unit or "", is_active, key in leaders)
            for key, email, record, name, unit, is_active in people.iterator(chunk_size=_BATCH)
        },
        units={code: UnitRecord(name, parent or "") for code, name, parent in units.iterator(chunk_size=_BATCH)},
        administrators=frozenset(grants.filter(role=Role.ADMINISTRATOR).values_list("person", flat=True)),
        elsewhere=frozenset(Person.objects.exclude(organisation=organisation).values_list("email", flat=True)),
    )


@transaction.atomic
def _show(people_import: PeopleImport, table: Table, plan: Plan, *, now: dt.datetime, because: str = "") -> None:
    """Write down what would change, in place of what an earlier check has written."""
    state = ImportState.REFUSED if plan.bad else ImportState.READY
    shown = {
        "state": state,
        "because": because,
        "digest": plan.digest(),
        "counts": plan.counts() | {"unused": list(table.unused)},
        "lines_read": len(table.rows) + len(table.bad),
    }
    waiting = (ImportState.CHECKING, ImportState.APPLYING)
    if not PeopleImport.objects.filter(pk=people_import.pk, state__in=waiting).update(**shown):
        return
    people_import.lines.all().delete()
    ImportLine.objects.bulk_create(_lines(people_import, plan), batch_size=_BATCH)
    people_import.refresh_from_db()
    if plan.bad:
        _end(people_import, state, now=now, because=because)


def _end(people_import: PeopleImport, state: ImportState, *, now: dt.datetime, because: str = "") -> None:
    """Let go of the file: as soon as the new state is final, or else by the sweep."""
    kept_as = people_import.kept_as
    people_import.state, people_import.because = state, because[:500]
    people_import.kept_as, people_import.finished_at = "", now
    people_import.save(update_fields=["state", "because", "kept_as", "finished_at", "counts"])
    if kept_as:
        transaction.on_commit(lambda: default_storage.delete(kept_as))


def _lines(people_import: PeopleImport, plan: Plan) -> Iterator[ImportLine]:
    def line(kind: LineKind, number: int, subject: str, detail: list[tuple[str, str, str]]) -> ImportLine:
        return ImportLine(people_import=people_import, kind=kind, number=number, subject=subject, detail=detail)

    for bad in plan.bad[:_MOST_BAD_LINES]:
        yield line(LineKind.BAD, bad.number, bad.found, [(bad.field, bad.found, bad.expected)])
    tree = plan.tree
    for code, unit in tree.new.items():
        yield line(LineKind.NEW_UNIT, tree.lines[code], code, _differences(UnitRecord("", ""), unit))
    for code, (before, after) in tree.changed.items():
        yield line(LineKind.CHANGED_UNIT, tree.lines[code], code, _differences(before, after))
    for change in plan.people:
        changed = [told for told in change.differences() if told != ("name", "", change.after.name)]
        yield line(change.kind, change.number, change.after.name, changed)


def _differences(before: UnitRecord, after: UnitRecord) -> list[tuple[str, str, str]]:
    pairs = (("unit_name", before.name, after.name), ("unit_parent", before.parent, after.parent))
    return [pair for pair in pairs if pair[1] != pair[2]]
