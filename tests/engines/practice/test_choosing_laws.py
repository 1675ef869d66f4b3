"""What holds for the choice of every day, whatever was offered before and whatever somebody answered."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise, permutations
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.engines import practice
from alongside.engines.practice import Answer, Choice, Circumstances, Noticed, Offer

ACTS = practice.our_catalogue()
CODES = [*ACTS.by_code, "an-act-that-is-gone"]
FIRST = date(2026, 1, 1)
TWO_YEARS = 730

answers: st.SearchStrategy[Answer] = st.sampled_from(get_args(Answer))
dates = st.integers(0, TWO_YEARS).map(lambda days: FIRST + timedelta(days=days))
moments = st.builds(Noticed, kind=st.sampled_from([*practice.MOMENT_KINDS, "of_no_kind"]), on=dates)


def some(words: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(words))


people = st.builds(
    Circumstances,
    seed=st.text(max_size=4),
    working_days=st.frozensets(st.integers(0, 6), min_size=1),
    roles=some(practice.ROLES),
    levers=some(practice.LEVERS),
    themes=some(practice.THEMES),
)
any_history = st.lists(st.builds(Offer, act=st.sampled_from(CODES), on=dates, answer=answers), max_size=60)
one_a_day = st.lists(
    st.builds(Offer, act=st.sampled_from(CODES), on=dates, answer=answers), unique_by=lambda offer: offer.on
)


@st.composite
def walks(draw: st.DrawFn) -> tuple[Circumstances, list[tuple[Choice, Offer]]]:
    """Somebody's way through 30 choices: with days and weeks away, moments and answers of every kind."""
    person = draw(people)
    on, offers, walk = draw(dates), list[Offer](), list[tuple[Choice, Offer]]()
    for _ in range(30):
        noticed = draw(st.lists(st.sampled_from(practice.MOMENT_KINDS), max_size=2))
        choice = practice.choose(ACTS, person, on=on, offers=offers, noticed=[Noticed(kind, on) for kind in noticed])
        if choice.act:
            offers.append(Offer(choice.act.code, on, draw(answers)))
            walk.append((choice, offers[-1]))
        on = choice.next_on + timedelta(days=draw(st.sampled_from([0, 0, 0, 0, 1, 3, 20])))
    return person, walk


def acts_of(walk: list[tuple[Choice, Offer]]) -> Iterator[practice.Act]:
    return (ACTS.by_code[offer.act] for _, offer in walk)


@settings(max_examples=20, deadline=None)
@given(walks())
def test_no_act_comes_back_within_fourteen_days(way: tuple[Circumstances, list[tuple[Choice, Offer]]]) -> None:
    _, walk = way
    for code in {offer.act for _, offer in walk}:
        on = [offer.on for _, offer in walk if offer.act == code]
        assert all((later - earlier).days > 14 for earlier, later in pairwise(on))


@settings(max_examples=20, deadline=None)
@given(walks())
def test_each_ten_offers_hold_a_structural_act_and_no_five_hold_two(
    way: tuple[Circumstances, list[tuple[Choice, Offer]]],
) -> None:
    structural = [act.is_structural for act in acts_of(way[1])]
    assert all(any(structural[start : start + 10]) for start in range(len(structural) - 9))
    assert all(sum(structural[start : start + 5]) <= 1 for start in range(len(structural)))


@settings(max_examples=20, deadline=None)
@given(walks())
def test_an_act_is_within_reach_and_short_unless_it_is_structural(
    way: tuple[Circumstances, list[tuple[Choice, Offer]]],
) -> None:
    person, walk = way
    for act in acts_of(walk):
        assert act.minutes <= 10 or act.is_structural
        assert "anyone" in act.roles or act.roles & person.roles
        assert "anyone" in act.roles or not act.is_structural or act.levers & person.levers


@settings(max_examples=60, deadline=None)
@given(people, any_history, st.lists(moments, max_size=5), dates)
def test_there_is_an_act_on_every_working_day_after_any_history(
    person: Circumstances, offers: list[Offer], noticed: list[Noticed], on: date
) -> None:
    choice = practice.choose(ACTS, person, on=on, offers=offers, noticed=noticed)
    assert (choice.act is None) is (on.weekday() not in person.working_days)
    assert timedelta(0) < choice.next_on - on <= timedelta(days=7)
    assert choice.next_on.weekday() in person.working_days


@settings(max_examples=60, deadline=None)
@given(people, one_a_day, dates)
def test_with_one_offer_a_day_the_act_was_not_offered_in_fourteen_days(
    person: Circumstances, offers: list[Offer], on: date
) -> None:
    before = [offer for offer in offers if offer.on < on]
    choice = practice.choose(ACTS, person, on=on, offers=before)
    recent = {offer.act for offer in before if (on - offer.on).days <= 14}
    assert choice.act is None or choice.act.code not in recent


@settings(max_examples=40, deadline=None)
@given(people, one_a_day, st.lists(moments, max_size=3), dates)
def test_the_same_input_in_any_order_gives_the_same_choice(
    person: Circumstances, offers: list[Offer], noticed: list[Noticed], on: date
) -> None:
    choice = practice.choose(ACTS, person, on=on, offers=offers, noticed=noticed)
    for order in permutations(noticed):
        assert practice.choose(ACTS, person, on=on, offers=offers[::-1], noticed=order) == choice


@settings(max_examples=40, deadline=None)
@given(people, one_a_day, st.lists(moments, max_size=3), dates, st.integers(2, 100))
def test_weeks_away_bring_one_act_like_any_other_day(
    person: Circumstances, offers: list[Offer], noticed: list[Noticed], on: date, weeks: int
) -> None:
    before = [offer for offer in offers if offer.on < on]
    back = max(on, *(moment.on for moment in noticed), on) + timedelta(weeks=weeks)
    choice = practice.choose(ACTS, person, on=back, offers=before, noticed=noticed)
    assert choice == practice.choose(ACTS, person, on=back, offers=before)
    assert choice.because.reason in {"structural_due", "lever", "theme", "area", "day_off"}


@settings(max_examples=40, deadline=None)
@given(people, any_history, dates)
def test_the_reason_is_true_of_the_act(person: Circumstances, offers: list[Offer], on: date) -> None:
    noticed = [Noticed("cut_off", on)]
    choice = practice.choose(ACTS, person, on=on, offers=offers, noticed=noticed)
    if choice.act is None:
        return
    about = choice.because.about
    assert {
        "moment": about in choice.act.answers and about == "cut_off",
        "structural_due": choice.act.is_structural and (not about or about in choice.act.levers & person.levers),
        "lever": about in choice.act.levers & person.levers,
        "theme": about in choice.act.themes & person.themes,
        "area": about == choice.act.area,
    }[choice.because.reason]
    assert choice.smaller_step in {"", choice.act.smaller_step}
