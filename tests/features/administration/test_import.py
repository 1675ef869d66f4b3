"""An import: shows everything, then does exactly that, and never touches what people say about themselves."""

import io
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client

from alongside.access import Role
from alongside.access.models import AuditEvent
from alongside.administration.imports.plan import Plan
from alongside.administration.imports.reading import Table, read_table
from alongside.administration.imports.services import import_table, plan_for
from alongside.administration.models import Departure, LineKind
from alongside.administration.services import Refused
from alongside.people.models import Grant, NameWord, Person, Unit
from organisation import NOW, Cast

Bring = Callable[..., Plan]


def table_of(text: str) -> Table:
    *_, table = read_table(io.BytesIO(text.encode()))
    return table


@pytest.fixture
def bring(cast: Cast) -> Bring:
    """Import a text as Eli, the administrator, and return the plan that was carried out."""

    def do(text: str, *, is_complete: bool = False) -> Plan:
        table = table_of(text)
        plan = plan_for(cast.organisation, table, is_complete=is_complete, by=cast.eli)
        assert plan.bad == []
        import_table(cast.organisation, table, is_complete=is_complete, digest=plan.digest(), by=cast.eli, now=NOW)
        return plan

    return do


def bad(cast: Cast, text: str, *, is_complete: bool = False) -> list[tuple[int, str, str]]:
    plan = plan_for(cast.organisation, table_of(text), is_complete=is_complete, by=cast.eli)
    return [(line.number, line.field, line.expected) for line in plan.bad]


def kinds(plan: Plan) -> dict[str, int]:
    return {kind: count for kind, count in plan.counts().items() if count}


def everyone(cast: Cast) -> str:
    """A file that says what is recorded."""
    people = Person.objects.filter(organisation=cast.organisation).select_related("unit")
    lines = [f"{person.email},{person.full_name},{person.unit.code if person.unit else ''}" for person in people]
    return "\n".join(["email,name,unit", *lines, ""])


def test_new_people_come_with_their_units_and_can_be_found(cast: Cast, bring: Bring) -> None:
    plan = bring(
        "email,name,record,unit,unit name,unit parent,leader\n"
        ",,,ops,Operations,all,\n"
        "hana@birch.example,Hana Sato,R1,night,Night shift,ops,yes\n"
        "ines@birch.example,Ines Costa,R2,night,,,no\n"
    )
    assert kinds(plan) == {LineKind.NEW: 2, LineKind.NEW_UNIT: 2}
    hana = Person.objects.select_related("unit__parent__parent").get(email="hana@birch.example")
    assert hana.unit
    assert hana.unit.parent
    assert (hana.unit.name, hana.unit.parent.name) == ("Night shift", "Operations")
    assert hana.unit.parent.parent == Unit.objects.get(code="all", organisation=cast.organisation)
    assert hana.roles == {Role.MEMBER, Role.LEADER}
    assert not hana.has_usable_password()
    assert list(Person.objects.visible_to(cast.ben).named("sat han")) == [hana]
    assert list(Unit.objects.visible_to(cast.ben).named("shi")) == [hana.unit]
    event = AuditEvent.objects.get()
    assert (event.act, event.actor, event.detail) == ("people.imported", cast.eli.uuid, {"new": 2, "new_unit": 2})


def test_a_unit_that_an_import_renames_is_found_by_its_new_name(cast: Cast, bring: Bring) -> None:
    bring("email,name,unit,unit name\n,,ops,Operations\n")
    bring("email,name,unit,unit name\n,,ops,Night shift\n")
    units = Unit.objects.visible_to(cast.ben)
    assert [unit.name for unit in units.named("shi")] == ["Night shift"]
    assert not units.named("oper")


def test_the_database_knows_after_an_import_how_many_there_are_to_search(bring: Bring) -> None:
    """Without it, SQLite takes an organisation to have ten people, and looks at each of them for a rare name."""
    bring("email,name\n" + "".join(f"kim{number}@birch.example,Kim{number} Lee\n" for number in range(40)))
    counted = {
        "sqlite": "SELECT stat FROM sqlite_stat1 WHERE idx = 'name_word_by_start'",
        "postgresql": "SELECT reltuples::int FROM pg_class WHERE relname = 'people_nameword'",
    }
    with connection.cursor() as cursor:
        cursor.execute(counted[connection.vendor])
        rows = str(cursor.fetchone()[0]).split()[0]
    assert int(rows) == NameWord.objects.count()


