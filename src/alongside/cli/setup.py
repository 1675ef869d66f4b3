"""`alongside setup`: what it asks; the work is in `_setup`."""

import os
import sys
from importlib import import_module
from pathlib import Path

import click

_HELP = """Set Alongside up for your organisation, once.

    Asks for what is not given as an option. Without a terminal it asks nothing, and says what is missing.
    Everything is kept in the folder that ALONGSIDE_HOME names, or else in "var".

    A password is typed twice and not shown, or read from a file. Without one you get a link that lets the first
    administrator choose it.

    \b
    Exit codes:
      0    set up
      1    something could not be written; nothing was kept
      2    refused: the message names the option and what was expected
      130  stopped with Ctrl-C; nothing was kept
    """

_READ_FROM_A_FILE = "A file with the password in its first line; - reads standard input."


@click.command(help=_HELP, short_help="Set Alongside up for your organisation.")
@click.option("--organisation", metavar="NAME", help="What your organisation is called.")
@click.option("--jurisdiction", type=click.Choice(["eu", "uk", "us", "other"]), help="Whose law applies.")
@click.option("--administrator", metavar="NAME", help="The full name of the first administrator.")
@click.option("--email", metavar="ADDRESS", help="Their e-mail address, to sign in with.")
@click.option("--password-file", metavar="FILE", help=_READ_FROM_A_FILE)
@click.option("--link", is_flag=True, help="No password now: print a link that lets them choose one, once.")
@click.option("--url", metavar="ADDRESS", help="The address that people open, with https.")
@click.option("--mail-host", metavar="HOST", help='The mail server. Without it, mail goes to the folder "mail".')
@click.option("--mail-port", metavar="N")
@click.option("--mail-user", metavar="NAME")
@click.option("--mail-password-file", metavar="FILE", help=_READ_FROM_A_FILE)
@click.option("--mail-security", type=click.Choice(["starttls", "none"]))
@click.option("--mail-from", metavar="ADDRESS", help="The sender of what Alongside writes.")
@click.option("--time-zone", metavar="ZONE", help="Such as Europe/London.")
@click.option("--language", type=click.Choice(["en-gb", "fr"]))
@click.option("--database", metavar="ADDRESS", help="A PostgreSQL database; without it, a file in the folder.")
@click.pass_context
def setup(context: click.Context, /, **given: str | bool | None) -> None:
    home = Path(os.environ.get("ALONGSIDE_HOME") or "var").absolute()
    setting_up = import_module("alongside.cli._setup")
    setting_up.refuse_a_second_time(home)
    answers = import_module("alongside.cli._questions").complete(given, asks=sys.stdin.isatty())
    setting_up.set_up(home, answers)
    context.exit(0)
