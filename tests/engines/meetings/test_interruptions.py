from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from talk import talk

from alongside.engines.meetings import Interruption, Transcript, Utterance, look_back
from alongside.engines.meetings._kinds import Kinds
from alongside.engines.meetings._trees import Trees

BEFORE = (
    "Carmen 0-5: Okay so the next thing on the list is the date of the launch.",
    "Asha 5.5-9: I had a look at what is still to be done for it.",
)
CUT_OFF = (
    *BEFORE,
    "Asha 9.4-13.2: And I think that we could move the launch to the",
    "Ben 12.7-19: No no we can't do that because the contract says the end of March.",
    "Carmen 19.6-23: Okay then let's look at the contract first.",
)
CROWDED_OUT = (
    *BEFORE,
    "Ben 9.3-18: Well the contract says the end of March and we have told everybody that it is the end of March.",
    "Asha 13.0-13.6: But if we",
    "Carmen 18.6-22: Okay then let's look at the contract first.",
)
FINISHED = (
    *BEFORE,
    "Asha 9.4-13.2: And I think that we can do it in March.",
    "Ben 13.6-19: I think so too because the contract says the end of March.",
)


def interruptions(*lines: str) -> tuple[Interruption, ...]:
    return look_back(talk(*lines)).interruptions


def test_somebody_stopped_in_mid_sentence_by_another_who_goes_on_was_cut_off() -> None:
    (found,) = interruptions(*CUT_OFF)
    assert (found.interrupted, found.by, found.kind, found.at) == ("Asha", "Ben", "cut_off", 13.2)
    assert found.words_lost.endswith("move the launch to the")
    assert found.words_by.startswith("No no we can't")
    assert found.came_back is None


def test_somebody_who_tries_to_get_in_and_stops_was_crowded_out() -> None:
    (found,) = interruptions(*CROWDED_OUT)
    assert (found.interrupted, found.by, found.kind) == ("Asha", "Ben", "crowded_out")


def test_somebody_who_stops_before_the_other_begins_was_stopped_after_a_pause() -> None:
    waited = [line.replace("Ben 12.7", "Ben 13.9") for line in CUT_OFF]
    (found,) = interruptions(*waited)
    assert (found.interrupted, found.by, found.kind) == ("Asha", "Ben", "after_pause")


@pytest.mark.parametrize(("begins", "kind"), [(-0.1, "cut_off"), (0.0, "after_pause")])
def test_who_came_in_before_the_stop_did_not_wait_for_a_pause(begins: float, kind: str) -> None:
    likely, unlikely = (
        Trees(("by_start",), np.zeros((1, 3), np.intp), np.full((1, 3), 1e9), np.full((1, 8), odds), 0.0)
        for odds in (1.0, -1.0)
    )
    assert Kinds(after_pause=likely, crowded_out=unlikely).tell({"by_start": np.array([begins])}) == [kind]


def test_a_finished_sentence_was_not_interrupted() -> None:
    assert interruptions(*FINISHED) == ()


def test_a_sentence_left_open_that_its_speaker_goes_on_with_was_not_interrupted() -> None:
    resumed = (*BEFORE, "Asha 9.4-12: And I think that we could", "Asha 13-16: Move it to the second week of March.")
    assert interruptions(*resumed) == ()


def test_how_soon_the_interrupted_speaker_came_back_is_told() -> None:
    (found,) = interruptions(*CUT_OFF, "Asha 24.2-27: What I wanted to say is that the second week is free.")
    assert found.came_back == pytest.approx(11.0)


@pytest.mark.parametrize("mark", ["the-", "the—", "the –", "the...", "the…", "th-"])
def test_a_sentence_that_the_file_marks_as_broken_off_reads_as_one(mark: str) -> None:
    broken = [line.replace("launch to the", f"launch to {mark}") for line in CUT_OFF]
    (found,) = interruptions(*broken)
    assert found.interrupted == "Asha"
    assert found.probability >= interruptions(*CUT_OFF)[0].probability - 0.15


def test_where_only_starts_are_known_no_interruption_is_claimed() -> None:
    assert look_back(replace(talk(*CUT_OFF), timing="starts")).interruptions == ()
    assert look_back(replace(talk(*CUT_OFF), timing="starts")).overlaps == ()


def test_one_stop_is_told_once() -> None:
    twice = (*CUT_OFF, "Asha 13.4-13.9: To the")
    assert len([found for found in interruptions(*twice) if 12 < found.at < 14.7]) == 1


def test_sure_is_what_is_likelier_than_possible() -> None:
    told = (*interruptions(*CUT_OFF), *interruptions(*CROWDED_OUT))
    assert all(0.0 < found.probability <= 1.0 for found in told)
    sure = [found.probability for found in told if found.sure]
    unsure = [found.probability for found in told if not found.sure]
    assert min(sure, default=1.0) > max(unsure, default=0.0)


@st.composite
def meetings(draw: st.DrawFn) -> Transcript:
    lines = st.sampled_from(["I think we could", "yeah", "no but the", "that is it.", "what about Monday?", "so um"])
    cues = draw(
        st.lists(st.tuples(st.sampled_from("ABCD"), st.integers(0, 400), st.integers(1, 60), lines), min_size=1)
    )
    spoken = sorted(
        (Utterance(name, at / 10, (at + length) / 10, text) for name, at, length, text in cues),
        key=lambda said: said.start,
    )
    return Transcript(tuple(spoken), tuple(dict.fromkeys(said.speaker for said in spoken)), "cues")


def _renamed(meeting: Transcript, names: dict[str, str]) -> Transcript:
    return replace(
        meeting,
        utterances=tuple(said._replace(speaker=names[said.speaker]) for said in meeting.utterances),
        speakers=tuple(names[name] for name in meeting.speakers),
    )


@settings(deadline=None, max_examples=60)
@given(meetings())
def test_who_somebody_is_does_not_change_what_is_told(meeting: Transcript) -> None:
    names = dict(zip("ABCD", ("Wren", "Xolani", "Yara", "Zoltan"), strict=True))
    told = look_back(meeting).interruptions
    renamed = look_back(_renamed(meeting, names)).interruptions
    assert [replace(found, interrupted=names[found.interrupted], by=names[found.by], say="") for found in told] == [
        replace(found, say="") for found in renamed
    ]


@settings(deadline=None, max_examples=60)
@given(meetings())
def test_nobody_interrupts_themselves_and_no_moment_is_told_twice(meeting: Transcript) -> None:
    told = look_back(meeting).interruptions
    assert all(found.interrupted != found.by for found in told)
    for name in meeting.speakers:
        stops = np.array([found.at for found in told if found.interrupted == name])
        assert (np.diff(stops) > 1.5 - 1e-6).all()


@settings(deadline=None, max_examples=30)
@given(meetings())
def test_the_same_transcript_gives_the_same_look_back(meeting: Transcript) -> None:
    assert repr(look_back(meeting)) == repr(look_back(meeting))
