import numpy as np
import pytest
from talk import talk

from alongside.engines.meetings import Invitation, _by_name, look_back
from alongside.engines.meetings._units import cut_into_units

PRESENT = ("Asha", "Priya", "Sam", "Ben")


def invitations(*lines: str, present: tuple[str, ...] = PRESENT) -> tuple[Invitation, ...]:
    return look_back(talk(*lines, present=present)).invitations


@pytest.mark.parametrize(
    "text",
    [
        "Priya, what do you think?",
        "What do you think, Priya?",
        "What about you, Priya?",
        "Priya, you wanted to say something.",
        "I'd like to hear from Priya.",
        "I would love to know what Priya thinks about this.",
        "Go ahead, Priya.",
        "Okay, go ahead Priya.",
        "Priya. Go ahead.",
        "Priya, please go on.",
        "Let Priya finish.",
        "Can we hear from Priya first?",
        "I think Priya wanted to say something.",
        "Priya has her hand up.",
        "We haven't heard from Priya yet.",
        "Over to you, Priya.",
        "Priya, you've been quiet.",
        "Anything to add, Priya?",
        "Um, Priya, why don't you bring us up to date?",
        "Do you want to go next, Priya?",
        "Why don't we start with you, Priya?",
        "Okay, Priya, since you were cut off, why don't we start with yours?",
        "Priya, would you tell us what you hear on the phones?",
    ],
)
def test_an_invitation_by_name_is_found(text: str) -> None:
    assert [(asked.by, asked.to) for asked in invitations(f"Asha: {text}")] == [("Asha", "Priya")]


@pytest.mark.parametrize(
    "text",
    [
        "Priya, where is the key?",
        "Priya, can you close the door?",
        "Priya, can you talk to the shop?",
        "What do you think of Priya?",
        "You might want to talk to Priya.",
        "Don't let Priya finish.",
        "Thank you, Priya.",
        "What do you think?",
        "I want to see Priya's list.",
        "Priya wants to open on Monday.",
        "Go ahead and send it to Priya.",
    ],
)
def test_what_does_not_ask_in_by_name_is_no_invitation(text: str) -> None:
    assert invitations(f"Asha: {text}") == ()


@pytest.mark.parametrize(("later", "taken_up"), [(17.9, True), (18.1, False)])
def test_an_invitation_is_taken_up_within_fifteen_seconds(later: float, *, taken_up: bool) -> None:
    (asked,) = invitations("Asha 0-3: What do you think, Priya?", "Ben 4-5: Yes.", f"Priya {later}-20: I like it.")
    assert asked.taken_up is taken_up


def test_a_listeners_signal_does_not_take_an_invitation_up() -> None:
    meeting = talk("Asha 0-3: What do you think, Priya?", "Priya 3-4: Hm.", present=PRESENT)
    units = cut_into_units(meeting)
    signals = np.array([text == "Hm." for text in units.texts])
    for listening, taken_up in ((signals, False), (~signals, True)):
        (asked,) = _by_name.find(units, meeting, listening=listening).invitations
        assert asked.taken_up is taken_up


def test_somebody_else_does_not_take_an_invitation_up() -> None:
    assert not invitations("Asha 0-3: What do you think, Priya?", "Ben 4-9: I like it.")[0].taken_up


def test_an_invitation_to_one_of_two_of_a_name_is_to_the_one_who_speaks() -> None:
    both = ("Asha", "Sam Jones", "Sam Lee")
    assert [asked.to for asked in invitations("Asha: Go ahead, Sam.", "Sam Lee: So.", present=both)] == ["Sam Lee"]
    assert invitations("Asha: Go ahead, Sam.", present=both) == ()
    assert [asked.to for asked in invitations("Asha: Go ahead, Sam Jones.", present=both)] == ["Sam Jones"]


def test_never_invited_are_those_whom_nobody_asked_or_invited_by_name() -> None:
    meeting = talk("Asha: Priya, where is the key?", "Priya: Here.", "Asha: Go ahead, Sam.", present=PRESENT)
    assert look_back(meeting).never_invited == ("Asha", "Ben")


def test_a_shared_name_that_was_called_leaves_nobody_out() -> None:
    meeting = talk("Asha: Sam, where is the key?", "Ben: Here.", present=("Asha", "Sam Jones", "Sam Lee", "Ben"))
    assert look_back(meeting).never_invited == ("Asha", "Ben")


def test_who_has_no_name_to_be_called_by_was_not_passed_over() -> None:
    found = look_back(talk("Asha: Hello.", "Speaker 2: Hello."))
    assert found.never_invited == ("Asha",)
    assert "Speaker 2 cannot be recognised by name" in found.limits[-1]
