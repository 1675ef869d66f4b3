"""`alongside meeting`: what it takes and what it promises; the work is in `_looking`."""

import os
from importlib import import_module
from pathlib import Path

import click

_HELP = """Look back on meetings, from the transcripts in FILE.

    Reads what Zoom, Teams, Meet, Webex, Otter and speech recognisers export, and tells by the content which it is.
    "-" reads standard input.

    The report tells who had the floor, who lost it before they were finished, which ideas got no answer, and what you
    could say next time. It is for your eyes, and it may be wrong.

    Nothing is kept, and nothing leaves this machine.

    \b
    Exit codes:
      0    every file was looked back on
      1    a report could not be written, or Alongside made a mistake
      2    a file could not be read (the others are done), or the command
           was not understood
      130  stopped with Ctrl-C
    """

_STOPPED = 130


@click.command(help=_HELP, short_help="Look back on meetings, from their transcripts.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html", "markdown"]),
    default="text",
    show_default=True,
    help="How to show it; html is one page with a picture, to open in a browser.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Write to PATH, not to the terminal. With html and several files, PATH is a folder.",
)
@click.option(
    "--names",
    type=click.Choice(["letters", "real"]),
    help="Show letters (A, B, C) or the names in the file. Without this, html shows letters and the others show names.",
)
@click.option(
    "--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Files to work on at once."
)
@click.pass_context
def meeting(  # noqa: PLR0913, PLR0917 - click hands over each option as an argument
    context: click.Context, files: tuple[str, ...], form: str, output: Path | None, names: str | None, jobs: int
) -> None:
    # numpy starts a thread for each core to multiply matrices, which takes longer than all of the work on a meeting.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # The engine brings numpy, which help and usage errors need not wait for.
    try:
        looking = import_module("alongside.cli._looking")
        letters = names == "letters" or (names is None and form == "html")
        context.exit(looking.look_back_on(files, form=form, output=output, letters=letters, jobs=jobs))
    except KeyboardInterrupt:
        context.exit(_STOPPED)
