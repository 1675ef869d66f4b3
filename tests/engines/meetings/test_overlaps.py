from talk import talk

from alongside.engines.meetings import Overlap, look_back


def overlaps(*lines: str) -> list[Overlap]:
    return list(look_back(talk(*lines)).overlaps)


def test_an_early_start_at_the_end_of_a_finished_turn_is_named_so() -> None:
    (found,) = overlaps(
        "Asha 0-4: I have sent the report to the whole team.",
        "Ben 3.8-8: Thank you very much for that it helps me a lot with the budget.",
    )
    assert (found.holder, found.other, found.what) == ("Asha", "Ben", "early_start")
    assert (found.start, found.end) == (3.8, 4.0)


def test_two_who_speak_side_by_side_for_long_are_no_early_start() -> None:
    found = overlaps(
        "Asha 0-8: I have sent the report to the whole team and they have all read it by now I think.",
        "Ben 3-9: The budget for the next year is what we need to look at before the end of the day.",
    )
    assert [overlap.what for overlap in found] == ["side_by_side"]


def test_speech_one_after_the_other_is_no_overlap() -> None:
    assert overlaps("Asha 0-4: I have sent it.", "Ben 4-8: Thank you for that.") == []


def test_somebody_who_comes_into_two_peoples_speech_overlaps_with_both() -> None:
    found = overlaps(
        "Asha 0-8: I have sent the report to the whole team and they have all read it by now.",
        "Ben 1-8: The budget for the next year is what we need to look at before Friday.",
        "Carmen 2-9: Could we please take one thing after the other in this meeting today.",
    )
    assert [(overlap.holder, overlap.other) for overlap in found] == [
        ("Asha", "Ben"),
        ("Asha", "Carmen"),
        ("Ben", "Carmen"),
    ]
