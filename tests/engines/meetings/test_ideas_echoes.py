"""When an idea came back from somebody else."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from talk import talk

from alongside.engines.meetings import Credit, Proposal
from alongside.engines.meetings._echoes import SOONEST, find_echoes, stem
from alongside.engines.meetings._units import cut_into_units

FIRST = "What if we sent a text message the day before a tool is due back?"
AGAIN = "We could just send people a text message before the tools are due."

# The words of a meeting, against which rarity is weighed.
UNITS = cut_into_units(
    talk(f"Asha: {FIRST}", f"Ben: {AGAIN}", *(f"Carmen: Item {place} is done." for place in range(60)))
)


def proposal(speaker: str, start: float, text: str, *, unanswered: float = 0.8) -> Proposal:
    return Proposal(
        speaker=speaker,
        start=start,
        end=start + 4.0,
        text=text,
        probability=0.5,
        unanswered_probability=unanswered,
        answered_by="" if unanswered >= 0.5 else "Carmen",
        reply="" if unanswered >= 0.5 else "Yes.",
        say="",
    )


ASHA = proposal("Asha", 100.0, FIRST)
BEN = proposal("Ben", 400.0, AGAIN, unanswered=0.1)


def test_an_unanswered_idea_that_came_back_is_an_echo() -> None:
    (echo,) = find_echoes((ASHA, BEN), UNITS, ())
    assert (echo.first, echo.again) == (ASHA, BEN)
    assert 0.42 <= echo.similarity <= 1.0


def test_the_same_person_does_not_echo_themself() -> None:
    assert not find_echoes((ASHA, replace(BEN, speaker="Asha")), UNITS, ())


def test_an_answered_idea_has_no_echo() -> None:
    assert not find_echoes((replace(ASHA, unanswered_probability=0.49), BEN), UNITS, ())


def test_who_gives_credit_does_not_echo() -> None:
    credit = Credit(at=401.0, by="Ben", to="Asha", text="As Asha said.", kind="credit")
    assert not find_echoes((ASHA, BEN), UNITS, (credit,))
    for other in (replace(credit, at=300.0), replace(credit, to="Carmen"), replace(credit, by="Carmen")):
        assert find_echoes((ASHA, BEN), UNITS, (other,))


def test_what_comes_back_at_once_is_still_the_same_conversation() -> None:
    at_the_limit = replace(BEN, start=ASHA.end + SOONEST, end=ASHA.end + SOONEST + 4.0)
    under = replace(at_the_limit, start=at_the_limit.start - 0.1)
    assert find_echoes((ASHA, at_the_limit), UNITS, ())
    assert not find_echoes((ASHA, under), UNITS, ())


def test_another_idea_on_the_same_thing_is_no_echo() -> None:
    other = "We could paint the tools red so that people see whose they are."
    assert not find_echoes((ASHA, replace(BEN, text=other)), UNITS, ())


def test_an_idea_is_echoed_once_by_what_is_most_like_it() -> None:
    closest = replace(BEN, speaker="Carmen", start=700.0, end=704.0, text=FIRST)
    (echo,) = find_echoes((ASHA, BEN, closest), UNITS, ())
    assert echo.again == closest
    assert echo.similarity == 1.0


def test_words_meet_in_their_stem() -> None:
    for together in (("reminder", "reminders", "reminding"), ("send", "sends", "sending"), ("tool", "tools", "tool's")):
        assert len({stem(word) for word in together}) == 1


TEXTS = (FIRST, AGAIN, "Let's count the ladders in the depot.", "We might count ladders at the depot on Monday.")
PROPOSALS = st.lists(
    st.builds(
        proposal,
        st.sampled_from(("Asha", "Ben", "Carmen")),
        st.integers(0, 2000).map(float),
        st.sampled_from(TEXTS),
        unanswered=st.floats(0.0, 1.0),
    ),
    max_size=20,
).map(lambda proposals: tuple(sorted(proposals, key=lambda one: one.start)))
CREDITS = st.lists(
    st.builds(
        Credit,
        st.integers(0, 2000).map(float),
        st.sampled_from(("Asha", "Ben", "Carmen")),
        st.sampled_from(("Asha", "Ben", "Carmen")),
        st.just("As she said."),
        st.just("credit"),
    ),
    max_size=8,
)


@given(proposals=PROPOSALS, credit=CREDITS)
def test_laws_of_an_echo(proposals: tuple[Proposal, ...], credit: list[Credit]) -> None:
    echoes = find_echoes(proposals, UNITS, credit)
    for echo in echoes:
        assert echo.first.speaker != echo.again.speaker
        assert echo.first.unanswered_probability >= 0.5
        assert echo.again.start >= echo.first.end + SOONEST
        assert 0.0 <= echo.similarity <= 1.0
        assert {echo.first, echo.again} <= set(proposals)
        named = [one for one in credit if (one.by, one.to) == (echo.again.speaker, echo.first.speaker)]
        assert not any(echo.again.start <= one.at <= echo.again.end for one in named)


@given(proposals=PROPOSALS)
def test_renaming_people_changes_no_echo(proposals: tuple[Proposal, ...]) -> None:
    new = {"Asha": "Zoltan", "Ben": "Asha", "Carmen": "Ben"}
    renamed = tuple(replace(one, speaker=new[one.speaker]) for one in proposals)
    before = find_echoes(proposals, UNITS, ())
    after = find_echoes(renamed, UNITS, ())
    assert [(new[echo.first.speaker], echo.first.start, echo.again.start, echo.similarity) for echo in before] == [
        (echo.first.speaker, echo.first.start, echo.again.start, echo.similarity) for echo in after
    ]
