"""The command line."""

import atexit
import gc
import sys
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click

    commands: click.Group

__all__ = ["commands", "main"]

_OBJECTS_BEFORE_A_LOOK = 100_000


def main() -> None:
    """Run the command that `sys.argv` asks for."""
    sys.excepthook = _own_up
    if sys.argv[1:2] in (["meeting"], ["write"]):
        # What these make stays to the end. To look for garbage among it, and once more at the end, takes long.
        gc.set_threshold(_OBJECTS_BEFORE_A_LOOK)
        atexit.register(gc.freeze)
    if sys.argv[1:2] == ["write"]:
        # It starts for every file that somebody saves or commits; click takes as long as the check of a page.
        from alongside.cli.write import main as write  # noqa: PLC0415

        sys.exit(write(sys.argv[2:]))
    __getattr__("commands")(prog_name="alongside")


def __getattr__(name: str) -> "click.Group":
    if name != "commands":
        raise AttributeError(name)
    from alongside.cli._commands import commands as group  # noqa: PLC0415 - only for who needs click

    return group


def _own_up(kind: type[BaseException], fault: BaseException, _: TracebackType | None) -> None:
    """Say in a sentence what a traceback would say in fifty lines; Python then ends with exit code 1."""
    if not issubclass(kind, KeyboardInterrupt):
        said = f"Alongside made a mistake and stopped ({kind.__name__}: {fault}). This is not your fault."
        sys.stderr.write(f"{said}\n")
