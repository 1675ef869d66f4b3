"""The import pages: send a file, see what it would change, let exactly that be done, or leave it."""

import csv
import datetime as dt
import io
from collections.abc import Callable

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from alongside.administration import departures
from alongside.administration.imports import services
from alongside.administration.models import Departure, ImportLine, ImportState, LineKind, PeopleImport
from alongside.people.models import Person
from organisation import NOW, Cast

TWO = "email,name,unit\nhana@birch.example,Hana Sato,maps\nines@birch.example,Ines Costa,maps\n"


@pytest.fixture
def eli(cast: Cast, as_person: Callable[[Person | None], Client]) -> Client:
    return as_person(cast.eli)


def send(browser: Client, text: str, **options: str) -> PeopleImport:
    file = SimpleUploadedFile("people.csv", text.encode())
    answer = browser.post("/administration/imports/", {"file": file, **options})
    sent = PeopleImport.objects.latest("pk")
    assert answer.headers["Location"] == page_of(sent)
    return sent


def page_of(sent: PeopleImport) -> str:
    return f"/administration/imports/{sent.uuid}/"


def work() -> None:
    """Do what is on the queue, as the worker does."""
    for job in DBTaskResult.objects.ready():
        task = job.task
        task.call(*job.args_kwargs["args"], **job.args_kwargs["kwargs"])
        DBTaskResult.objects.filter(pk=job.pk).delete()


