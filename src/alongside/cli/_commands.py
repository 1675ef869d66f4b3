"""The commands, as click knows them."""

from importlib import import_module

import click

from alongside import __version__

_MODULES = {"write": "_write_for_click"}


class _Commands(click.Group):
    """The commands by name, each imported when it is called: a look-back does not wait for the site to load."""

    NAMES = ("demo", "lsp", "manage", "meeting", "people", "release", "serve", "setup", "worker", "write")

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in self.NAMES:
            return None
        module = _MODULES.get(cmd_name, cmd_name)
        command: click.Command = getattr(import_module(f"alongside.cli.{module}"), cmd_name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="alongside")
def commands() -> None:
    """Alongside: allyship as a daily practice.

    Everything happens on this machine, and nothing leaves it. A look-back from the command line keeps nothing.
    """
