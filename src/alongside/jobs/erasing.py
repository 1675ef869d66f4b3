"""What was deleted is gone from the disk, too: a database keeps old pages until it is told to let go of them."""

from django.db import connection
from django.db.models import Model


def empty_write_ahead_log() -> None:
    """Make SQLite forget now what was deleted: until then, old pages stand in the file beside the database."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def forget_deleted_rows(*models: type[Model]) -> None:
    """Do this after rows of these tables were deleted. PostgreSQL keeps them in the table until it is vacuumed.

    Its own log and its backups are for whoever runs it to let go of: docs/run/postgresql.md.
    """
    empty_write_ahead_log()
    if connection.vendor == "postgresql" and not connection.in_atomic_block:
        tables = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in models)  # noqa: SLF001 - Django's documented name for it
        with connection.cursor() as cursor:
            cursor.execute(f"VACUUM {tables}")
