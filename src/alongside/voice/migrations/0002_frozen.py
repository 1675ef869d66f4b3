"""What was promised stays (X3), and what was published stays: the database itself refuses to change it.

A migration that changes one of these tables on SQLite makes the table anew, without its triggers: it then has to call
`freeze` again. `tests/invariants/test_k_never_falls.py` fails where that was forgotten.
"""

from collections.abc import Iterator

from django.apps.registry import Apps as StateApps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

PROMISED = """organisation_id title questions asks_themes takes_words cuts issue_from spend_from spend_until opened_at
campaign_id""".split()
PUBLISHED = ("voice_frozenplan", "voice_release", "voice_figure", "voice_refusedcell", "voice_words")
ROUND = "voice_round"
_K = "NEW.k < OLD.k"


def freeze(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    lite = schema_editor.connection.vendor == "sqlite"
    differs = "{0} IS NOT {1}" if lite else "{0} IS DISTINCT FROM {1}"
    changed = " OR ".join(differs.format(f"NEW.{name}", f"OLD.{name}") for name in PROMISED)
    for table, when, why in (
        (ROUND, f"OLD.opened_at IS NOT NULL AND ({_K} OR {changed})", "an open round keeps what it promised"),
        *((table, "1 = 1", "what was promised or published is not changed") for table in PUBLISHED),
    ):
        for statement in (_on_sqlite if lite else _on_postgresql)(table, when, why):
            schema_editor.execute(statement)


def _on_sqlite(table: str, when: str, why: str) -> Iterator[str]:
    yield f"CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, '{why}'); END"


def _on_postgresql(table: str, when: str, why: str) -> Iterator[str]:
    yield (
        f"CREATE OR REPLACE FUNCTION {table}_frozen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"RAISE EXCEPTION '{why}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    yield (
        f"CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({when}) "
        f"EXECUTE FUNCTION {table}_frozen()"
    )


def thaw(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    lite = schema_editor.connection.vendor == "sqlite"
    for table in (ROUND, *PUBLISHED):
        schema_editor.execute(f"DROP TRIGGER {table}_frozen" + ("" if lite else f" ON {table}"))
        if not lite:
            schema_editor.execute(f"DROP FUNCTION {table}_frozen()")


class Migration(migrations.Migration):
    dependencies = [("voice", "0001_start")]

    operations = [migrations.RunPython(freeze, thaw)]
