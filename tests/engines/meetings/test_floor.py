from dataclasses import replace
from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from talk import talk

from alongside.engines.meetings import Transcript, Utterance
from alongside.engines.meetings._floor import Floor, gini, is_overlap_visible, limits, measure, pielou_evenness
from alongside.engines.meetings._speech import columns_of
from alongside.engines.meetings._transcript import Timing

NAMES = ("Asha", "Ben", "Carmen", "Dara")


def floor(transcript: Transcript, *, listening: tuple[int, ...] = ()) -> Floor:
    flags = np.zeros(len(transcript.utterances), np.bool_)
    flags[list(listening)] = True
    return measure(transcript, columns_of(transcript), flags)


@st.composite
def meetings(draw: st.DrawFn) -> Transcript:
    stretches = draw(st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 300), st.integers(1, 40)), min_size=1))
    spoken = [Utterance(name, float(at), float(at + length), "so we go on") for name, at, length in stretches]
    spoken.sort(key=lambda utterance: utterance.start)
    return Transcript(tuple(spoken), tuple(dict.fromkeys(utterance.speaker for utterance in spoken)), "cues")


def test_time_spoken_twice_by_one_person_counts_once() -> None:
    measured = floor(talk("Asha 0-10: One.", "Asha 4-6: Two.", "Asha 8-12: Three."))
    assert measured.speaking.tolist() == [12.0]


def test_overlap_is_counted_for_both_who_spoke() -> None:
    measured = floor(talk("Asha 0-10: One.", "Ben 8-13: Two.", "Carmen 20-22: Three."))
    assert measured.overlapped.tolist() == [2.0, 2.0, 0.0]


def test_overlap_of_three_counts_once_for_each() -> None:
    measured = floor(talk("Asha 0-10: One.", "Ben 2-8: Two.", "Carmen 4-6: Three."))
    assert measured.overlapped.tolist() == [6.0, 6.0, 2.0]


def test_silence_is_when_nobody_spoke() -> None:
    measured = floor(talk("Asha 0-10: One.", "Ben 2-4: Two.", "Asha 10.5-12: Three.", "Ben 15-20: Four."))
    assert measured.balance.silence == 3.5


def test_a_pause_is_a_silence_of_a_second_or_more() -> None:
    measured = floor(talk("Asha 0-2: One.", "Ben 2.9-4: Two.", "Asha 5-6: Three.", "Ben 9-10: Four."))
    assert measured.balance.pauses == 2


def test_listeners_signals_do_not_end_a_turn() -> None:
    transcript = talk("Asha 0-4: So the plan", "Ben 4.1-4.4: Uhhuh.", "Asha 4.5-9: is to go on.", "Ben 9.5-12: Good.")
    turns = [(turn.speaker, turn.start, turn.end, turn.words) for turn in floor(transcript, listening=(1,)).turns]
    assert turns == [("Asha", 0.0, 9.0, 7), ("Ben", 9.5, 12.0, 1)]


def test_what_is_said_within_a_turn_does_not_end_it() -> None:
    transcript = talk("Asha 0-10: So the plan", "Ben 4-6: But if", "Asha 10.5-14: is to go on.")
    assert [(turn.speaker, turn.end) for turn in floor(transcript).turns] == [("Asha", 14.0), ("Ben", 6.0)]


def test_a_turn_ends_where_everybody_is_silent_for_long() -> None:
    assert len(floor(talk("Asha 0-4: One.", "Asha 13-15: Two.", "Asha 26-30: Three.")).turns) == 2


def test_a_long_turn_is_longer_than_two_minutes() -> None:
    transcript = talk("Asha 0-120: One.", "Ben 121-242: Two.", "Asha 243-245: Three.")
    assert [turn.speaker for turn in floor(transcript).long_turns] == ["Ben"]


def test_a_first_contribution_is_more_than_a_listeners_signal() -> None:
    transcript = talk("Asha 0-4: One.", "Ben 1-1.4: Uhhuh.", "Carmen 2-2.4: Hm.", "Ben 5-7: I think so.")
    assert floor(transcript, listening=(1, 2)).first_at.tolist() == [0.0, 5.0, 2.0]


def test_evenness_of_a_half_and_two_quarters_is_that_of_pielou() -> None:
    entropy = 0.5 * log(2) + 0.5 * log(4)
    assert pielou_evenness(np.array([0.5, 0.25, 0.25])) == pytest.approx(entropy / log(3))


@pytest.mark.parametrize(
    ("shares", "entropy", "inequality"),
    [([0.25] * 4, 1.0, 0.0), ([1.0, 0.0, 0.0, 0.0], 0.0, 0.75), ([1.0], 0.0, 0.0), ([0.0, 0.0], 0.0, 0.0)],
)
def test_balance_at_its_ends(shares: list[float], entropy: float, inequality: float) -> None:
    assert pielou_evenness(np.array(shares)) == pytest.approx(entropy)
    assert gini(np.array(shares)) == pytest.approx(inequality)


def test_gini_is_the_mean_difference_over_twice_the_mean() -> None:
    shares = np.array([0.1, 0.2, 0.7])
    differences = np.abs(shares[:, None] - shares[None, :])
    assert gini(shares) == pytest.approx(differences.mean() / (2 * shares.mean()))


