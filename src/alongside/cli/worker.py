"""`alongside worker`: does the work that pages leave for later."""

from importlib import import_module

import click
from django.conf import settings

from alongside.cli._site import load_site


@click.command()
@click.option("--queue", "queues", multiple=True, metavar="NAME", help="Only this queue; may be given again.")
def worker(queues: tuple[str, ...]) -> None:
    r"""Do the jobs that the pages put on the queue, until stopped.

    `alongside serve` starts workers by itself. With PostgreSQL, start more of them on other machines with this command
    and the same settings. If a worker is killed, another takes up what it was doing.

    \b
    Exit codes:
      0  it was stopped, and the job in hand is done
      2  it could not start
    """
    load_site()
    known = settings.TASKS["default"]["QUEUES"]
    if unknown := [name for name in queues if name not in known]:
        raise click.UsageError(f'There is no queue "{unknown[0]}". There are: {", ".join(known)}.')
    import_module("alongside.jobs.worker").work(queues)
