"""`alongside people`: people from a file, at the command line."""

from importlib import import_module
from pathlib import Path

import click

from alongside.cli._site import load_site

_HELP = """Bring people in from a file.

    \b
    Exit codes:
      0    done
      1    Alongside made a mistake; nothing was changed
      2    refused: a line or an option cannot be used; nothing was changed
    """

_IMPORT_HELP = """Bring people in from FILE, a table with a line for each person.

    Every change and every line that cannot be read is shown. With --dry-run nothing else happens; without it, all of it
    is done together, or nothing if a single line cannot be read. It can be broken off and run again at any time.

    What people say about themselves is never changed.

    \b
    Exit codes:
      0    done, or nothing to do
      2    refused: a line or an option cannot be used; nothing was changed
    """


@click.group(help=_HELP, short_help="Bring people in from a file.")
def people() -> None:
    pass


@people.command("import", help=_IMPORT_HELP, short_help="Bring people in from FILE.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option("--complete", is_flag=True, help="The file has everyone: whoever is not in it has left.")
@click.option("--separator", type=click.Choice([",", ";", "tab", "|"]), help="Found out if not given.")
@click.option("--encoding", type=click.Choice(["utf-8", "utf-16", "windows-1252"]), help="Found out if not given.")
@click.option("--quiet", is_flag=True, help="Show only the numbers, and the lines that cannot be read.")
def import_people(  # noqa: PLR0913 - click hands over each option as an argument
    file: Path, *, dry_run: bool, complete: bool, separator: str | None, encoding: str | None, quiet: bool
) -> None:
    load_site()
    import_module("alongside.cli._people").bring_in(
        file,
        is_dry=dry_run,
        is_complete=complete,
        separator={"tab": "\t"}.get(separator or "", separator or ""),
        encoding=encoding or "",
        is_quiet=quiet,
    )
