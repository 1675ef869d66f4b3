"""`alongside setup`: once, whole or not at all, and nothing that can be guessed."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from django.core.exceptions import ValidationError
from django.test import Client

from alongside.access import Role
from alongside.access.models import AuditEvent
from alongside.administration.services import Refused, found_organisation
from alongside.cli import _founding, commands
from alongside.cli._questions import Answers
from alongside.people.models import Jurisdiction, Organisation, Person
from organisation import NOW

ENOUGH = [
    "--organisation=Birch & Co",
    "--jurisdiction=uk",
    "--administrator=Kim Lee",
    "--email=Kim@birch.example",
]
GOOD = "seven owls read maps"
WEAK = "password1234"
ANSWERS = Answers("Birch & Co", "uk", "Kim Lee", "kim@birch.example", GOOD, {"ALONGSIDE_URL": "http://127.0.0.1:8000"})


@pytest.fixture
def run_setup(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """The command in a process of its own, as it decides itself where it keeps everything."""

    def run(*options: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("ALONGSIDE_", "DJANGO_"))}
        command = [sys.executable, "-c", "from alongside.cli import main; main()", "setup", *options]
        return subprocess.run(  # noqa: S603 - our own command
            command,
            check=False,
            capture_output=True,
            text=True,
            input=typed,
            env={**kept, "ALONGSIDE_HOME": str(tmp_path / "home"), "LC_ALL": "C.UTF-8"},
        )

    return run


def test_one_run_sets_everything_up_and_a_second_is_refused(
    run_setup: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    done = run_setup(*ENOUGH, "--url=https://alongside.birch.example", "--password-file=-", typed=f"{GOOD}\n")
    assert done.returncode == 0, done.stderr
    home = tmp_path / "home"
    before = {path.name: path.read_bytes() for path in home.iterdir()}
    assert set(before) == {"alongside.sqlite3", "secret-key", "settings.toml"}
    for path in home.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
    assert len(before["secret-key"]) > 80
    assert b'ALONGSIDE_URL = "https://alongside.birch.example"' in before["settings.toml"]
    assert GOOD.encode() not in b"".join(before.values())

    again = run_setup(*ENOUGH)
    assert again.returncode == 2
    assert "There is an organisation here already" in again.stderr
    assert {name: (home / name).read_bytes() for name in before} == before


def test_a_refusal_by_the_sites_own_rules_leaves_nothing_behind(
    run_setup: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    refused = run_setup(*ENOUGH, "--password-file=-", typed=f"{WEAK}\n")
    assert refused.returncode == 2
    assert "too common" in refused.stderr
    assert "Expected: at least 12 characters" in refused.stderr
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("password", "why"), [("short", "at least 12"), ("kim@birch.example", "too similar"), ("administrator", "common")]
)
def test_a_password_that_others_would_guess_is_refused(password: str, why: str) -> None:
    answers = Answers("Birch & Co", "uk", "Kim Lee", "kim@birch.example", password, {})
    answer = CliRunner().invoke(_as_command(lambda: _founding.check(answers)))
    assert answer.exit_code == 2
    assert why in answer.output


@pytest.mark.parametrize(
    ("options", "option", "expected"),
    [
        ([], "--organisation", "What is your organisation called?"),
        (ENOUGH[:1], "--jurisdiction", "eu or uk or us or other"),
        ([*ENOUGH, "--url=birch"], "--url", "https://"),
        ([*ENOUGH, "--url=http://alongside.birch.example"], "--url", "Expected: https"),
        ([*ENOUGH, "--time-zone=Mars/Olympus"], "--time-zone", "Europe/London"),
        ([*ENOUGH, "--mail-host=mail.birch.example"], "--mail-from", "sender"),
        ([*ENOUGH, "--password-file=/no/such/file"], "--password-file", "Expected: a text file"),
        ([*ENOUGH, "--language=xx"], "--language", "en-gb"),
    ],
)
def test_a_message_names_the_option_and_what_was_expected(
    options: list[str], option: str, expected: str, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    answer = CliRunner(env={"ALONGSIDE_HOME": str(home)}).invoke(commands, ["setup", *options])
    assert answer.exit_code == 2
    assert option in answer.output
    assert expected in answer.output
    assert not home.exists()


def test_what_was_written_by_hand_is_kept_and_never_overruled(tmp_path: Path) -> None:
    written = tmp_path / "settings.toml"
    written.write_text('# ours\nALONGSIDE_URL = "https://other.example"\n', encoding="utf-8")
    answer = CliRunner(env={"ALONGSIDE_HOME": str(tmp_path)}).invoke(
        commands, ["setup", *ENOUGH, "--url=https://alongside.birch.example"]
    )
    assert answer.exit_code == 2
    assert "another ALONGSIDE_URL than --url says" in answer.output
    assert written.read_text(encoding="utf-8").startswith("# ours\n")


@pytest.mark.django_db
def test_without_its_files_there_is_no_organisation_either() -> None:
    def fail() -> None:
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011 - the one above
        _founding.found(ANSWERS, write=fail)
    assert not Organisation.objects.exists()
    assert not Person.objects.exists()


@pytest.mark.django_db
def test_the_first_administrator_is_one_and_the_founding_is_on_record() -> None:
    assert _founding.found(ANSWERS, write=lambda: None) == ""
    kim = Person.objects.get()
    assert kim.roles == {Role.MEMBER, Role.ADMINISTRATOR}
    assert kim.check_password(GOOD)
    assert kim.organisation.jurisdiction == Jurisdiction.UK
    event = AuditEvent.objects.get()
    assert (event.act, event.organisation, event.actor) == ("organisation.founded", kim.organisation.uuid, None)


@pytest.mark.django_db
def test_the_link_lets_them_choose_a_password_once(client: Client) -> None:
    answers = Answers("Birch & Co", "uk", "Kim Lee", "kim@birch.example", "", {})
    link = _founding.found(answers, write=lambda: None).removeprefix("http://127.0.0.1:8000")
    assert not Person.objects.get().has_usable_password()

    form = client.get(link)
    assert form.status_code == 302
    client.post(form.headers["Location"], {"password1": GOOD, "password2": GOOD})
    assert Person.objects.get().check_password(GOOD)

    other = Client()
    other.post(other.get(link, follow=True).request["PATH_INFO"], {"password1": "x" * 14, "password2": "x" * 14})
    assert Person.objects.get().check_password(GOOD)


@pytest.mark.django_db
def test_only_one_organisation_is_founded_however_often_it_is_tried() -> None:
    _founding.found(ANSWERS, write=lambda: None)
    with pytest.raises(Refused, match="already"):
        found_organisation(
            name="Other", jurisdiction="uk", administrator="Eve", email="eve@x.example", password="", now=NOW
        )
    assert Organisation.objects.count() == 1


@pytest.mark.django_db
def test_the_service_refuses_a_weak_password_by_itself() -> None:
    with pytest.raises(ValidationError):
        found_organisation(
            name="Birch", jurisdiction="uk", administrator="Kim", email="k@x.example", password=WEAK, now=NOW
        )
    assert not Organisation.objects.exists()


def _as_command(act: Callable[[], object]) -> click.Command:
    return click.command()(act)
