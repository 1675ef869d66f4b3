"""`alongside lsp`: the same check, for an editor."""

from importlib import import_module
from pathlib import Path

import click

_HELP = """Speak with an editor (the Language Server Protocol, over standard input and output).

    An editor starts this itself: docs/use/writing.md has the lines for VS Code, Neovim, Helix and Emacs. It shows what
    alongside write would show, while you write. Nothing is kept, and nothing leaves this machine.

    \b
    Exit codes:
      0    the editor said goodbye
      1    Alongside made a mistake
      2    the command was not understood
    """


@click.command(help=_HELP, short_help="Check what you write, in your editor.")
@click.option(
    "--people",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Your colleagues' names and pronouns, as CSV or TOML.",
)
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this file, and look for no other.")
@click.option("--locale", type=click.Choice(["en-GB", "en-US"]), help="The English that you write.")
def lsp(people: Path | None, config: Path | None, locale: str | None) -> None:
    asked = import_module("alongside.writing.project").Asked(people=people, config=config, locale=locale or "")
    import_module("alongside.writing.editor").serve(asked)
