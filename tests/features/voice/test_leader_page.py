"""A leader answers for their unit: the hardest first, always with a because; and sees their own view beside."""

from collections.abc import Callable

import pytest
from django.test import Client

import rounds
from alongside.access import Role
from alongside.people.models import Grant, Person
from alongside.voice import replying, selectors, services
from alongside.voice.drafting import Refused
from alongside.voice.models import OwnView, Reply, Round, Say
from rounds import DAY, House

Browse = Callable[[Person | None], Client]
pytestmark = pytest.mark.django_db
AGREED = {"say": "will_change", "because": "From Monday on, each talk has its own time."}


@pytest.fixture
def made() -> House:
    return rounds.house({"care": 24, "field": 30, "shop": 12, "tiny": 5})


@pytest.fixture
def asha(made: House) -> Person:
    leader = made.people("care")[0]
    Grant.objects.create(person=leader, role=Role.LEADER)
    return leader


@pytest.fixture
def asked(made: House, monkeypatch: pytest.MonkeyPatch) -> Round:
    one = rounds.opened(made)
    at = rounds.close(one, rounds.answers(one, {"can-finish": "1", "themes": []}, share=1))
    services.publish(asked=one, now=at)
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)
    return one


def lead(asked: Round) -> str:
    return f"/listen/rounds/{asked.uuid}/lead/"


def test_a_leader_answers_the_hardest_first_and_their_unit_reads_it(
    made: House, asha: Person, asked: Round, as_person: Browse
) -> None:
    browser = as_person(asha)
    page = browser.get(lead(asked)).content.decode()
    assert 'value="can-finish"' in page
    browser.post(lead(asked), {**AGREED, "question": "can-finish"})
    read = as_person(made.people("care")[1]).get(f"/listen/rounds/{asked.uuid}/").content.decode()
    assert "Will change" in read
    assert AGREED["because"] in read
    assert (
        AGREED["because"]
        not in as_person(made.people("field")[0]).get(f"/listen/rounds/{asked.uuid}/").content.decode()
    )
    assert 'value="can-finish"' not in browser.get(lead(asked)).content.decode()


def test_what_is_hardest_cannot_be_passed_over(asha: Person, asked: Round, as_person: Browse) -> None:
    answer = as_person(asha).post(lead(asked), {**AGREED, "question": "safe-to-disagree"}, follow=True)
    assert "Begin with what is hardest for people." in answer.content.decode()
    assert not Reply.objects.exists()


@pytest.mark.parametrize("said", [{"because": ""}, {"because": "  "}, {"say": "maybe"}, {"say": ""}])
def test_a_reply_needs_one_of_three_and_a_because(
    asha: Person, asked: Round, as_person: Browse, said: dict[str, str]
) -> None:
    assert as_person(asha).post(lead(asked), {**AGREED, "question": "can-finish", **said}).status_code == 422
    assert not Reply.objects.exists()


def test_nobody_answers_for_a_unit_that_is_not_theirs(made: House, asha: Person, asked: Round) -> None:
    now = asked.releases.get().at
    for by, unit in ((made.people("care")[1], "care"), (asha, "field")):
        with pytest.raises(Refused, match="Whoever leads a unit"):
            replying.reply(
                asked=asked, unit=made.units[unit], question="can-finish", say=Say.HEARD, because="x", by=by, now=now
            )


def test_until_a_reply_comes_the_results_say_that_there_is_none(
    made: House, asked: Round, as_person: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = as_person(made.people("care")[1])
    assert "No reply yet" in browser.get(f"/listen/rounds/{asked.uuid}/").content.decode()
    over = asked.releases.get().at + 14 * DAY
    monkeypatch.setattr("django.utils.timezone.now", lambda: over)
    page = as_person(made.people("care")[1]).get(f"/listen/rounds/{asked.uuid}/").content.decode()
    assert "No reply. The 14 days are over." in page
    assert "No reply yet" not in page


def test_the_leader_of_a_small_unit_answers_what_the_group_said_with_which_it_is_counted(
    made: House, asked: Round, as_person: Browse
) -> None:
    ben, reader = made.people("tiny")[:2]
    Grant.objects.create(person=ben, role=Role.LEADER)
    browser = as_person(ben)
    assert (
        "Tiny is counted in “Everyone who was asked”: these are its figures."
        in browser.get(lead(asked)).content.decode()
    )
    browser.post(lead(asked), {**AGREED, "question": "can-finish"})
    assert AGREED["because"] in as_person(reader).get(f"/listen/rounds/{asked.uuid}/").content.decode()


def test_their_own_view_stands_beside_and_nobody_else_reads_it(
    made: House, asha: Person, asked: Round, as_person: Browse
) -> None:
    readers = [made.dara, made.eli, *made.people("care")[1:3], made.people("field")[0]]
    browsers = [as_person(reader) for reader in readers]
    addresses = ["/listen/rounds/", f"/listen/rounds/{asked.uuid}/", lead(asked), f"{lead(asked)}own-view/"]
    before = [browser.get(address).content for browser in browsers for address in addresses]
    as_person(asha).post(f"{lead(asked)}own-view/", {"can-finish": "5"})
    assert OwnView.objects.get().points == {"can-finish": 5}
    page = as_person(asha).get(lead(asked)).content.decode()
    assert '<td data-label="You">always</td>' in page
    after = [browser.get(address).content for browser in browsers for address in addresses]
    assert [without_tokens(one) for one in before] == [without_tokens(one) for one in after]
    assert '"can-finish": 5' in as_person(asha).get("/you/data.json").content.decode().replace("\\", "")


def without_tokens(page: bytes) -> bytes:
    marked, _, rest = page.partition(b'csrfmiddlewaretoken" value="')
    return marked + (without_tokens(rest[64:]) if rest else b"")


def test_a_leader_opens_the_units_right_below_and_no_others(made: House, asked: Round, as_person: Browse) -> None:
    head = Person.objects.create(
        organisation=made.organisation, unit=made.top, full_name="Hana Suzuki", email="hana@birch.example"
    )
    Grant.objects.create(person=head, role=Role.LEADER)
    browser = as_person(head)
    assert f"{lead(asked)}{made.units['care'].uuid}/" in browser.get(lead(asked)).content.decode()
    assert "Care" in browser.get(f"{lead(asked)}{made.units['care'].uuid}/").content.decode()
    assert browser.get(f"{lead(asked)}{made.top.uuid}/").status_code == 404


def test_a_round_waits_for_a_reply_while_its_14_days_run(asha: Person, asked: Round, as_person: Browse) -> None:
    assert f'href="{lead(asked)}"' in as_person(asha).get("/listen/rounds/").content.decode()
    leader = Person.objects.with_page_needs().get(pk=asha.pk)
    at = asked.releases.get().at
    assert selectors.waiting_for_reply(leader, now=at) == asked
    assert selectors.waiting_for_reply(leader, now=at + 15 * DAY) is None
