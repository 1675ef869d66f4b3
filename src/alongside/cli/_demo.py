"""The part of `alongside demo` that needs the site."""

from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from alongside.administration.sample import load_sample


def prepare() -> None:
    """Bring the tables up to date, and the sample organisation into them."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)
    load_sample(timezone.now())
    # Processes that are started from here must not share a connection.
    connections.close_all()
