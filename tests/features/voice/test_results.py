"""What everybody reads when a round is over: bands of their own unit and of those above, the hardest first."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

import rounds
from alongside.access import Role
from alongside.ballots.closing import Opened
from alongside.engines import practice
from alongside.engines.release import _releasing
from alongside.people.models import Grant, Person, Unit
from alongside.practice import services as practising
from alongside.voice import selectors, services
from alongside.voice.models import Figure, Round, Stage
from alongside.voice.wording import KEPT, WITHHELD, four_sentences
from organisation import NOW
from rounds import DAY, House

Browse = Callable[[Person | None], Client]
pytestmark = pytest.mark.django_db
HARDEST, EASIEST = "can-finish", "safe-to-disagree"


@pytest.fixture
def made() -> House:
    return rounds.house({"care": 24, "field": 30, "shop": 12, "tiny": 5})


def hard_and_easy(asked: Round, **more: object) -> list[Opened]:
    return rounds.answers(asked, {HARDEST: "1", EASIEST: "5", "themes": ["credit"], **more}, share=1)


def published(made: House, **more: object) -> Round:
    """Everybody finds the same hard, and the same easy."""
    asked = rounds.opened(made, **more)
    services.publish(asked=asked, now=rounds.close(asked, hard_and_easy(asked)))
    return asked


def page_of(browse: Browse, person: Person, asked: Round) -> str:
    answer = browse(person).get(f"/listen/rounds/{asked.uuid}/")
    assert answer.status_code == 200
    return str(answer.content.decode()).replace("&#x27;", "'")


def test_a_member_reads_their_unit_and_all_above_and_no_unit_beside(made: House, as_person: Browse) -> None:
    page = page_of(as_person, made.people("care")[0], published(made))
    headings = re.findall(r'<h2 id="cell-\d"><bdi>(.+?)</bdi>', page)
    assert headings == ["Care", "Everyone who was asked"]
    assert "Field" not in page


def test_the_hardest_stands_first_and_the_easiest_last(made: House, as_person: Browse) -> None:
    page = page_of(as_person, made.people("care")[0], published(made))
    first, last = page.index("In meetings I can finish"), page.index("I can disagree here")
    assert first < last
    items = selectors.hardest_first(Round.objects.get(), made.units["care"])
    assert {items[0].question, items[1].question} == {HARDEST, "theme:credit"}
    assert [item.is_awaited for item in items][:4] == [True, True, True, False]


def test_a_small_unit_reads_with_which_one_it_is_counted(made: House, as_person: Browse) -> None:
    page = page_of(as_person, made.people("tiny")[0], published(made))
    assert "Tiny is counted in “Everyone who was asked”, so that no small group stands alone." in page


def test_figures_are_bands_with_a_word_and_never_a_count(made: House, as_person: Browse) -> None:
    page = page_of(as_person, made.people("care")[0], published(made))
    assert re.search(r"<b>(few|some|about half|most|nearly all)</b>", page)
    assert re.search(r"\d+ to \d+\s%", page)
    assert re.search(r"20-49 answers|50\+ answers", page)
    for one in Figure.objects.all():
        assert one.high - one.low >= 20, one


def test_before_the_results_nothing_tells_how_many_have_answered(made: House, as_person: Browse) -> None:
    asked = rounds.opened(made)
    for person in (made.dara, made.people("care")[0]):
        page = page_of(as_person, person, asked)
        assert not re.search(r"\d+ (of|answers)|received|so far", page)
        for sentence in four_sentences():
            assert sentence in page
        assert str(KEPT) in page


def test_a_round_that_too_few_answered_says_so_and_shows_nothing(made: House, as_person: Browse) -> None:
    asked = rounds.opened(made)
    at = rounds.close(asked, rounds.answers(asked)[:4])
    services.publish(asked=asked, now=at)
    page = page_of(as_person, made.people("care")[0], asked)
    assert "Too few people answered, so nothing is shown." in page
    assert not Figure.objects.exists()


def test_every_sentence_by_which_the_engine_withholds_a_round_can_be_translated() -> None:
    assert set(WITHHELD) == {_releasing._TOO_FEW, _releasing._NO_SAFE_BANDS}


def test_a_unit_with_seven_answers_is_not_shown(made: House) -> None:
    asked = rounds.opened(made)
    care = str(made.units["care"].uuid)
    boxes = hard_and_easy(asked)
    of_care = [box for box in boxes if box.label == care]
    at = rounds.close(asked, [*of_care[:7], *(box for box in boxes if box.label != care)])
    services.publish(asked=asked, now=at)
    assert not Figure.objects.filter(value=care).exists()
    assert Figure.objects.filter(value="").exists()


def test_words_of_ten_or_more_stand_with_their_unit_and_words_of_nine_nowhere(made: House, as_person: Browse) -> None:
    asked = rounds.opened(made, takes_words=True)
    care, field = (str(made.units[unit].uuid) for unit in ("care", "field"))
    boxes = rounds.answers(asked, share=1)
    wrote = [box for box in boxes if box.label == care][:10] + [box for box in boxes if box.label == field][:9]
    said = rounds.answers(asked, {"words": "We are cut off."}, share=1)
    with_words = [said[boxes.index(box)] if box in wrote else box for box in boxes]
    services.publish(asked=asked, now=rounds.close(asked, with_words))
    assert "We are cut off." in page_of(as_person, made.people("care")[0], asked)
    assert "We are cut off." not in page_of(as_person, made.people("field")[0], asked)


def test_a_figure_stands_beside_the_one_before_only_if_the_same_people_were_asked(made: House) -> None:
    first = published(made)
    rounds.move_in(made, "field", 6)
    again = published(made, starts=NOW + 61 * DAY)
    now = Figure.objects.filter(release__round=again)
    before = Figure.objects.filter(release__round=first)
    care = now.get(value=str(made.units["care"].uuid), question=HARDEST)
    assert care.before == before.get(value=care.value, question=HARDEST)
    assert not now.filter(before=None).exclude(where="units").filter(where="everyone").exists()


def test_there_is_no_trend_of_a_cut_of_which_nobody_knows_who_is_in_it(made: House) -> None:
    cuts = [("Time here", ["short", "long"])]
    for starts in (NOW + DAY, NOW + 61 * DAY):
        asked = rounds.opened(made, cuts=cuts, starts=starts)
        boxes = rounds.answers(asked, {"cut.1": "short"}, share=1)
        services.publish(asked=asked, now=rounds.close(asked, boxes))
    assert Figure.objects.filter(where="Time here").exists()
    assert not Figure.objects.filter(where="Time here").exclude(before=None).exists()


def test_a_round_of_another_unit_is_not_there(made: House, as_person: Browse) -> None:
    asked = rounds.opened(made, units=["field"])
    assert as_person(made.people("care")[0]).get(f"/listen/rounds/{asked.uuid}/").status_code == 404
    assert page_of(as_person, made.people("field")[0], asked)


def test_today_can_offer_an_act_about_a_theme_that_half_or_more_raised(made: House) -> None:
    asked = published(made)
    now = asked.releases.get().at
    assert selectors.raised_themes([made.organisation.pk], now=now) == {made.organisation.pk: frozenset({"credit"})}
    assert not selectors.raised_themes([made.organisation.pk], now=now + 121 * DAY)
    member = Person.objects.with_page_needs().get(pk=made.people("care")[0].pk)
    offers: list[practice.Offer] = []
    for day in range(28):
        at = now + day * DAY
        choice = practising.choices_for([member], {member.pk: offers}, now=at)[member.pk]
        if choice.act:
            offers.append(practice.Offer(choice.act.code, choice.on, "did"))
        if choice.because.reason == "theme":
            assert choice.because.about == "credit"
            return
    pytest.fail("no act because of the theme in four weeks")


@pytest.mark.parametrize(("then", "stage"), [(0, Stage.WAITING), (22, Stage.WAITING), (83, Stage.LOST)])
def test_a_round_waits_for_its_keys_and_is_lost_60_days_after_its_end(made: House, then: int, stage: Stage) -> None:
    asked = rounds.opened(made)
    assert selectors.stage_of(asked, now=NOW + then * DAY) == stage


def test_pages_cost_few_queries(
    made: House, as_person: Browse, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    asked = published(made)
    browser = as_person(made.people("care")[0])
    with django_assert_num_queries(6):  # session, person, roles, units above, rounds, releases
        browser.get("/listen/rounds/")
    with django_assert_num_queries(11):
        browser.get(f"/listen/rounds/{asked.uuid}/")
    asha = made.people("care")[1]
    Grant.objects.create(person=asha, role=Role.LEADER)
    browser = as_person(asha)
    with django_assert_num_queries(15):
        browser.get(f"/listen/rounds/{asked.uuid}/lead/")


def test_a_unit_deep_in_the_tree_reads_all_units_above(as_person: Browse) -> None:
    made = rounds.house({"care": 16, "field": 30})
    night = Unit.objects.create(organisation=made.organisation, code="night", name="Night", parent=made.units["care"])
    deep = rounds.House(made.organisation, made.top, {**made.units, "night": night}, made.dara, made.eli)
    rounds.move_in(deep, "night", 15)
    page = page_of(as_person, deep.people("night")[0], published(deep))
    assert re.findall(r'<h2 id="cell-\d"><bdi>(.+?)</bdi>', page) == ["Night", "Care", "Everyone who was asked"]
