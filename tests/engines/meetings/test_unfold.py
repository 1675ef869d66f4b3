from hypothesis import given
from hypothesis import strategies as st
from talk import talk

from alongside.engines.meetings import Transcript, Utterance
from alongside.engines.meetings._unfold import unfold


def test_fragments_of_two_who_spoke_at_once_overlap_again() -> None:
    exported = talk("Asha 0-2: We could.", "Ben 2-2.2: Well.", "Asha 2.2-4: Move the launch.", "Ben 4-6: I think so.")
    told = unfold(exported)
    assert [(said.speaker, said.start, said.end) for said in told.utterances] == [
        ("Asha", 0.0, 4.0),
        ("Ben", 2.0, 2.2),
        ("Ben", 4.0, 6.0),
    ]


def test_the_exporters_full_stop_inside_a_joined_sentence_goes() -> None:
    told = unfold(talk("Asha 0-2: We could.", "Ben 2-2.1: Yeah.", "Asha 2.1-4: Move the launch."))
    assert told.utterances[0].text == "We could Move the launch."


def test_a_sentence_that_ends_before_a_short_silence_keeps_its_full_stop() -> None:
    told = unfold(talk("Asha 0-2: That is done.", "Asha 2.4-4: Next point."))
    assert told.utterances[0].text == "That is done. Next point."


def test_a_speaker_who_was_silent_for_long_began_anew() -> None:
    assert len(unfold(talk("Asha 0-2: One.", "Ben 2-2.6: Two.", "Asha 2.6-4: Three.")).utterances) == 3


@given(st.lists(st.tuples(st.sampled_from(["Asha", "Ben"]), st.integers(1, 9), st.sampled_from(["so", "yes we can."]))))
def test_nothing_that_was_said_is_lost_or_said_by_another(cues: list[tuple[str, int, str]]) -> None:
    at = 0.0
    spoken = []
    for name, length, text in cues:
        spoken.append(Utterance(name, at, at + length / 10, text))
        at += length / 10
    told = unfold(Transcript(tuple(spoken), tuple(dict.fromkeys(name for name, *_ in cues)), "cues"))
    for name in ("Asha", "Ben"):
        before = [word.strip(".") for said in spoken if said.speaker == name for word in said.text.split()]
        after = [word.strip(".") for said in told.utterances if said.speaker == name for word in said.text.split()]
        assert before == after
    for said in told.utterances:
        assert len(said.word_starts) in (0, len(said.text.split()))
        assert list(said.word_starts) == sorted(said.word_starts)
