"""`alongside manage`: Django's own commands, for whoever runs a server."""

import click
from django.core.management import execute_from_command_line

from alongside.cli._site import load_site


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []}, add_help_option=False)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Run one of Django's commands, such as `migrate` or `check --deploy`."""
    load_site()
    execute_from_command_line(["alongside manage", *arguments])
