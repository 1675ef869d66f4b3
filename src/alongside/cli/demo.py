"""`alongside demo`: a made-up organisation to look around in, on this machine only."""

import os
from functools import partial
from importlib import import_module
from pathlib import Path

import click

from alongside.cli._site import load_site

_HELP = """Start Alongside with a made-up organisation, to look around in.

    It keeps everything in FOLDER, and answers only to this machine: anyone who can open it may sign in as anyone.
    Stop it with Ctrl-C. Start it again, and what you did is still there; with --fresh it begins anew.

    \b
    Exit codes:
      0    stopped
      1    it broke off
      2    it cannot start: the message says what was expected
    """

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
# Says that a folder holds a demo and nothing else, so that it may be opened to all, or emptied.
_MARK = "this-is-a-demo"


@click.command(help=_HELP, short_help="Start with a made-up organisation, on this machine only.")
@click.option("--folder", type=click.Path(path_type=Path), default=Path("var/demo"), show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="127.0.0.1, localhost or ::1, and nothing else.")
@click.option("--port", type=click.IntRange(1, 65_535), default=8000, show_default=True)
@click.option(
    "--voice-port",
    type=click.IntRange(1, 65_535),
    default=8001,
    show_default=True,
    help="For the address where answers are handed in that nobody can trace.",
)
@click.option("--fresh", is_flag=True, help="Forget what was done in this demo, and begin anew.")
def demo(folder: Path, host: str, port: int, voice_port: int, *, fresh: bool) -> None:
    if host not in _LOOPBACK:
        raise click.UsageError(
            f"--host {host} can be reached from elsewhere, and in a demo anyone may sign in as anyone. "
            f"Expected: {', '.join(_LOOPBACK)}. For a real organisation use `alongside setup`."
        )
    _take(folder, fresh=fresh)
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    # Another name of the same machine: cookies do not tell ports apart.
    _settle(folder, address, f"http://{'127.0.0.1' if host == 'localhost' else 'localhost'}:{voice_port}")
    load_site()
    import_module("alongside.cli._demo").prepare()
    serve = import_module("alongside.cli.serve")
    raise SystemExit(serve.serve_site(host=host, port=port, workers=1, when_open=partial(_greet, folder)))


def _take(folder: Path, *, fresh: bool) -> None:
    """Make the folder a demo's own.

    Raises:
        click.UsageError: it holds something else, which a demo would open to everybody.
    """
    mark = folder / _MARK
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"--folder {folder} is not a folder.")
    if folder.is_dir() and any(folder.iterdir()) and not mark.is_file():
        raise click.UsageError(f"--folder {folder} holds something that is not a demo. Name an empty or a new folder.")
    if fresh:
        for database in folder.glob("alongside.sqlite3*"):
            database.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    mark.touch()


def _settle(folder: Path, address: str, voice_address: str) -> None:
    """Set what a demo needs, over all that this machine has set for the real Alongside."""
    for name in [name for name in os.environ if name.startswith("ALONGSIDE_")]:
        del os.environ[name]
    os.environ |= {
        "ALONGSIDE_HOME": str(folder.absolute()),
        "ALONGSIDE_DEMO": "yes",
        "ALONGSIDE_URL": address,
        "ALONGSIDE_VOICE_URL": voice_address,
        "ALONGSIDE_SECRET_KEY": _secret_key(folder / "secret-key"),
    }


def _secret_key(file: Path) -> str:
    secret: str = import_module("alongside.cli._secret").kept_secret(file)
    return secret


def _greet(folder: Path, address: str) -> None:
    sample = import_module("alongside.administration.sample")
    click.echo(f"\nOpen {address}/demo/ and choose who to be:\n")
    for part in sample.parts():
        click.echo(f"  {part.part:<18} {part.name:<18} {part.look}")
    click.echo(
        f"\nOnly this machine can open it, because anyone who can may sign in as anyone."
        f"\nThe organisation is made up. What you do stays in {folder}. Stop with Ctrl-C.\n"
    )
