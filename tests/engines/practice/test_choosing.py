"""Which act is chosen, and the reason that is given for it: examples worked by hand on a small catalogue."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from small_catalogue import PLAIN, STRUCTURAL, catalogue

from alongside.engines import practice
from alongside.engines.practice import Because, Catalogue, Choice, Circumstances, Noticed, Offer
from alongside.engines.practice._history import Answer

TUESDAY = date(2026, 5, 5)
ASHA = Circumstances(seed="asha")

BRING_BACK = replace(PLAIN, code="bring-back", area="amplify", answers=frozenset({"cut_off"}))
THANK = replace(PLAIN, code="thank", area="amplify", answers=frozenset({"credit"}))
AGENDA = replace(PLAIN, code="agenda-act", levers=frozenset({"agenda"}))
HEARD = replace(PLAIN, code="heard", themes=frozenset({"being_heard"}))
LEADERS = replace(PLAIN, code="for-leaders", roles=frozenset({"leader"}), answers=frozenset({"cut_off"}))
SMALLER = replace(PLAIN, code="smaller", area="learn", smaller_step="Write it down first.")


def days_ago(days: int) -> date:
    return TUESDAY - timedelta(days=days)


def dull_offers(count: int, *, until: date = TUESDAY) -> list[Offer]:
    """So many offers on the days before a date, of acts that stand for nothing."""
    return [Offer(f"gone-{number}", until - timedelta(days=count - number)) for number in range(count)]


SINCE = dull_offers(2)
"""Two offers without a lever, after which a lever has its turn."""


def chosen(acts: Catalogue, person: Circumstances = ASHA, **given: object) -> Choice:
    return practice.choose(acts, person, on=TUESDAY, **given)  # type: ignore[arg-type]


def code_of(choice: Choice) -> str:
    assert choice.act
    return choice.act.code


def test_a_moment_of_this_week_comes_first() -> None:
    person = replace(ASHA, levers=frozenset({"agenda"}), themes=frozenset({"being_heard"}))
    choice = chosen(catalogue(BRING_BACK, AGENDA, HEARD), person, noticed=[Noticed("cut_off", days_ago(7))])
    assert code_of(choice) == "bring-back"
    assert choice.because == Because("moment", "cut_off", days_ago(7))


@pytest.mark.parametrize("on", [days_ago(8), TUESDAY + timedelta(days=1)])
def test_a_moment_of_last_week_or_of_tomorrow_does_not_count(on: date) -> None:
    choice = chosen(catalogue(BRING_BACK), noticed=[Noticed("cut_off", on)])
    assert choice.because.reason == "area"


def test_the_latest_moment_is_answered_first_and_of_one_day_the_least_noticed() -> None:
    acts = catalogue(BRING_BACK, THANK)
    cut_off, credit = Noticed("cut_off", days_ago(2)), Noticed("credit", days_ago(1))
    assert code_of(chosen(acts, noticed=[cut_off, credit])) == "thank"
    assert code_of(chosen(acts, noticed=[Noticed("credit", cut_off.on), cut_off])) == "bring-back"


def test_a_moment_is_answered_once() -> None:
    acts = catalogue(BRING_BACK, replace(BRING_BACK, code="another"))
    noticed = [Noticed("cut_off", days_ago(2))]
    assert chosen(acts, noticed=noticed, offers=[Offer("bring-back", days_ago(1))]).because.reason == "area"
    # What was offered on the morning of the meeting was no answer to it.
    choice = chosen(acts, noticed=noticed, offers=[Offer("bring-back", days_ago(2))])
    assert code_of(choice) == "another"


def test_then_comes_a_lever_then_a_theme_then_an_area() -> None:
    acts = catalogue(AGENDA, HEARD)
    person = replace(ASHA, levers=frozenset({"agenda"}), themes=frozenset({"being_heard"}))
    first = chosen(acts, person)
    assert (code_of(first), first.because) == ("agenda-act", Because("lever", "agenda", None))
    offers = [Offer("agenda-act", days_ago(1))]
    second = chosen(acts, person, offers=offers)
    assert (code_of(second), second.because) == ("heard", Because("theme", "being_heard", None))
    offers = [Offer("agenda-act", days_ago(2)), Offer("heard", days_ago(1))]
    assert chosen(acts, person, offers=offers).because.reason == "area"


def test_a_lever_waits_until_two_offers_had_none() -> None:
    person = replace(ASHA, levers=frozenset({"agenda"}))
    acts = catalogue(AGENDA, replace(AGENDA, code="more-agenda"))
    for others, reason in ((1, "area"), (2, "lever")):
        offers = [Offer("agenda-act", days_ago(5)), *dull_offers(others)]
        assert chosen(acts, person, offers=offers).because.reason == reason


def test_the_lever_whose_turn_was_longest_ago_is_next() -> None:
    notes = replace(AGENDA, code="notes-act", levers=frozenset({"notes"}))
    acts = catalogue(AGENDA, replace(AGENDA, code="more-agenda"), notes)
    person = replace(ASHA, levers=frozenset({"agenda", "notes"}))
    offers = [Offer("agenda-act", days_ago(3)), Offer("dull-0", days_ago(2)), Offer("dull-1", days_ago(1))]
    assert chosen(acts, person, offers=offers).because == Because("lever", "notes", None)


def test_areas_take_turns_and_the_reason_says_when_the_last_turn_was() -> None:
    acts = catalogue(dull=30)
    offers = [Offer(f"dull-{number}", days_ago(9 - number)) for number in range(5)]
    choice = chosen(acts, offers=offers)
    assert choice.because == Because("area", "learn", days_ago(9))
    assert chosen(acts, offers=offers[1:]).because == Because("area", "learn", None)


def test_an_act_for_a_role_is_for_those_who_have_it() -> None:
    acts = catalogue(LEADERS)
    noticed = [Noticed("cut_off", TUESDAY)]
    assert code_of(chosen(acts, replace(ASHA, roles=frozenset({"leader"})), noticed=noticed)) == "for-leaders"
    assert chosen(acts, noticed=noticed).because.reason == "area"


def test_a_structural_act_is_for_those_who_hold_its_lever_unless_anyone_can_propose_it() -> None:
    owned = replace(STRUCTURAL, code="owned", roles=frozenset({"leader"}), levers=frozenset({"budget"}))
    proposed = replace(owned, code="proposed", roles=frozenset({"anyone"}))
    acts = catalogue(owned, proposed)

    def reach(**given: set[str]) -> set[str]:
        return {act.code for act in acts.within_reach(**given)} & {"owned", "proposed"}

    assert reach(roles={"leader"}, levers={"budget"}) == {"owned", "proposed"}
    assert reach(roles={"leader"}, levers={"hiring"}) == {"proposed"}
    assert reach(roles={"host"}, levers={"budget"}) == {"proposed"}


@pytest.mark.parametrize(
    ("answer", "days", "comes_back"),
    [
        ("none", 14, False),
        ("none", 15, True),
        ("no_chance", 14, False),
        ("no_chance", 15, True),
        ("ducked", 14, False),
        ("ducked", 15, True),
        ("did", 60, False),
        ("did", 61, True),
    ],
)
def test_an_act_comes_back_after_the_days_that_its_answer_asks_for(answer: Answer, days: int, comes_back: bool) -> None:
    choice = chosen(
        catalogue(BRING_BACK),
        noticed=[Noticed("cut_off", TUESDAY)],
        offers=[Offer("bring-back", days_ago(days), answer)],
    )
    assert (code_of(choice) == "bring-back") is comes_back


def test_what_was_ducked_comes_back_before_what_is_new_and_with_a_smaller_first_step() -> None:
    person = Circumstances(seed="asha", levers=frozenset({"agenda"}))
    ducked = replace(SMALLER, levers=frozenset({"agenda"}))
    choices = {
        answer: chosen(catalogue(ducked, AGENDA), person, offers=[Offer("smaller", days_ago(15), answer), *SINCE])
        for answer in ("ducked", "no_chance")
    }
    assert (code_of(choices["ducked"]), choices["ducked"].smaller_step) == ("smaller", "Write it down first.")
    assert (code_of(choices["no_chance"]), choices["no_chance"].smaller_step) == ("agenda-act", "")


def test_what_was_not_ducked_is_offered_whole() -> None:
    act = replace(SMALLER, answers=frozenset({"cut_off"}))
    for offers in ([], [Offer("smaller", days_ago(90), "ducked"), Offer("smaller", days_ago(70), "did")]):
        choice = chosen(catalogue(act), noticed=[Noticed("cut_off", TUESDAY)], offers=offers)
        assert (code_of(choice), choice.smaller_step) == ("smaller", "")


def test_what_was_ducked_twice_running_rests_as_if_it_were_done() -> None:
    person = Circumstances(seed="asha", levers=frozenset({"agenda"}))
    acts = catalogue(replace(SMALLER, levers=frozenset({"agenda"})), AGENDA)
    twice = [Offer("smaller", days_ago(60), "ducked"), Offer("smaller", days_ago(30), "ducked")]
    assert code_of(chosen(acts, person, offers=[*twice, *SINCE])) == "agenda-act"
    between = [twice[0], Offer("smaller", days_ago(45), "no_chance"), twice[1]]
    assert code_of(chosen(acts, person, offers=[*between, *SINCE])) == "smaller"


def test_what_was_ducked_twice_running_is_not_pressed() -> None:
    noticed = [Noticed("cut_off", TUESDAY)]
    twice = [Offer("bring-back", days_ago(90), "ducked"), Offer("bring-back", days_ago(60), "ducked")]
    assert chosen(catalogue(BRING_BACK), noticed=noticed, offers=twice).because.reason == "area"
    rested = [replace(offer, on=offer.on - timedelta(days=1)) for offer in twice]
    assert code_of(chosen(catalogue(BRING_BACK), noticed=noticed, offers=rested)) == "bring-back"
    new = replace(BRING_BACK, code="new")
    assert code_of(chosen(catalogue(BRING_BACK, new), noticed=noticed, offers=rested)) == "new"


def test_where_all_that_fit_are_resting_one_comes_back_sooner_but_not_within_fourteen_days() -> None:
    changes = [Offer(f"change-{number}", days_ago(30 - number), "did") for number in range(8)]
    choice = chosen(catalogue(BRING_BACK), offers=[*changes, *dull_offers(9)], noticed=[Noticed("cut_off", TUESDAY)])
    assert code_of(choice) == "change-0"


def test_who_asked_for_every_change_within_fourteen_days_is_offered_something_else() -> None:
    changes = [Offer(f"change-{number}", days_ago(12)) for number in range(8)]
    choice = chosen(catalogue(), offers=[*changes, *dull_offers(9)])
    assert choice.act
    assert not choice.act.is_structural


def test_who_asked_for_every_act_within_fourteen_days_is_offered_the_one_from_longest_ago() -> None:
    acts = catalogue()
    offers = [Offer(act.code, days_ago(3 if act.code == "dull-7" else 2)) for act in acts.acts]
    assert code_of(chosen(acts, offers=offers)) == "dull-7"


def test_a_structural_act_is_due_from_the_eighth_offer_on_and_a_moment_comes_before_it() -> None:
    acts = catalogue(BRING_BACK)
    assert chosen(acts, offers=dull_offers(6)).because.reason == "area"
    due = chosen(acts, offers=dull_offers(7))
    assert due.act
    assert due.act.is_structural
    assert due.because == Because("structural_due", "", date(2026, 6, 30))
    moment = chosen(acts, offers=dull_offers(8), noticed=[Noticed("cut_off", TUESDAY)])
    assert moment.because.reason == "moment"


def test_the_tenth_offer_is_structural_whatever_was_noticed() -> None:
    noticed = [Noticed("cut_off", TUESDAY)]
    tenth = chosen(catalogue(BRING_BACK), offers=dull_offers(9), noticed=noticed)
    assert tenth.because.reason == "structural_due"
    answer = replace(STRUCTURAL, code="rule", answers=frozenset({"cut_off"}))
    assert chosen(catalogue(answer), offers=dull_offers(9), noticed=noticed).because.reason == "moment"


def test_a_structural_act_that_is_due_is_one_for_a_lever_where_there_is_one() -> None:
    owned = replace(STRUCTURAL, code="owned", roles=frozenset({"leader"}), levers=frozenset({"budget"}))
    person = replace(ASHA, roles=frozenset({"leader"}), levers=frozenset({"budget", "pay"}))
    choice = chosen(catalogue(owned), person, offers=dull_offers(8))
    assert (code_of(choice), choice.because) == ("owned", Because("structural_due", "budget", date(2026, 6, 30)))


def test_after_a_structural_act_come_four_others() -> None:
    acts = catalogue(replace(STRUCTURAL, code="rule", answers=frozenset({"cut_off"})))
    noticed = [Noticed("cut_off", TUESDAY)]
    for others, reason in ((3, "area"), (4, "moment")):
        offers = [Offer("change-0", days_ago(20)), *dull_offers(others)]
        assert chosen(acts, offers=offers, noticed=noticed).because.reason == reason


def test_nobody_begins_with_a_structural_act() -> None:
    acts = catalogue(replace(STRUCTURAL, code="rule", levers=frozenset({"agenda"})))
    person = replace(ASHA, levers=frozenset({"agenda"}))
    assert chosen(acts, person, offers=dull_offers(3)).because.reason == "area"
    assert chosen(acts, person, offers=dull_offers(4)).because.reason == "lever"


def test_on_a_day_off_there_is_no_act_and_the_choice_says_when_the_next_is() -> None:
    saturday, monday = date(2026, 5, 9), date(2026, 5, 11)
    choice = practice.choose(catalogue(), ASHA, on=saturday, noticed=[Noticed("cut_off", saturday)])
    assert choice == Choice(saturday, None, Because("day_off", "", monday), "", monday)


def test_the_next_date_is_told_with_each_act() -> None:
    person = replace(ASHA, working_days=frozenset({1, 3}))
    assert chosen(catalogue(), person).next_on == date(2026, 5, 7)


def test_somebody_without_a_working_day_is_refused() -> None:
    with pytest.raises(ValueError, match="working_days: expected one or more of 0"):
        chosen(catalogue(), replace(ASHA, working_days=frozenset()))


def test_people_are_not_all_offered_the_same_act() -> None:
    acts = practice.our_catalogue()
    codes = {code_of(practice.choose(acts, Circumstances(seed=str(n)), on=TUESDAY)) for n in range(100)}
    assert len(codes) > 30
