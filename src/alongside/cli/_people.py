"""The work of `alongside people`."""

from pathlib import Path

import click
from django.utils import timezone

from alongside.administration.imports import services
from alongside.administration.imports.plan import Plan
from alongside.administration.imports.reading import BadLine, Table, UnreadableFile, read_table
from alongside.administration.models import LineKind
from alongside.administration.services import Refused
from alongside.meetings.report.printable import plain
from alongside.people.models import Organisation

_NUMBERS = (
    (LineKind.NEW_UNIT, "new units"),
    (LineKind.CHANGED_UNIT, "units that change"),
    (LineKind.NEW, "new people"),
    (LineKind.CHANGED, "people whose record changes"),
    (LineKind.RETURNING, "people who come back"),
    (LineKind.LEAVING, "people who have left"),
    ("same", "people who stay as they are"),
    (LineKind.BAD, "lines that cannot be used"),
)


def bring_in(  # noqa: PLR0913 - what the command was asked
    file: Path, *, is_dry: bool, is_complete: bool, separator: str, encoding: str, is_quiet: bool
) -> None:
    """Show what the file changes, and do it unless that was not asked for.

    Raises:
        click.UsageError: it cannot be used. Nothing was changed.
    """
    organisation = _organisation()
    table = _read(file, separator, encoding)
    plan = services.plan_for(organisation, table, is_complete=is_complete)
    _show(table, plan, is_quiet=is_quiet)
    if plan.bad:
        raise click.UsageError(f"{len(plan.bad):,} lines of {file} cannot be used, so nothing was changed.")
    if is_dry:
        click.echo("Nothing was changed. Without --dry-run, all of this is done together.")
        return
    _do(organisation, table, plan, is_complete=is_complete)


def _do(organisation: Organisation, table: Table, plan: Plan, *, is_complete: bool) -> None:
    if not (plan.people or plan.tree.new or plan.tree.changed):
        click.echo("There is nothing to change.")
        return
    try:
        services.import_table(
            organisation, table, is_complete=is_complete, digest=plan.digest(), by=None, now=timezone.now()
        )
    except Refused as refusal:
        raise click.UsageError(str(refusal)) from None
    click.echo("Done. People sign in with their address, and a code that is sent to it.")


def _organisation() -> Organisation:
    organisations = list(Organisation.objects.order_by("pk")[:2])
    if len(organisations) != 1:
        raise click.UsageError("There has to be one organisation. Run `alongside setup` first.")
    return organisations[0]


def _read(file: Path, separator: str, encoding: str) -> Table:
    try:
        with file.open("rb") as stream:
            *_, table = read_table(stream, separator=separator, encoding=encoding)
    except UnreadableFile as refusal:
        raise click.UsageError(f"{file}: {refusal}") from None
    except OSError as fault:
        raise click.UsageError(f"{file} cannot be read: {fault.strerror}.") from None
    return table


def _show(table: Table, plan: Plan, *, is_quiet: bool) -> None:
    for bad in plan.bad:
        click.echo(_bad_line(bad), err=True)
    if not is_quiet:
        _show_changes(plan)
    if table.unused:
        click.echo(plain(f"Columns that are not used: {', '.join(table.unused)}"))
    counts = plan.counts()
    for kind, words in _NUMBERS:
        if counts[kind]:
            click.echo(f"{counts[kind]:>9,} {words}")


def _show_changes(plan: Plan) -> None:
    for code, unit in plan.tree.new.items():
        click.echo(plain(f"new unit: {code}, {unit.name}" + (f", in {unit.parent}" if unit.parent else "")))
    for code, (before, after) in plan.tree.changed.items():
        was, becomes = f"{before.name} in {before.parent}", f"{after.name} in {after.parent}"
        click.echo(plain(f"unit: {code}: {was} becomes {becomes}"))
    for change in plan.people:
        told = "; ".join(
            f'{name} "{was}" becomes "{becomes}"' if was else f'{name} "{becomes}"'
            for name, was, becomes in change.differences()
        )
        click.echo(plain(f"{change.kind.value}: {change.after.name} <{change.after.email}>: {told}"))


def _bad_line(bad: BadLine) -> str:
    where = f"line {bad.number}" if bad.number else "the file"
    field = f", {bad.field}" if bad.field else ""
    found = f' is "{bad.found}"' if bad.found else ""
    return plain(f"{where}{field}{found}. Expected: {bad.expected}.")
