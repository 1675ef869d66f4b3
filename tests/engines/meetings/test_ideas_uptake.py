"""What became of an idea."""

from talk import talk

from alongside.engines.meetings import Proposal, Transcript
from alongside.engines.meetings._proposals import find_proposals
from alongside.engines.meetings._units import cut_into_units

IDEA = "Maybe we could send them a message the day before."


def idea_in(transcript: Transcript) -> Proposal:
    return next(one for one in find_proposals(cut_into_units(transcript), transcript) if one.text.startswith(IDEA))


def after(*lines: str) -> Proposal:
    return idea_in(talk("Asha 0-4: And the drills came back late again.", f"Ben 5-8: {IDEA}", *lines))


def test_an_idea_with_a_reply_is_answered() -> None:
    idea = after("Asha 8.2-10: Yeah, that's a good idea.", "Ben 10.5-11: Okay.")
    assert idea.unanswered_probability < 0.4
    assert (idea.answered_by, idea.reply) == ("Asha", "Yeah, that's a good idea.")


def test_an_idea_that_meets_silence_is_unanswered() -> None:
    idea = after("Carmen 24-27: The next item is the budget.")
    assert idea.unanswered_probability > 0.7
    assert (idea.answered_by, idea.reply) == ("", "")


def test_a_listeners_signal_is_the_reply_only_where_there_is_no_fuller_one() -> None:
    fuller = after("Carmen 8.1-8.4: Yeah.", "Asha 8.5-11: But that would cost us a lot.")
    only = after("Carmen 8.1-8.4: Yeah.", "Carmen 30-33: The next item is the budget.")
    assert fuller.answered_by == "Asha"
    assert only.answered_by in {"Carmen", ""}


def test_going_on_oneself_leaves_an_idea_less_answered() -> None:
    reply = "Asha 8.2-10: Yeah, that's a good idea."
    went_on = "Ben 8.1-20: The drills and the saws and the ladders and all of it went to the other depot in the north."
    assert after(reply).unanswered_probability < after(went_on, "Asha 20-22: Right.").unanswered_probability


def test_the_sooner_a_reply_the_likelier_it_is_one() -> None:
    def waited(seconds: float) -> float:
        return after(f"Asha {8 + seconds}-{12 + seconds}: That would be good.").unanswered_probability

    assert waited(0.2) < waited(4) < waited(14)
