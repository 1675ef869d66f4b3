from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from alongside.engines.meetings import Credit, Echo, Interruption, Invitation, Proposal, SpeakerFloor
from alongside.engines.meetings._by_name import ByName
from alongside.engines.meetings._moments import Wording, certainty, clock
from alongside.engines.meetings._seen import Seen

SHORT = {"Asha Rao": "Asha", "Ben": "Ben", "Carmen": "Carmen", "Dara": "Dara"}

CUT_OFF = Interruption(
    at=60.0,
    start=50.0,
    interrupted="Asha Rao",
    by="Ben",
    kind="cut_off",
    probability=0.9,
    sure=True,
    words_lost="so what we could do is, is send it to the b-",
    words_by="Yeah but we would have to ask all of them first",
    came_back=None,
    say="",
)
CROWDED_OUT = replace(
    CUT_OFF, at=90.0, interrupted="Dara", kind="crowded_out", probability=0.8, words_lost="But the address is on the"
)
IDEA = Proposal(
    speaker="Asha Rao",
    start=100.0,
    end=104.0,
    text="What if we sent a text the day before?",
    probability=0.9,
    unanswered_probability=0.9,
    answered_by="",
    reply="",
    say="",
)
AGAIN = replace(IDEA, speaker="Ben", start=760.0, end=764.0, text="We could send a text.", unanswered_probability=0.1)
ECHO = Echo(first=IDEA, again=AGAIN, similarity=0.7, say="")
CREDIT = Credit(at=300.0, by="Carmen", to="Dara", text="As Dara said.", kind="credit")
INVITED = Invitation(at=400.0, by="Carmen", to="Dara", text="Dara, what do you think?", taken_up=True)


def seen(
    *,
    credit: tuple[Credit, ...] = (),
    invitations: tuple[Invitation, ...] = (),
    never_invited: tuple[str, ...] = (),
    **moments: Any,
) -> Seen:
    by_name = ByName((), invitations, credit, never_invited, (), SHORT)
    return Wording(SHORT).of(Seen(by_name, **moments))


def chosen(found: Seen, *speakers: SpeakerFloor) -> list[str]:
    return [moment.what for moment in Wording(SHORT).choose(found, speakers)]


def floor(name: str, share: float) -> SpeakerFloor:
    return SpeakerFloor(name, 60 * share, share, 3, 20, 9.0, 2.0, 0.0, 0, 0, 0, 0, 0, 0, 0, 0)


def test_an_empty_meeting_has_no_moments() -> None:
    assert chosen(seen()) == []


def test_at_most_three_moments_are_chosen_and_no_three_of_a_kind() -> None:
    many = tuple(replace(CUT_OFF, at=100.0 + at) for at in range(9))
    assert chosen(seen(interruptions=many)) == ["cut_off", "cut_off"]
    assert chosen(seen(interruptions=(*many, CROWDED_OUT, replace(CROWDED_OUT, at=195.0)))) == [
        "cut_off",
        "crowded_out",
        "cut_off",
    ]


def test_a_stop_after_a_syllable_matters_less_than_a_lost_thought() -> None:
    syllable = replace(CUT_OFF, at=130.0, probability=0.95, words_lost="I- i- th-")
    (first, _) = Wording(SHORT).choose(seen(interruptions=(syllable, CUT_OFF)), ())
    assert first.at == CUT_OFF.at


def test_somebody_who_came_back_at_once_lost_less_than_somebody_who_never_did() -> None:
    back = replace(CUT_OFF, at=130.0, probability=0.95, came_back=1.0)
    (first, _) = Wording(SHORT).choose(seen(interruptions=(back, CUT_OFF)), ())
    assert first.at == CUT_OFF.at


def test_what_stops_while_people_arrive_matters_less_than_what_stops_in_the_meeting() -> None:
    arriving = replace(CUT_OFF, at=43.0, probability=0.95)
    (first, _) = Wording(SHORT).choose(seen(interruptions=(arriving, CUT_OFF)), ())
    assert first.at == CUT_OFF.at


def test_what_is_sure_comes_before_what_is_a_little_more_but_only_possible() -> None:
    possible = replace(CUT_OFF, at=130.0, sure=False, probability=0.7)
    sure = replace(CUT_OFF, probability=0.6)
    (first, _) = Wording(SHORT).choose(seen(interruptions=(possible, sure)), ())
    assert first.at == sure.at


def test_a_good_moment_has_its_place_beside_stronger_ones() -> None:
    found = seen(interruptions=(CUT_OFF, CROWDED_OUT), echoes=(ECHO,), proposals=(IDEA, AGAIN), credit=(CREDIT,))
    assert chosen(found) == ["cut_off", "echo", "credit"]


