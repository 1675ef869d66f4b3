from talk import talk

from alongside.engines.meetings import look_back

STORY = (
    "Asha 0-6: So the thing with the release is that the tests have been failing since last week.",
    "Ben 3.0-3.3: Uhhuh.",
    "Asha 6.4-12: And the people who wrote them are all away until Thursday I think.",
    "Ben 8.0-8.3: Yeah.",
    "Asha 12.3-17: So we need somebody who can look at them before that.",
    "Ben 14.1-14.4: Right.",
)


def test_a_word_of_listening_inside_somebodys_sentence_is_a_backchannel() -> None:
    heard = look_back(talk(*STORY)).backchannels
    assert [(signal.speaker, signal.text) for signal in heard] == [
        ("Ben", "Uhhuh."),
        ("Ben", "Yeah."),
        ("Ben", "Right."),
    ]


def test_a_backchannel_takes_no_floor_and_interrupts_nobody() -> None:
    found = look_back(talk(*STORY))
    assert found.interruptions == ()
    assert {overlap.what for overlap in found.overlaps} == {"backchannel"}
    assert {turn.speaker for turn in found.turns} == {"Asha"}


def test_a_long_contribution_is_no_listening() -> None:
    reply = "Ben 17.5-23: Yeah I can look at the tests tomorrow morning if nobody else has the time for it."
    assert all(signal.start < 17 for signal in look_back(talk(*STORY, reply)).backchannels)


def test_yes_to_a_question_is_an_answer() -> None:
    found = look_back(
        talk(
            "Asha 0-3: Did you get the report that I sent to you?",
            "Ben 3.6-3.9: Yes.",
            "Asha 5-9: Then we can go on with the plan for it.",
        )
    )
    assert found.backchannels == ()
