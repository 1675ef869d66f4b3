"""The command line."""

import sys
from importlib import import_module
from types import TracebackType

import click

from alongside import __version__


class _Commands(click.Group):
    """The commands by name, each imported when it is called: a look-back does not wait for the site to load."""

    NAMES = ("demo", "manage", "meeting", "people", "serve", "setup", "worker")

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in self.NAMES:
            return None
        command: click.Command = getattr(import_module(f"alongside.cli.{cmd_name}"), cmd_name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="alongside")
def commands() -> None:
    """Alongside: allyship as a daily practice.

    Everything happens on this machine, and nothing leaves it. A look-back from the command line keeps nothing.
    """


def main() -> None:
    sys.excepthook = _own_up
    commands(prog_name="alongside")


def _own_up(kind: type[BaseException], fault: BaseException, _: TracebackType | None) -> None:
    """Say in a sentence what a traceback would say in fifty lines; Python then ends with exit code 1."""
    if not issubclass(kind, KeyboardInterrupt):
        click.echo(
            f"Alongside made a mistake and stopped ({kind.__name__}: {fault}). This is not your fault.", err=True
        )
