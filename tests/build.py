"""A meeting to test with: Asha is cut off, Ben has the floor often, Carmen makes room and Dara tries to get in."""

from dataclasses import replace
from typing import Any

from alongside.engines.meetings import (
    Backchannel,
    Balance,
    Credit,
    Echo,
    Interruption,
    Invitation,
    LookBack,
    Moment,
    Overlap,
    Proposal,
    Question,
    SpeakerFloor,
    Turn,
)

TEXT_REMINDER = Proposal(
    speaker="Asha",
    start=95.0,
    end=99.0,
    text="What if we sent a text the day before?",
    probability=0.82,
    unanswered_probability=0.71,
    answered_by="",
    reply="",
    say="I'd like to go back to Asha's idea of sending a text.",
)
SAME_REMINDER = replace(
    TEXT_REMINDER,
    speaker="Ben",
    start=310.0,
    end=314.0,
    text="We could send people a text the day before.",
    unanswered_probability=0.1,
    answered_by="Carmen",
    reply="Yes, let's do that.",
    say="",
)
LATER_START = replace(
    TEXT_REMINDER,
    speaker="Dara",
    start=200.0,
    end=203.0,
    text="Could we start ten minutes later?",
    unanswered_probability=0.78,
    say="Dara asked about starting later. What do people think?",
)


def speaker(name: str, **numbers: Any) -> SpeakerFloor:
    plain = SpeakerFloor(
        speaker=name,
        speaking=60.0,
        share=0.25,
        turns=5,
        words=150,
        longest_turn=20.0,
        first_at=1.0,
        overlapped=2.0,
        backchannels=0,
        interrupted=0,
        crowded_out=0,
        took_floor=0,
        proposals=0,
        questions=0,
        asked=0,
        invited=0,
    )
    return replace(plain, **numbers)


def interruption(**changes: Any) -> Interruption:
    plain = Interruption(
        at=62.5,
        start=48.0,
        interrupted="Asha",
        by="Ben",
        kind="cut_off",
        probability=0.84,
        sure=True,
        words_lost="they stop when we ask for the, the ph-",
        words_by="Yeah but we need the photo",
        came_back=31.0,
        say="I'd like to hear the rest of Asha's point.",
    )
    return replace(plain, **changes)


CROWDED_OUT = interruption(
    at=151.0,
    start=150.0,
    interrupted="Dara",
    by="Ben",
    kind="crowded_out",
    probability=0.45,
    sure=False,
    words_lost="But if the",
    words_by="and then we show them the numbers",
    came_back=20.0,
    say="Dara, were you about to say something?",
)
TOOK_A_BREATH = interruption(
    at=240.0,
    start=236.0,
    interrupted="Carmen",
    by="Asha",
    kind="after_pause",
    probability=0.38,
    sure=False,
    words_lost="so the next thing would be",
    words_by="I can do the posters",
    came_back=6.0,
    say="Carmen, were you finished?",
)


def moments() -> tuple[Moment, ...]:
    lost = (
        Moment(
            at=moment.at,
            what=moment.kind,
            people=(moment.interrupted, moment.by),
            certainty="fairly sure" if moment.sure else "possibly",
            probability=moment.probability,
            title=title,
            quote=moment.words_lost,
            say=moment.say,
        )
        for moment, title in (
            (interruption(), "Asha was cut off, and Ben had the floor."),
            (CROWDED_OUT, "Dara possibly tried to come in while Ben was speaking, and gave up."),
            (TOOK_A_BREATH, "Carmen was possibly not finished when Asha began."),
        )
    )
    echo = Moment(
        at=310.0,
        what="echo",
        people=("Asha", "Ben"),
        certainty="a question",
        probability=0.6,
        title="Did Asha's idea come back from Ben?",
        quote=SAME_REMINDER.text,
        say="That builds on what Asha said earlier about sending a text.",
    )
    return (*lost, echo)


def look_back(**changes: Any) -> LookBack:
    """Build six minutes of Asha, Ben, Carmen and Dara with one moment or more of each kind."""
    plain = LookBack(
        source="planning.vtt",
        format="WebVTT (Teams)",
        timing="words",
        duration=360.0,
        overlap_visible=True,
        repairs=("Two lines without a speaker were left out.",),
        limits=("This file does not show who was in the room and never spoke.",),
        speakers=(
            speaker("Ben", speaking=150.0, share=0.45, turns=9, took_floor=2, proposals=1, longest_turn=61.0),
            speaker("Asha", speaking=90.0, share=0.27, proposals=1, interrupted=1, took_floor=1, first_at=21.0),
            speaker("Carmen", share=0.18, interrupted=1, questions=2, backchannels=1, first_at=30.5),
            speaker("Dara", speaking=34.0, share=0.1, turns=3, crowded_out=1, proposals=1, invited=1, first_at=150.0),
        ),
        utterances=(
            (0, 0.0, 20.5),
            (1, 21.0, 30.0),
            (2, 25.0, 25.6),
            (2, 30.5, 44.0),
            (1, 48.0, 62.5),
            (0, 61.9, 90.0),
            (1, 95.0, 99.0),
            (0, 101.0, 162.0),
            (3, 150.0, 151.0),
            (2, 165.0, 170.0),
            (3, 171.0, 203.0),
            (2, 210.0, 240.0),
            (1, 240.4, 300.0),
            (0, 310.0, 345.0),
            (2, 346.0, 360.0),
        ),
        turns=(
            Turn("Ben", 0.0, 20.5, 55),
            Turn("Asha", 21.0, 30.0, 25),
            Turn("Carmen", 30.5, 44.0, 40),
            Turn("Asha", 48.0, 62.5, 41),
            Turn("Ben", 61.9, 90.0, 80),
        ),
        long_turns=(),
        overlaps=(Overlap(61.9, 62.5, "Asha", "Ben", "interruption", 0.84),),
        backchannels=(Backchannel("Carmen", 25.0, 25.6, "mm-hm", 0.93),),
        interruptions=(interruption(), CROWDED_OUT, TOOK_A_BREATH),
        proposals=(TEXT_REMINDER, LATER_START, SAME_REMINDER),
        echoes=(
            Echo(
                first=TEXT_REMINDER,
                again=SAME_REMINDER,
                similarity=0.74,
                say="That builds on what Asha said earlier about sending a text.",
            ),
        ),
        credits=(
            Credit(at=330.0, by="Ben", to="Carmen", text="As Carmen said, the photo can wait.", kind="credit"),
            Credit(at=346.0, by="Carmen", to="Asha", text="I like Asha's idea of a text.", kind="amplification"),
        ),
        questions=(Question(at=168.0, by="Carmen", to="Dara", text="Dara, what do you think?", answered_by="Dara"),),
        invitations=(Invitation(at=168.0, by="Carmen", to="Dara", text="Dara, what do you think?", taken_up=True),),
        never_invited=("Ben",),
        balance=Balance(entropy=0.91, gini=0.28, pauses=4, silence=14.0),
        moments=moments(),
    )
    return replace(plain, **changes)
