"""A demo: somebody chooses who to be, at this machine and nowhere else."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.test import Client
from pytest_django import Settings

from alongside.administration.sample import Part, load_sample, parts
from alongside.cli import commands
from alongside.people.models import Person
from organisation import NOW, Cast

HERE: dict[str, Any] = {"HTTP_HOST": "127.0.0.1:8000", "REMOTE_ADDR": "127.0.0.1"}


@pytest.fixture
def client() -> Client:
    """A browser at this machine."""
    return Client(**HERE)


@pytest.fixture
def _demo(db: None, settings: Settings) -> None:  # noqa: ARG001 - opens the database
    settings.DEMO = True
    settings.ALLOWED_HOSTS = ["*"]
    load_sample(NOW)


def address(part: Part) -> str:
    return f"/demo/{part.uuid}/"


@pytest.mark.usefixtures("_demo")
def test_the_page_offers_the_five_sample_people_by_name_and_part(client: Client) -> None:
    page = client.get("/demo/").content.decode()
    for part in parts():
        assert f"Sign in as {part.name}" in page
        assert f'action="{address(part)}"' in page
    assert len(parts()) == 5


@pytest.mark.usefixtures("_demo")
@pytest.mark.parametrize("part", parts(), ids=lambda part: part.part)
def test_one_button_makes_you_that_person(client: Client, part: Part) -> None:
    answer = client.post(address(part))
    assert answer.headers["Location"] == "/today/"
    assert Person.objects.get(pk=client.session["_auth_user_id"]).email == part.email


@pytest.mark.usefixtures("_demo")
def test_choosing_again_leaves_nothing_of_the_first(client: Client) -> None:
    client.post(address(parts()[0]))
    first = client.session.session_key
    client.post(address(parts()[1]))
    assert client.session.session_key != first
    assert Person.objects.get(pk=client.session["_auth_user_id"]).email == parts()[1].email


@pytest.mark.usefixtures("_demo")
def test_looking_at_an_address_signs_nobody_in(client: Client) -> None:
    assert client.get(address(parts()[0])).status_code == 405
    assert "_auth_user_id" not in client.session


@pytest.mark.usefixtures("_demo")
@pytest.mark.parametrize(
    "far",
    [
        {"HTTP_HOST": "alongside.example"},
        {"HTTP_HOST": "192.168.1.7:8000"},
        {"HTTP_HOST": "127.0.0.1.evil.example"},
        {"REMOTE_ADDR": "192.168.1.8"},
        {"REMOTE_ADDR": ""},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_FORWARDED": "for=127.0.0.1"},
    ],
    ids=str,
)
def test_from_anywhere_else_there_is_no_such_page(far: dict[str, str]) -> None:
    client = Client(**(HERE | far))
    nothing = client.get("/no/such/page")
    for answer in (client.get("/demo/"), client.post(address(parts()[0]))):
        assert answer.status_code == 404
        assert answer.content == nothing.content
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:8000", "[::1]"])
@pytest.mark.usefixtures("_demo")
def test_every_way_to_call_this_machine_will_do(host: str) -> None:
    assert Client(HTTP_HOST=host, REMOTE_ADDR="::1").get("/demo/").status_code == 200


def test_in_a_real_organisation_there_is_no_such_page(client: Client, cast: Cast) -> None:
    load_sample(NOW)
    nothing = client.get("/no/such/page")
    for who in (parts()[0].uuid, cast.eli.uuid):
        answer = client.post(f"/demo/{who}/")
        assert answer.status_code == 404
        assert answer.content == nothing.content
    assert client.get("/demo/").content == nothing.content


@pytest.mark.usefixtures("_demo")
def test_nobody_but_the_five_can_be_signed_in_as(client: Client, cast: Cast) -> None:
    others = Person.objects.exclude(email__in=[part.email for part in parts()]).filter(is_active=True)
    assert cast.eli in others
    for other in others[:8]:
        assert client.post(f"/demo/{other.uuid}/").status_code == 404


@pytest.mark.usefixtures("_demo")
def test_starting_again_finds_the_sample_as_it_was_left() -> None:
    Person.objects.filter(email=parts()[0].email).update(called="Inga")
    load_sample(NOW)
    assert Person.objects.get(email=parts()[0].email).called == "Inga"
    assert Person.objects.count() > 50


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.7", "alongside.example", "::"])  # noqa: S104
def test_the_command_refuses_to_be_reached_from_elsewhere(host: str, tmp_path: Path) -> None:
    answer = CliRunner().invoke(commands, ["demo", "--host", host, "--folder", str(tmp_path / "demo")])
    assert answer.exit_code == 2
    assert f"--host {host}" in answer.output
    assert "127.0.0.1" in answer.output
    assert not (tmp_path / "demo").exists()


def test_the_command_leaves_a_folder_alone_that_is_not_a_demos(tmp_path: Path) -> None:
    database = tmp_path / "alongside.sqlite3"
    database.write_bytes(b"real people")
    answer = CliRunner().invoke(commands, ["demo", "--fresh", "--folder", str(tmp_path)])
    assert answer.exit_code == 2
    assert "holds something that is not a demo" in answer.output
    assert database.read_bytes() == b"real people"