def test_a_file_is_shown_before_it_is_imported_and_gone_afterwards(
    eli: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    sent = send(eli, TWO)
    assert "0 lines have been read" in eli.get(page_of(sent)).content.decode()
    work()
    page = eli.get(page_of(sent)).content.decode()
    assert "Hana Sato" in page
    assert "Import these" in page
    assert not Person.objects.filter(email="hana@birch.example").exists()

    sent.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        eli.post(f"{page_of(sent)}apply/", {"digest": sent.digest})
        assert "being done, together" in eli.get(page_of(sent)).content.decode()
        work()
    assert Person.objects.filter(email__in=["hana@birch.example", "ines@birch.example"]).count() == 2
    kept_as = sent.kept_as
    sent.refresh_from_db()
    assert (sent.state, sent.counts["new"], sent.kept_as) == (ImportState.DONE, 2, "")
    assert not default_storage.exists(kept_as)
    page = eli.get(page_of(sent)).content.decode()
    assert "Imported" in page
    assert "Import these" not in page


def test_one_bad_line_stops_all_and_can_be_taken_away_as_a_table(eli: Client) -> None:
    sent = send(eli, TWO + '=cmd(),Kim,maps\nnobody@x.example,"-2+3",maps\n')
    work()
    page = eli.get(page_of(sent)).content.decode()
    assert "Cannot be imported" in page
    assert "Import these" not in page
    sent.refresh_from_db()
    eli.post(f"{page_of(sent)}apply/", {"digest": sent.digest})
    work()
    assert not Person.objects.filter(full_name="Hana Sato").exists()
    table = eli.get(f"{page_of(sent)}lines-to-mend.csv")
    rows = list(csv.reader(io.StringIO(table.content.decode("utf-8-sig"))))
    assert [row[:3] for row in rows] == [["line", "column", "found"], ["4", "email", "'=cmd()"], ["5", "name", "'-2+3"]]
    assert "attachment" in table.headers["Content-Disposition"]


def test_a_file_that_is_no_table_is_refused_with_what_was_expected(eli: Client) -> None:
    sent = send(eli, "this is a letter")
    work()
    page = eli.get(page_of(sent)).content.decode()
    assert "no column for" in page


def test_what_was_shown_is_what_is_done_or_it_is_shown_again(eli: Client, cast: Cast) -> None:
    sent = send(eli, TWO)
    work()
    sent.refresh_from_db()
    first = sent.digest
    Person.objects.create(organisation=cast.organisation, email="hana@birch.example", full_name="Hana")
    eli.post(f"{page_of(sent)}apply/", {"digest": first})
    work()
    sent.refresh_from_db()
    assert sent.state == ImportState.READY
    assert sent.counts["changed"] == 1
    assert "have changed since this was shown" in eli.get(page_of(sent)).content.decode()
    assert Person.objects.get(email="hana@birch.example").full_name == "Hana"
    eli.post(f"{page_of(sent)}apply/", {"digest": first})
    work()
    assert PeopleImport.objects.get().state == ImportState.READY, "the old page approves nothing"


def test_a_file_can_be_taken_back_and_is_gone(
    eli: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    sent = send(eli, TWO)
    with django_capture_on_commit_callbacks(execute=True):
        eli.post(f"{page_of(sent)}cancel/")
    assert not default_storage.exists(sent.kept_as)
    work()
    assert PeopleImport.objects.get().state == ImportState.CANCELLED
    assert not ImportLine.objects.exists()
    eli.post(f"{page_of(sent)}apply/", {"digest": ""})
    assert not DBTaskResult.objects.ready().exists()


def test_each_step_can_be_done_twice(eli: Client) -> None:
    sent = send(eli, TWO)
    sent.refresh_from_db()
    for _ in range(2):
        services.check(PeopleImport.objects.get(), now=NOW)
        PeopleImport.objects.update(state=ImportState.CHECKING)
    services.check(PeopleImport.objects.get(), now=NOW)
    assert ImportLine.objects.filter(kind=LineKind.NEW).count() == 2
    sent.refresh_from_db()
    services.approve(people_import=sent, digest=sent.digest)
    for _ in range(2):
        services.apply(PeopleImport.objects.get(), now=NOW)
    assert Person.objects.filter(full_name="Hana Sato").count() == 1


def test_a_page_of_a_large_import_costs_few_queries(
    eli: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    sent = send(eli, "email,name\n" + "".join(f"p{n}@birch.example,Kim {n}\n" for n in range(120)))
    work()
    with django_assert_max_num_queries(9):
        page = eli.get(f"{page_of(sent)}?page=2&kind=new").content.decode()
    assert "Page 2 of 3" in page
    assert page.count("<del>") == 0
    assert page.count("Kim ") == 50
    with django_assert_max_num_queries(9):
        eli.get("/administration/imports/")


def test_nobody_else_sees_an_import(eli: Client, cast: Cast, as_person: Callable[[Person | None], Client]) -> None:
    sent = send(eli, TWO)
    for who in (cast.ben, cast.asha, cast.dara, cast.farah, cast.stranger):
        for address in (page_of(sent), f"{page_of(sent)}lines-to-mend.csv"):
            assert as_person(who).get(address).status_code == 404
        for act in ("apply", "cancel"):
            assert as_person(who).post(f"{page_of(sent)}{act}/").status_code == 404
    assert PeopleImport.objects.get().state == ImportState.CHECKING


def test_the_page_asks_again_by_itself_until_there_is_something_to_see(eli: Client) -> None:
    sent = send(eli, TWO)
    assert "HX-Refresh" not in eli.get(page_of(sent), headers={"HX-Request": "true"}).headers
    work()
    assert eli.get(page_of(sent), headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"


def test_what_nobody_goes_on_with_is_forgotten_after_a_week(
    eli: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    sent = send(eli, TWO)
    work()
    week = dt.timedelta(days=7)
    services.forget_old(now=sent.created_at + week)
    assert ImportLine.objects.count() == 2
    with django_capture_on_commit_callbacks(execute=True):
        services.forget_old(now=sent.created_at + week + dt.timedelta(seconds=1))
    assert not ImportLine.objects.exists()
    assert not default_storage.exists(sent.kept_as)


def test_those_who_left_are_forgotten_after_the_days_of_grace(cast: Cast) -> None:
    Person.objects.filter(pk=cast.ben.pk).update(is_active=False)
    Departure.objects.create(person=cast.ben, at=NOW)
    assert departures.forget_those_who_left(now=NOW + departures.GRACE) == 0
    assert departures.forget_those_who_left(now=NOW + departures.GRACE + dt.timedelta(seconds=1)) == 1
    assert not Person.objects.filter(pk=cast.ben.pk).exists()
