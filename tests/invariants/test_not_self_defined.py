"""N5, not self-defined: recognition exists only from others, at least 5 in at least 2 units, on the quarterly date.

Of fewer nothing is left: not in a page, not in what is asked of the database, not in its file.
"""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from test_a_look_back_leaves_nothing import files_with
from test_nobody_above_reads_use import as_it_came

from alongside.ballots.refusals import NotNow
from alongside.notify.models import Delivery
from alongside.people.models import Person
from alongside.recognition.models import Recognition
from alongside.recognition.tallying import GIVERS
from organisation import NOW, Cast
from recognising import HERE, QUARTERLY, SPEND_FROM, THERE, Crowd, ballots, begun, crowd, naming, open_box, write
from routes import ROUTES
from running import Running

Browse = Callable[[Person | None], Client]
ONE_UNDER = [THERE, THERE, THERE, "elsewhere"]
ENOUGH = [THERE, THERE, THERE, THERE, "elsewhere"]


@pytest.fixture
def people(cast: Cast) -> Crowd:
    return crowd(cast)


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def own_pages(browser: Client) -> dict[str, tuple[bytes, int]]:
    """Each page as its owner gets it, and how many queries it took."""
    seen = {}
    for address in sorted({route.address for route in ROUTES if route.name.startswith(("recogni", "your-"))}):
        with CaptureQueriesContext(connection) as asked:
            seen[address] = (as_it_came(browser.get(address)), len(asked))
    return seen


def rows() -> dict[str, list[object]]:
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in apps.get_models()}


def test_n5_one_under_the_threshold_is_the_same_as_none_in_every_byte_and_query(
    cast: Cast, people: Crowd, as_person: Browse
) -> None:
    assert len(ONE_UNDER) == GIVERS - 1
    browser = as_person(cast.ben)
    before, stored = own_pages(browser), rows()
    assert {"/account/recognition/", "/you/data", "/you/data.json"} < set(before)
    write(cast, people, ballots(cast.ben, ONE_UNDER))
    assert own_pages(browser) == before
    assert rows() == stored
    write(cast, people, ballots(cast.ben, ENOUGH))
    changed = {address for address, page in own_pages(browser).items() if page != before[address]}
    assert changed == {"/account/recognition/", "/you/data", "/you/data.json"}, "the comparison would see a difference"


def test_n5_closing_asks_the_same_of_the_database_for_one_under_as_for_none(cast: Cast, people: Crowd) -> None:
    said = []
    for opened in (ballots("nobody", ONE_UNDER), ballots(cast.ben, ONE_UNDER), ballots(cast.carmen, [HERE] * 30)):
        with CaptureQueriesContext(connection) as asked:
            write(cast, people, opened)
        said.append([query["sql"] for query in asked.captured_queries])
    assert said[0] == said[1] == said[2]
    assert not [sql for sql in said[1] if cast.ben.uuid.hex in sql or str(cast.ben.uuid) in sql]


def test_n5_whose_rows_are_written_first_says_nothing(cast: Cast, people: Crowd) -> None:
    write(cast, people, [*ballots(cast.carmen, ENOUGH), *ballots(cast.asha, ENOUGH), *ballots(cast.ben, ENOUGH)])
    in_order = list(Recognition.objects.order_by("pk").values_list("person", flat=True))
    assert in_order == sorted(in_order)


def test_n5_nothing_is_there_before_the_quarterly_date_and_then_all_of_it_at_once(cast: Cast, people: Crowd) -> None:
    asked = begun(cast, people)
    passes = [asked.fetch(person, now=NOW) for person in [*people.maps, *people.routes]]
    said = {"answers": {"people": [{"person": str(one.uuid), "kinds": ["room"]} for one in (cast.ben, cast.asha)]}}
    for one in [*passes[:3], *passes[12:17]]:
        asked.cast(one, said, now=SPEND_FROM)
    with pytest.raises(NotNow):
        open_box(asked, now=SPEND_FROM)
    assert not Recognition.objects.exists()
    with CaptureQueriesContext(connection) as queries:
        open_box(asked, now=QUARTERLY)
    assert {row.person for row in Recognition.objects.all()} == {cast.ben, cast.asha}
    assert sum("INSERT INTO" in query["sql"] and "recognition_rec" in query["sql"] for query in queries) == 1


def test_n5_no_mail_tells_of_it(cast: Cast, people: Crowd) -> None:
    write(cast, people, ballots(cast.ben, ENOUGH))
    assert not mail.outbox
    assert not Delivery.objects.exists()


_CLOSE = """
import django; django.setup()
from alongside.people.models import Organisation, Person, Unit
from organisation import NOW, Cast, join
from alongside.access import Role
from recognising import *
here = Organisation.objects.get()
top = Unit.objects.create(organisation=here, code="all", name="All")
maps = Unit.objects.create(organisation=here, code="maps", name="Maps", parent=top)
ben = Person.objects.get(); ben.unit = maps; ben.save()
asha, carmen = (join(here, name, unit=maps) for name in ("Asha Rao", "Carmen Ruiz"))
dara = join(here, "Dara Lim", Role.DEI_LEAD, unit=top)
cast = Cast(here, maps, asha, ben, carmen, dara, dara, dara, dara)
people = crowd(cast)
asked = begun(cast, people)
passes = [asked.fetch(person, now=NOW) for person in [*people.maps, *people.routes]]
for number, one in enumerate([*passes[:3], *passes[12:15]]):
    named = [carmen, ben] if number in (0, 1, 3, 4) else [carmen]
    asked.cast(one, json.loads(naming(*named)), now=SPEND_FROM)
print("ben", ben.uuid, "carmen", carmen.uuid)
{then}
"""


@pytest.mark.parametrize("then", ["", "open_box(asked, now=QUARTERLY)"], ids=["open", "closed"])
def test_n5_neither_the_database_nor_the_log_beside_it_has_a_trace_of_whoever_stayed_under(
    running: Running, then: str
) -> None:
    said = running.python(_CLOSE.format(then=then)).split()
    ben, carmen = said[said.index("ben") + 1], said[said.index("carmen") + 1]
    # As a ballot names them. The table of people has it without dashes.
    for one in (ben, carmen):
        assert not files_with(running, one)
    names = running.ask("SELECT full_name FROM recognition_recognition r JOIN people_person p ON p.id = r.person_id")
    assert names == ([("Carmen Ruiz",)] if then else [])
    assert running.ask("SELECT count(*) FROM ballots_ballot") == [(0 if then else 6,)]


def test_a_trace_would_be_seen(running: Running) -> None:
    (running.home / "note").write_bytes(naming("3f0c9a52-0000-4000-8000-000000000000"))
    assert files_with(running, "3f0c9a52-0000-4000-8000-000000000000") == {"note"}
