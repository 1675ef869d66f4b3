import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from talk import talk

from alongside.engines.meetings import Transcript, Utterance, look_back, read

REAL = Path(__file__).resolve().parents[4] / "shared/data/meetings/pause/Bro018.json"
PLANNING = (
    "Asha 0-6: Good morning. Priya, where are we with the list?",
    "Priya 6.5-14: It is done. What if we sent a text the day before?",
    "Sam 13.5-14.2: Uhhuh.",
    "Ben 15-22: I agree with Priya. Dara, what do you think?",
    "Dara 23-31: As Priya said, a text would help.",
    "Asha 33-40: That was Priya's idea. Thank you.",
)
LINES = (
    "So we go on.",
    "What do you think, Asha?",
    "As Ben said, we open on Monday.",
    "Uhhuh.",
    "We could, we could send a t-",
    "I'd like to hear from Carmen.",
    "Um.",
)


@st.composite
def meetings(draw: st.DrawFn) -> Transcript:
    spoken = draw(
        st.lists(
            st.tuples(st.sampled_from(["Asha", "Ben", "Carmen"]), st.integers(0, 8), st.sampled_from(LINES)), min_size=1
        )
    )
    return talk(
        *(f"{name} {3 * place}-{3 * place + length}: {line}" for place, (name, length, line) in enumerate(spoken))
    )


def test_a_small_meeting_is_looked_back_on_whole() -> None:
    found = look_back(talk(*PLANNING))
    assert found.duration == 40.0
    assert [(question.by, question.to, question.answered_by) for question in found.questions] == [
        ("Asha", "Priya", "Priya"),
        ("Priya", "", "Ben"),
        ("Ben", "Dara", "Dara"),
    ]
    assert [(asked.by, asked.to, asked.taken_up) for asked in found.invitations] == [("Ben", "Dara", True)]
    assert [credit.by for credit in found.credits] == ["Ben", "Dara", "Asha"]
    assert {credit.to for credit in found.credits} == {"Priya"}
    assert found.never_invited == ("Asha", "Sam", "Ben")
    priya = next(speaker for speaker in found.speakers if speaker.speaker == "Priya")
    assert (priya.speaking, priya.questions, priya.asked, priya.invited) == (7.5, 1, 1, 0)
    dara = next(speaker for speaker in found.speakers if speaker.speaker == "Dara")
    assert (dara.questions, dara.asked, dara.invited) == (0, 1, 1)


def test_a_file_without_overlap_is_said_to_be_one() -> None:
    in_turn = talk(*(f"{name}: So we go on." for name in ("Asha", "Ben") * 15))
    found = look_back(in_turn)
    assert not found.overlap_visible
    assert "only one person speaks at a time" in found.limits[0]


def test_a_file_too_short_to_tell_is_not_said_to_be_without_overlap() -> None:
    assert look_back(talk("Asha: One.", "Ben: Two.")).overlap_visible


def test_an_empty_transcript_is_an_empty_meeting() -> None:
    found = look_back(Transcript((), (), "words"))
    assert (found.duration, found.speakers, found.moments) == (0.0, (), ())


@settings(deadline=None)
@given(meetings())
def test_the_same_transcript_gives_the_same_look_back(transcript: Transcript) -> None:
    again = replace(transcript, utterances=tuple(Utterance(*utterance) for utterance in transcript.utterances))
    assert repr(look_back(transcript)) == repr(look_back(again))


@settings(deadline=None)
@given(meetings())
def test_records_are_in_order_of_time_and_within_the_meeting(transcript: Transcript) -> None:
    found = look_back(transcript)
    for times in (
        [question.at for question in found.questions],
        [asked.at for asked in found.invitations],
        [credit.at for credit in found.credits],
    ):
        assert times == sorted(times)
    assert all(0 <= moment.at <= found.duration + transcript.utterances[0].start for moment in found.moments)


@settings(deadline=None)
@given(meetings())
def test_shares_sum_to_one_and_words_are_all_counted(transcript: Transcript) -> None:
    speakers = look_back(transcript).speakers
    spoken = any(speaker.speaking for speaker in speakers)
    assert sum(speaker.share for speaker in speakers) == pytest.approx(1 if spoken else 0, abs=0.001)
    assert sum(speaker.words for speaker in speakers) == sum(len(u.text.split()) for u in transcript.utterances)


@settings(deadline=None)
@given(meetings())
def test_nobody_invites_asks_or_credits_themself(transcript: Transcript) -> None:
    found = look_back(transcript)
    assert all(question.by != question.to for question in found.questions)
    assert all(asked.by != asked.to for asked in found.invitations)
    assert all(credit.by != credit.to for credit in found.credits)


@settings(deadline=None)
@given(meetings())
def test_a_look_back_can_be_written_as_json(transcript: Transcript) -> None:
    assert json.loads(json.dumps(asdict(look_back(transcript))))


@pytest.mark.skipif(not REAL.exists(), reason="the shared meetings are not on this machine")
def test_a_real_meeting_is_looked_back_on() -> None:
    found = look_back(read(REAL))
    assert found.overlap_visible
    assert found.duration > 600
    assert len(found.questions) > 20
