"""`alongside write` among the other commands, for the list of them; what it takes, `write` knows."""

import click

from alongside.cli.write import main


@click.command(
    short_help="Check files for words that leave people out.",
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []},
    add_help_option=False,
)
@click.pass_context
def write(context: click.Context) -> None:
    context.exit(main(context.args))
