"""`alongside release`: what the commands take and promise; the work is in `_releases`."""

import os
from importlib import import_module
from typing import IO

import click

_HELP = """Anonymous figures: try to work somebody's answer out of them.

    \b
    Exit codes:
      0    done
      1    Alongside made a mistake
      2    a file or an option cannot be used
    """

_ATTACK_HELP = """Attack the published figures in FILE, as somebody would who knows who is in each cell.

    FILE is what `simulate --format json` prints, or figures of your own in that shape. "-" reads standard input.

    \b
    Exit codes:
      0    nobody's answer can be worked out
      1    Alongside made a mistake
      2    FILE cannot be used
      3    somebody's answer can be worked out; the report says whose and how
    """

_SIMULATE_HELP = """Draw an invented organisation, ask it in rounds, and print what would be published beside the truth.

    The same options and the same seed print the same.

    \b
    Exit codes:
      0    done
      1    Alongside made a mistake
      2    an option cannot be used
    """

_FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)


@click.group(help=_HELP, short_help="Anonymous figures: try to work somebody's answer out of them.")
def release() -> None:
    # Matrices are many and small: a thread for each core takes longer than it saves.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@release.command(help=_ATTACK_HELP, short_help="Attack the published figures in FILE.")
@click.argument("file", type=click.File("rb"))
@_FORMAT
@click.pass_context
def attack(context: click.Context, file: IO[bytes], form: str) -> None:
    context.exit(import_module("alongside.cli._releases").attack_file(file, form=form))


@release.command(help=_SIMULATE_HELP, short_help="Print what would be published of an invented organisation.")
@click.option("--people", type=click.IntRange(1, 200_000), default=60, show_default=True, help="Invited each round.")
@click.option(
    "--cuts", type=click.IntRange(0, 6), default=2, show_default=True, help="Ways to divide them besides units."
)
@click.option("--rounds", type=click.IntRange(1, 12), default=1, show_default=True, help="How often they are asked.")
@click.option(
    "--rate", type=click.FloatRange(0, 1), default=0.3, show_default=True, help="Share of people whose answer is 1."
)
@click.option("--k", type=click.IntRange(3, 100), default=5, show_default=True, help="No figure is about fewer people.")
@click.option("--seed", type=int, default=1, show_default=True, help="Which invented organisation.")
@_FORMAT
def simulate(  # noqa: PLR0913 - click hands over each option as an argument
    *, people: int, cuts: int, rounds: int, rate: float, k: int, seed: int, form: str
) -> None:
    import_module("alongside.cli._releases").print_simulation(
        people=people, cuts=cuts, rounds=rounds, rate=rate, k=k, seed=seed, form=form
    )