def test_the_same_file_again_changes_nothing(cast: Cast, bring: Bring) -> None:
    text = "email,name,record,unit\nhana@birch.example,Hana Sato,R1,maps\n"
    bring(text)
    before = list(Person.objects.order_by("pk").values())
    assert kinds(bring(text)) == {"same": 1}
    assert list(Person.objects.order_by("pk").values()) == before
    assert cast.team.people.count() == 4


def test_what_people_say_about_themselves_is_never_written(cast: Cast, bring: Bring) -> None:
    own = {
        "called": "Benny",
        "respelling": "BEN",
        "ipa": "bɛn",
        "pronoun_answer": "given",
        "pronouns": "he/him",
        "pronoun_audience": "all",
        "time_zone": "Asia/Tokyo",
        "language": "fr",
        "working_days": "1110000",
        "asks_a_month": 0,
        "password": "secret",
    }
    Person.objects.filter(pk=cast.ben.pk).update(**own)
    columns = "email,name,unit,record,called,pronouns,gender,language,asks_a_month,is_active,password"
    plan = bring(f"{columns}\n{cast.ben.email},Benjamin Okafor,all,R9,Bob,they/them,m,en,4,no,x\n")
    assert kinds(plan) == {LineKind.CHANGED: 1}
    ben = Person.objects.get(pk=cast.ben.pk)
    assert {name: getattr(ben, name) for name in own} == own
    assert (ben.full_name, ben.record, ben.unit_id) == ("Benjamin Okafor", "R9", cast.team.parent_id)
    assert (ben.uuid, ben.is_active) == (cast.ben.uuid, True)


def test_a_change_is_shown_with_what_it_was_and_what_it_becomes(cast: Cast) -> None:
    plan = plan_for(cast.organisation, table_of(f"email,name,unit\n{cast.ben.email},Ben Ray,\n"))
    (change,) = plan.people
    assert change.differences() == [("name", "Ben Okafor", "Ben Ray"), ("unit", "maps", "")]


def test_a_column_that_is_not_there_changes_nothing(cast: Cast, bring: Bring) -> None:
    bring(f"email,name\n{cast.asha.email},Asha R.\n")
    asha = Person.objects.get(pk=cast.asha.pk)
    assert (asha.full_name, asha.unit) == ("Asha R.", cast.team)
    assert asha.roles == {Role.MEMBER, Role.LEADER}


def test_somebody_is_known_by_their_record_when_their_address_changes(cast: Cast, bring: Bring) -> None:
    bring(f"email,name,record\n{cast.ben.email},Ben Okafor,R1\n{cast.carmen.email},Carmen Ruiz,R2\n")
    # The two trade addresses, which only works together; and a new person gets a third that has just become free.
    bring(
        "email,name,record\n"
        f"{cast.carmen.email},Ben Okafor,R1\n"
        "new@birch.example,Carmen Ruiz,R2\n"
        f"{cast.ben.email},Hana Sato,R3\n"
    )
    found = dict(Person.objects.exclude(record="").values_list("record", "email"))
    assert found == {"R1": cast.carmen.email, "R2": "new@birch.example", "R3": cast.ben.email}
    assert Person.objects.get(record="R1").pk == cast.ben.pk


def test_those_who_are_not_in_a_complete_file_have_left_and_may_come_back(cast: Cast, bring: Bring) -> None:
    text = everyone(cast)
    without = "\n".join(line for line in text.splitlines() if cast.asha.email not in line)
    assert kinds(bring(without)) == {"same": 5}
    assert kinds(bring(without, is_complete=True)) == {"same": 5, LineKind.LEAVING: 1}
    asha = Person.objects.get(pk=cast.asha.pk)
    assert not asha.is_active
    assert asha.roles == {Role.MEMBER}, "no role waits for them"
    assert Departure.objects.get().person == asha
    assert kinds(bring(text, is_complete=True)) == {"same": 5, LineKind.RETURNING: 1}
    assert Person.objects.get(pk=cast.asha.pk).is_active
    assert not Departure.objects.exists()


