import pytest
from talk import talk

from alongside.engines.meetings import Credit, look_back

PRESENT = ("Asha", "Maya", "Sam", "Ben")


def credit(*lines: str, present: tuple[str, ...] = PRESENT) -> tuple[Credit, ...]:
    return look_back(talk(*lines, present=present)).credits


@pytest.mark.parametrize(
    "text",
    [
        "As Maya said.",
        "That was Maya's idea.",
        "It's like Maya mentioned.",
        "Maya came up with that.",
        "Thanks to Maya for spotting it.",
        "Thank you, Maya, for raising that.",
        "Credit to Maya.",
        "It was suggested by Maya.",
    ],
)
def test_who_is_named_as_the_owner_is_given_credit(text: str) -> None:
    assert [(given.by, given.to, given.kind) for given in credit(f"Asha: {text}")] == [("Asha", "Maya", "credit")]


@pytest.mark.parametrize(
    "text",
    [
        "Building on Maya's point, we could open on Monday.",
        "I agree with Maya.",
        "I agree with what Maya proposed.",
        "I'd like to come back to what Maya said.",
        "I really like Maya's idea.",
        "Good point, Maya.",
        "Maya has a very good point.",
        "Let's go with Maya's suggestion.",
        "Maya's right.",
        "As Maya said, we ask for the passport at the first booking.",
        "Maya suggested earlier that we open the shop on Monday.",
        "And um, as, as I think Maya was saying, if you want the same list there is no problem with that.",
    ],
)
def test_an_idea_taken_up_or_repeated_with_the_name_is_amplified(text: str) -> None:
    assert [(given.to, given.kind) for given in credit(f"Asha: {text}")] == [("Maya", "amplification")]


@pytest.mark.parametrize(
    "text",
    [
        "As Maya said she would call.",
        "Maya said she's coming.",
        "Maya said yes.",
        "Maya was talking about the list.",
        "Maya suggested she could call.",
        "I don't agree with Maya.",
        "I don't think Maya's suggesting that we do that.",
        "I don't know what Maya said.",
        "I didn't hear what Maya said.",
        "Was that Maya's idea?",
        "What's Maya's point?",
        "From Maya's point of view.",
        "Maya's right there.",
        "Maya's right behind you.",
        "As soon as Maya gets back.",
        "I was like Maya said what?",
        "According to Maya it rains.",
        "Thank you, Maya.",
        "As Carla said, we open on Monday.",
    ],
)
def test_what_gives_no_credit_is_left_alone(text: str) -> None:
    assert credit(f"Asha: {text}") == ()


def test_nobody_gives_credit_to_themself() -> None:
    assert credit("Maya: That was Maya's idea.", "Maya: As Maya said.") == ()


def test_a_name_that_two_share_gives_credit_to_neither() -> None:
    both = ("Asha", "Sam Jones", "Sam Lee")
    assert credit("Asha: As Sam said.", present=both) == ()
    assert [given.to for given in credit("Asha: As Sam Lee said.", present=both)] == ["Sam Lee"]
    assert [given.to for given in credit("Sam Jones: As Sam said.", present=both)] == ["Sam Lee"]


def test_two_are_given_credit_in_one_breath() -> None:
    given = credit("Asha: As Maya said, and that was Ben's idea.")
    assert {each.to for each in given} == {"Maya", "Ben"}
