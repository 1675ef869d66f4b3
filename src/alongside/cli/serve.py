"""`alongside serve`: the whole site with one command."""

import errno
import socket
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from urllib.parse import urlsplit

import click

from alongside.cli._site import CannotStart, load_site


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen at.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, metavar="N")
@click.option(
    "--voice-port",
    type=click.IntRange(1, 65535),
    metavar="N",
    help="A second port, for the voice host. Without it: the one in ALONGSIDE_VOICE_URL, if that has one.",
)
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Processes that make pages.")
def serve(host: str, port: int, voice_port: int | None, workers: int) -> None:
    r"""Start the site: its pages, and the work that they leave for later. Ctrl-C stops it.

    Tables and static files are brought up to date first. Behind a web server for https, leave the address as it is, and
    set ALONGSIDE_URL and ALONGSIDE_VOICE_URL to the two addresses that people open.

    \b
    Exit codes:
      0  it was stopped
      1  it broke off
      2  it could not start; the message says what to do
    """
    raise SystemExit(serve_site(host=host, port=port, voice_port=voice_port, workers=workers))


def serve_site(
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    voice_port: int | None = None,
    workers: int = 2,
    when_open: Callable[[str], None] | None = None,
) -> int:
    """Run the site until a signal comes, and return the exit code. Call it from the main thread.

    Args:
        host: the address to listen at.
        port: the port to listen at.
        voice_port: a second port, for the voice host; None for the one in its address, if that has one.
        workers: how many processes make pages.
        when_open: called once with the site's address, as soon as the first page can be opened.

    Raises:
        CannotStart: the site cannot be started; the message says what to do.
    """
    load_site()
    voice_port = voice_port or _port_of_the_voice_host()
    ports = {port: "--port", **({voice_port: "--voice-port or ALONGSIDE_VOICE_URL"} if voice_port else {})}
    for one, option in ports.items():
        _need_free(host, one, option)
    import_module("alongside.cli._prepare").prepare()
    processes = import_module("alongside.cli._processes")
    parts = [
        # The name that a request asks for decides which of the two sites it is for, so both can serve both.
        *(processes.Part(f"pages at {one}", run_pages, (host, one, workers), is_vital=True) for one in ports),
        *(processes.Part(f"queue {name}", run_queue, (name,)) for name in ("default", "transcripts")),
    ]
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    was_stopped = processes.Watch(parts).run(
        is_open=lambda: all(_answers(host, one) for one in ports), when_open=lambda: (when_open or _say_open)(address)
    )
    return 0 if was_stopped else 1


def run_pages(host: str, port: int, workers: int) -> None:
    """The process of the web server, which starts one more process for each of `workers`."""
    load_site()
    # Once here, and not again in each process: they start as copies of this one.
    import_module("alongside.wsgi")
    import_module("alongside.urls")
    import_module("granian").Granian(
        "alongside.wsgi:application",
        address=host,
        port=port,
        interface=import_module("granian.constants").Interfaces.WSGI,
        workers=workers,
        # Each thread has a database connection of its own, so their number is bounded.
        blocking_threads=4,
        log_level=import_module("granian.log").LogLevels.warning,
        # A process that gets SIGTERM while it is still starting does not hear it, nor any later one.
        workers_kill_timeout=5,
        respawn_failed_workers=True,
    ).serve()


def run_queue(name: str) -> None:
    """The process of a worker."""
    load_site()
    import_module("alongside.jobs.worker").work([name])


def _port_of_the_voice_host() -> int | None:
    address: str = import_module("django.conf").settings.VOICE_URL
    return urlsplit(address).port


def _need_free(host: str, port: int, option: str) -> None:
    """Raises CannotStart when nobody can listen there, which the web server itself would not notice."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as fault:
            why = "something else is using it" if fault.errno == errno.EADDRINUSE else fault.strerror
            raise CannotStart(
                f"The site cannot listen at {host}, port {port}: {why}. Choose another with --host or {option}."
            ) from None


def _answers(host: str, port: int) -> bool:
    with suppress(OSError), socket.create_connection((host, port), timeout=0.2):
        return True
    return False


def _say_open(address: str) -> None:
    click.echo(f"Alongside is open at {address}. Ctrl-C stops it.")
