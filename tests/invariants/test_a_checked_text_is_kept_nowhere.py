"""A text that is checked is in the request and in the answer: not in the database, its log, a file or a report."""

from test_a_look_back_leaves_nothing import files_with

from running import Running

CANARY = "yranac-chairman"
_CHECK = f"""
import django; django.setup()
from django.conf import settings
settings.STORAGES["staticfiles"] = {{"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
from django.test import Client
from alongside.people.models import Person
browser = Client()
browser.force_login(Person.objects.get())
text = "Dear {CANARY}, please ask the chairman about {CANARY}."
page = browser.post("/speak-up/writing/", {{"text": text, "kind": "text", "locale": "en-GB"}}, HTTP_HOST="127.0.0.1")
assert page.status_code == 200 and "{CANARY}" in page.content.decode(), page.status_code
wrong = browser.post("/speak-up/writing/", {{"text": text, "kind": "{CANARY}", "locale": "xx"}}, HTTP_HOST="127.0.0.1")
assert wrong.status_code == 422
answer = browser.post("/api/write/check", {{"text": text}}, "application/json", HTTP_HOST="127.0.0.1")
assert answer.status_code == 200 and answer.json()["findings"] is not None, answer.content
print("{CANARY[::-1]}")
"""


def test_a_checked_text_is_kept_nowhere(running: Running) -> None:
    assert CANARY[::-1] in running.python(_CHECK)
    (running.home / "note").write_text(CANARY, encoding="utf-8")
    assert files_with(running, CANARY) == {"note"}, "the search finds what is there, and nothing else is"