def test_good_moments_fill_what_is_left() -> None:
    assert chosen(seen(interruptions=(CUT_OFF,), credit=(CREDIT,), invitations=(INVITED,))) == [
        "cut_off",
        "credit",
        "invitation",
    ]


def test_an_invitation_that_was_not_taken_up_is_no_good_moment() -> None:
    assert chosen(seen(invitations=(replace(INVITED, taken_up=False),))) == []


@pytest.mark.parametrize(("probability", "shown"), [(0.5, ["cut_off"]), (0.49, [])])
def test_an_interruption_less_likely_than_not_is_left_to_the_list(probability: float, shown: list[str]) -> None:
    assert chosen(seen(interruptions=(replace(CUT_OFF, probability=probability),))) == shown


@pytest.mark.parametrize(
    ("probability", "unanswered", "shown"),
    [(0.6, 0.7, ["unanswered"]), (0.59, 0.9, []), (0.9, 0.69, [])],
)
def test_an_idea_is_shown_where_it_likely_was_one_and_unanswered(
    probability: float, unanswered: float, shown: list[str]
) -> None:
    idea = replace(IDEA, probability=probability, unanswered_probability=unanswered)
    assert chosen(seen(proposals=(idea,))) == shown


def test_an_idea_that_came_again_is_shown_once() -> None:
    assert chosen(seen(proposals=(IDEA, AGAIN), echoes=(ECHO,))) == ["echo"]


def test_who_spoke_little_and_was_never_invited_is_one_person() -> None:
    floors = (floor("Ben", 0.9), floor("Carmen", 0.06), floor("Dara", 0.04))
    (moment,) = Wording(SHORT).choose(seen(never_invited=("Carmen", "Dara")), floors)
    assert (moment.what, moment.people) == ("never_invited", ("Dara",))


def test_where_nobody_is_called_by_name_nobody_is_said_to_be_passed_over() -> None:
    floors = (floor("Ben", 0.9), floor("Carmen", 0.06), floor("Dara", 0.04))
    assert chosen(seen(never_invited=("Ben", "Carmen", "Dara")), *floors) == []


def test_who_had_half_of_an_even_share_was_not_passed_over() -> None:
    floors = (floor("Ben", 0.6), floor("Carmen", 0.22), floor("Dara", 0.18))
    assert chosen(seen(never_invited=("Carmen", "Dara")), *floors) == []


def test_in_a_talk_of_two_nobody_is_passed_over() -> None:
    assert chosen(seen(never_invited=("Dara",)), floor("Ben", 0.95), floor("Dara", 0.05)) == []


def test_neighbouring_moments_are_worded_differently() -> None:
    worded = seen(interruptions=tuple(replace(CUT_OFF, at=float(at)) for at in range(5))).interruptions
    assert all(before.say != after.say for before, after in pairwise(worded))


def test_sentences_use_first_names_and_the_words_that_were_heard() -> None:
    worded = seen(interruptions=tuple(replace(CUT_OFF, at=float(at)) for at in range(2))).interruptions
    assert [moment.say for moment in worded] == [
        "I'd like to hear the rest of Asha's point.",
        "Asha, you were saying ‘we could do is send it to the’. How does it go on?",
    ]


def test_what_is_not_sure_is_asked() -> None:
    found = seen(interruptions=(replace(CUT_OFF, sure=False, probability=0.6),))
    (moment,) = Wording(SHORT).choose(found, ())
    assert moment.title == "Perhaps Asha did not get to finish."
    assert moment.say.endswith("if not.")
    assert moment.certainty == "possible"


def test_an_echo_names_the_first_and_when() -> None:
    found = seen(proposals=(IDEA, AGAIN), echoes=(ECHO,))
    (moment,) = Wording(SHORT).choose(found, ())
    assert moment.title == "Is this the same idea? Asha had one much like it at 1:40."
    assert moment.say == "I think Asha suggested something close to that earlier. Asha, do you want to say more?"
    assert (moment.at, moment.people, moment.certainty) == (760.0, ("Asha Rao", "Ben"), "a question for you")


def test_an_echo_holds_the_same_proposals_as_the_list() -> None:
    found = seen(proposals=(IDEA, AGAIN), echoes=(ECHO,))
    assert (found.echoes[0].first, found.echoes[0].again) == found.proposals
    assert found.proposals[0].say


@pytest.mark.parametrize(
    ("probability", "sure", "words"),
    [(0.95, True, "almost certain"), (0.8, True, "likely"), (0.95, False, "possible")],
)
def test_certainty_is_put_into_words(probability: float, words: str, *, sure: bool) -> None:
    assert certainty(probability, sure=sure) == words


@pytest.mark.parametrize(("seconds", "written"), [(7.9, "0:07"), (760.0, "12:40"), (3760.0, "1:02:40")])
def test_a_time_is_written_as_players_show_it(seconds: float, written: str) -> None:
    assert clock(seconds) == written
