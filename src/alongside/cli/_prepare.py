"""What has to be true before the site is shown: it was set up, and its tables and files are those of this version."""

import fcntl
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import OperationalError, connection, connections
from django.db.migrations.executor import MigrationExecutor

from alongside import __version__
from alongside.cli._site import CannotStart

_LOCK = 2_611_228  # any number, the same in every process that updates this database


def prepare() -> None:
    """Bring the tables and the static files up to date, and leave no connection open.

    Raises:
        CannotStart: it was never set up, or the database cannot be used; the message says what to do.
    """
    _need(_has_secret_key())
    try:
        with _one_at_a_time():
            update_tables()
            _collect_static_files()
        _need(apps.get_model("people", "Organisation").objects.exists())
    except OperationalError as fault:
        raise CannotStart(f"The database cannot be used: {str(fault).strip()}.") from fault
    finally:
        leave_no_connection_open()


def leave_no_connection_open() -> None:
    """Processes that are started from here must not share one."""
    connections.close_all()
    if connection.vendor == "postgresql":
        connections["default"].close_pool()  # type: ignore[attr-defined]


def _has_secret_key() -> bool:
    try:
        return bool(settings.SECRET_KEY)
    except ImproperlyConfigured:
        return False


def _need(is_set_up: object) -> None:
    if not is_set_up:
        raise CannotStart(
            "Alongside is not set up yet. Run `alongside setup` first, or `alongside demo` to look around."
        )


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Wait for others that update this folder or this database."""
    settings.HOME.mkdir(parents=True, exist_ok=True)
    with (settings.HOME / "update.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if connection.vendor != "postgresql":
            yield
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])


def update_tables() -> None:
    """Make the tables those of this version."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)


def _collect_static_files() -> None:
    """Write them under names that tell their content, unless that was done for exactly these files."""
    mark = settings.STATIC_ROOT / "collected"
    now = _fingerprint()
    if mark.is_file() and mark.read_text(encoding="ascii") == now:
        return
    shutil.rmtree(settings.STATIC_ROOT, ignore_errors=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    mark.write_text(now, encoding="ascii")


def _fingerprint() -> str:
    found = hashlib.sha256(__version__.encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            found.update(name.encode())
            with storage.open(name) as file:
                found.update(hashlib.file_digest(file, "sha256").digest())
    return found.hexdigest()
