"""The command line."""

import sys
from types import TracebackType

import click

from alongside import __version__
from alongside.cli.meeting import meeting


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="alongside")
def commands() -> None:
    """Alongside: allyship as a daily practice.

    Everything happens on this machine. Nothing is kept, and nothing leaves it.
    """


commands.add_command(meeting)


def main() -> None:
    sys.excepthook = _own_up
    commands(prog_name="alongside")


def _own_up(kind: type[BaseException], fault: BaseException, _: TracebackType | None) -> None:
    """Say in a sentence what a traceback would say in fifty lines; Python then ends with exit code 1."""
    if not issubclass(kind, KeyboardInterrupt):
        click.echo(
            f"Alongside made a mistake and stopped ({kind.__name__}: {fault}). This is not your fault.", err=True
        )