@given(meetings())
def test_silence_and_speech_fill_the_meeting(transcript: Transcript) -> None:
    seconds = {second for u in transcript.utterances for second in range(int(u.start), int(u.end))}
    measured = floor(transcript)
    assert measured.balance.silence + len(seconds) == measured.duration


@given(meetings())
def test_overlap_is_what_others_spoke_through(transcript: Transcript) -> None:
    spoken = {
        name: {second for u in transcript.utterances if u.speaker == name for second in range(int(u.start), int(u.end))}
        for name in transcript.speakers
    }
    expected = [
        len(mine & set().union(*(others for other, others in spoken.items() if other != name)))
        for name, mine in spoken.items()
    ]
    assert floor(transcript).overlapped.tolist() == expected


@given(meetings())
def test_names_do_not_change_the_numbers(transcript: Transcript) -> None:
    called = dict(zip(NAMES, reversed(NAMES), strict=True))
    renamed = replace(
        transcript,
        utterances=tuple(u._replace(speaker=called[u.speaker]) for u in transcript.utterances),
        speakers=tuple(called[name] for name in transcript.speakers),
    )
    before, after = floor(transcript), floor(renamed)
    assert before.strips == after.strips
    assert before.speaking.tolist() == after.speaking.tolist()
    assert before.balance == after.balance
    assert [called[turn.speaker] for turn in before.turns] == [turn.speaker for turn in after.turns]


@given(meetings())
def test_order_of_speakers_does_not_change_the_balance(transcript: Transcript) -> None:
    turned = replace(transcript, speakers=transcript.speakers[::-1])
    assert floor(turned).balance == floor(transcript).balance
    assert floor(turned).speaking.tolist() == floor(transcript).speaking.tolist()[::-1]


@given(meetings())
def test_twice_as_slow_is_twice_the_seconds_and_the_same_shares(transcript: Transcript) -> None:
    slower = tuple(u._replace(start=2 * u.start, end=2 * u.end) for u in transcript.utterances)
    once, twice = floor(transcript), floor(replace(transcript, utterances=slower))
    assert twice.duration == 2 * once.duration
    assert twice.balance.silence == 2 * once.balance.silence
    assert twice.speaking.tolist() == [2 * seconds for seconds in once.speaking]
    assert twice.overlapped.tolist() == [2 * seconds for seconds in once.overlapped]
    assert twice.share.tolist() == pytest.approx(once.share.tolist())


def exchange(turns: int, *, early: float, every: int = 1) -> Transcript:
    """Two people in turn, two seconds each; at `every` change the next begins `early`."""
    spoken = [
        Utterance(NAMES[place % 2], 2.0 * place - (early if place % every == 0 else 0.0), 2.0 * place + 2.0, "So.")
        for place in range(1, turns + 1)
    ]
    return Transcript(tuple(spoken), NAMES[:2], "cues")


@pytest.mark.parametrize(
    ("transcript", "seen"),
    [
        (exchange(40, early=0.4), True),
        (exchange(40, early=0.0), False),
        (exchange(40, early=0.05), False),  # what rounding does
        (exchange(60, early=0.4, every=30), False),  # stray cues of an export with one cue at a time
        (exchange(12, early=0.0), None),
        (exchange(12, early=0.4, every=6), True),
    ],
)
def test_overlap_is_seen_only_where_a_file_keeps_it(transcript: Transcript, *, seen: bool | None) -> None:
    assert is_overlap_visible(transcript) is seen


def test_overlap_of_estimated_ends_is_none() -> None:
    assert is_overlap_visible(replace(exchange(40, early=0.4), timing="starts")) is False


@pytest.mark.parametrize(
    ("timing", "visible", "words"),
    [
        ("starts", False, "not when they stopped"),
        ("words", False, "only one person speaks at a time"),
        ("words", None, "too short to tell"),
        ("cues", True, "times for lines"),
    ],
)
def test_limits_say_what_the_file_cannot_show(timing: Timing, *, visible: bool | None, words: str) -> None:
    transcript = replace(exchange(4, early=0.0), timing=timing)
    (said,) = limits(transcript, overlap_visible=visible, nameless=())
    assert words in said


def test_a_file_that_keeps_everything_has_no_limits() -> None:
    transcript = replace(exchange(4, early=0.0), timing="words")
    assert limits(transcript, overlap_visible=True, nameless=()) == ()


def test_limits_name_those_who_cannot_be_called_by_name() -> None:
    transcript = replace(exchange(4, early=0.0), timing="words")
    (said,) = limits(transcript, overlap_visible=True, nameless=("Speaker 1", "Speaker 2"))
    assert said.startswith("Speaker 1 and Speaker 2 cannot be recognised by name")


def test_with_word_times_a_start_on_somebodys_last_word_is_no_visible_overlap() -> None:
    spoken = []
    for place in range(60):
        words = ((place, place + 0.5), (place + 0.5, place + 1.2))
        starts, ends = zip(*words, strict=True)
        spoken.append(Utterance("AB"[place % 2], place, place + 1.2, "so then", starts, ends))
    assert is_overlap_visible(Transcript(tuple(spoken), ("A", "B"), "words")) is False