def test_whoever_comes_back_after_leaving_has_to_sign_in_again(cast: Cast, bring: Bring, client: Client) -> None:
    cast.asha.set_password("a whole sentence is a good one")
    cast.asha.save()
    client.post("/account/login/", {"login": cast.asha.email, "password": "a whole sentence is a good one"})
    assert client.get("/you/").status_code == 200
    text = everyone(cast)
    bring("\n".join(line for line in text.splitlines() if cast.asha.email not in line), is_complete=True)
    bring(text, is_complete=True)
    assert client.get("/you/").status_code == 302


def test_nobody_can_import_away_themself_or_the_last_administrator(cast: Cast) -> None:
    others = f"email,name\n{cast.ben.email},Ben Okafor\n"
    expected = [line[2] for line in bad(cast, others, is_complete=True)]
    assert [text.split(";")[0] for text in expected] == ["you in the file", "at least one administrator in the file"]


@pytest.mark.parametrize(
    ("lines", "number", "field", "expected"),
    [
        ("{ben},Ben,,\n{ben},Ben,,", 3, "email", "line 2"),
        ("a@x.example,A,R1,\nb@x.example,B,R1,", 3, "record", "line 2"),
        ("{stranger},Gus,,", 2, "email", "nobody else"),
        ("a@x.example,A,,one,,two", 2, "unit_parent", "the code of a unit"),
        ("a@x.example,A,,one,One,\nb@x.example,B,,one,Two,", 3, "unit_name", '"One", as in line 2'),
        ("a@x.example,A,,one,,maps\nb@x.example,B,,one,,all", 3, "unit_parent", '"maps", as in line 2'),
        ("a@x.example,A,,one,,one", 2, "unit_parent", "not inside itself"),
        ("a@x.example,A,,one,,two\nb@x.example,B,,two,,one", 2, "unit_parent", "not inside itself"),
        ("a@x.example,A,,all,,maps", 2, "unit_parent", "not inside itself"),
    ],
)
def test_what_contradicts_itself_is_a_bad_line(cast: Cast, lines: str, number: int, field: str, expected: str) -> None:
    text = lines.format(ben=cast.ben.email, stranger=cast.stranger.email)
    found = bad(cast, f"email,name,record,unit,unit name,unit parent\n{text}\n")
    assert [(line[0], line[1]) for line in found] == [(number, field)]
    assert expected in found[0][2]


def test_an_address_is_not_taken_from_somebody_who_keeps_it(cast: Cast, bring: Bring) -> None:
    bring(f"email,name,record\n{cast.ben.email},Ben Okafor,R1\n")
    (line,) = bad(cast, f"email,name,record\n{cast.carmen.email},Ben Okafor,R1\n")
    assert line == (2, "email", "another address; this one belongs to Carmen Ruiz")
    (line,) = bad(cast, f"email,name,record\n{cast.ben.email},Ben Okafor,R7\n")
    assert line == (2, "email", "another address; this one belongs to Ben Okafor")


def test_nothing_is_written_when_the_records_have_changed_since_they_were_shown(cast: Cast) -> None:
    table = table_of("email,name\nhana@birch.example,Hana Sato\n")
    shown = plan_for(cast.organisation, table, by=cast.eli).digest()
    Person.objects.create(organisation=cast.organisation, email="hana@birch.example", full_name="Hana S.")
    before = Person.objects.count()
    with pytest.raises(Refused, match="Look at it again"):
        import_table(cast.organisation, table, is_complete=False, digest=shown, by=cast.eli, now=NOW)
    assert Person.objects.count() == before


def test_the_other_organisation_stays_as_it_is(cast: Cast, bring: Bring) -> None:
    bring(everyone(cast), is_complete=True)
    assert Person.objects.get(pk=cast.stranger.pk).is_active
    assert Grant.objects.filter(person=cast.stranger).count() == 3
