"""An administrator in Chromium: a file of people from sending it to what was done; and the page a demo starts with."""

from pathlib import Path

import pytest
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from alongside.administration.models import PeopleImport
from alongside.administration.sample import load_sample, parts
from alongside.people.models import Person
from browsing import Visit, axe_finds_nothing, never_scrolls_sideways
from organisation import NOW, Cast

pytestmark = pytest.mark.browser


def _work() -> None:
    for job in DBTaskResult.objects.ready():
        job.task.call(*job.args_kwargs["args"], **job.args_kwargs["kwargs"])
        DBTaskResult.objects.filter(pk=job.pk).delete()


@pytest.mark.parametrize(("width", "dark"), [(320, False), (1280, True)])
def test_a_file_is_sent_looked_at_and_imported(
    visit: Visit, cast: Cast, tmp_path: Path, width: int, dark: bool
) -> None:
    file = tmp_path / "people.csv"
    lines = [f"p{number}@birch.example,Kim Lee {number},night,Night shift" for number in range(60)]
    file.write_text("\n".join(["email,name,unit,unit name", *lines]), encoding="utf-8")
    page = visit(cast.eli, width=width, dark=dark)
    page.goto("/administration/imports/")
    page.get_by_label("A table of people").set_input_files(file)
    page.get_by_role("button", name="Look at it").click()
    page.get_by_text("0 lines have been read").wait_for()
    axe_finds_nothing(page)
    _work()
    page.get_by_role("button", name="Import these").wait_for()  # the page has asked again by itself
    axe_finds_nothing(page)
    never_scrolls_sideways(page)
    page.get_by_role("button", name="Import these").click()
    page.get_by_text("being done, together").wait_for()
    _work()
    page.get_by_text("Imported", exact=True).wait_for()
    axe_finds_nothing(page)
    never_scrolls_sideways(page)
    assert Person.objects.filter(unit__code="night").count() == 60


def test_without_scripts_the_same_is_done_by_links_and_buttons(visit: Visit, cast: Cast, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("email,name\nhana@birch.example,\n", encoding="utf-8")
    page = visit(cast.eli, width=320, javascript=False)
    page.goto("/administration/imports/")
    page.get_by_label("A table of people").set_input_files(file)
    page.get_by_role("button", name="Look at it").click()
    _work()
    page.get_by_role("link", name="Look again").click()
    page.get_by_role("cell", name="Name: expected a name").wait_for()
    never_scrolls_sideways(page)
    assert PeopleImport.objects.get().state == "refused"


def test_in_a_demo_the_front_page_leads_to_whom_to_be(visit: Visit, db: None, settings: Settings) -> None:  # noqa: ARG001
    load_sample(NOW)
    settings.DEMO = True
    page = visit(None, width=320)
    page.goto("/")
    page.get_by_role("link", name="Choose who to be").click()
    axe_finds_nothing(page)
    never_scrolls_sideways(page)
    page.get_by_role("button", name=f"Sign in as {parts()[3].name}").click()
    page.wait_for_url("**/today/")
