import json
from collections.abc import Callable
from typing import Any

import pytest

from alongside.engines.meetings import Transcript, UnreadableTranscriptError, Utterance, read

ReadSample = Callable[[str], Transcript]


def segments(*entries: dict[str, Any]) -> bytes:
    return json.dumps({"segments": entries}).encode()


def segment(speaker: str, *words: tuple[str, float, float]) -> dict[str, Any]:
    return {
        "speaker": speaker,
        "start": words[0][1],
        "end": words[-1][2],
        "text": " ".join(word for word, _, _ in words),
        "words": [{"word": word, "start": start, "end": end, "speaker": speaker} for word, start, end in words],
    }


@pytest.mark.parametrize(
    ("sample", "product", "first"),
    [
        ("assemblyai.json", "AssemblyAI", Utterance("Speaker A", 5.0, 6.1, "Let's start.", (5.0, 5.4), (5.4, 6.1))),
        (
            "deepgram_utterances.json",
            "Deepgram",
            Utterance("Speaker 0", 5.0, 6.1, "Let's start.", (5.0, 5.4), (5.4, 6.1)),
        ),
        ("deepgram_words.json", "Deepgram", Utterance("Speaker 0", 5.0, 6.1, "let's start", (5.0, 5.4), (5.4, 6.1))),
        ("rev.json", "Rev", Utterance("Asha Rao", 5.0, 6.1, "Let's start.", (5.0, 5.4), (5.4, 6.1))),
        ("amazon.json", "Amazon Transcribe", Utterance("spk_0", 5.0, 6.1, "Let's start.", (5.0, 5.4), (5.4, 6.1))),
        ("otter.json", "Otter", Utterance("Asha Rao", 5.0, 8.2, "Let's start with the launch date.")),
        ("fireflies.json", "Fireflies", Utterance("Maya Lind", 5.0, 8.2, "We, we start.")),
        ("fireflies_download.json", "Fireflies", Utterance("Asha Rao", 5.0, 8.0, "Let's start.")),
    ],
)
def test_each_service_is_recognised_and_read(
    read_sample: ReadSample, sample: str, product: str, first: Utterance
) -> None:
    transcript = read_sample(sample)
    assert transcript.format == f"JSON ({product})"
    assert transcript.utterances[0] == first
    assert transcript.timing == ("words" if first.word_starts else "cues")


@pytest.mark.parametrize(
    "sample", ["whisperx.json", "assemblyai.json", "deepgram_words.json", "rev.json", "amazon.json", "meet.json"]
)
def test_every_word_has_a_start_and_an_end_or_none_has(read_sample: ReadSample, sample: str) -> None:
    for utterance in read_sample(sample).utterances:
        assert len(utterance.word_starts) in {0, len(utterance.text.split())}
        assert len(utterance.word_ends) == len(utterance.word_starts)
        assert utterance.text == " ".join(utterance.text.split())


def test_a_number_that_was_not_aligned_gets_the_time_between_its_neighbours(read_sample: ReadSample) -> None:
    first = read_sample("whisperx.json").utterances[0]
    assert first.text.split()[3] == "3"
    assert (first.word_starts[3], first.word_ends[3]) == (6.2, 7.2)


def test_untimed_words_at_the_borders_get_the_times_of_the_segment() -> None:
    entry = {
        "speaker": "Asha",
        "start": 1.0,
        "end": 6.0,
        "text": "2 3 go 4",
        "words": [{"word": "2"}, {"word": "3"}, {"word": "go", "start": 3.0, "end": 5.0}, {"word": "4"}],
    }
    (utterance,) = read(segments(entry)).utterances
    assert utterance.word_starts == (1.0, 2.0, 3.0, 5.0)
    assert utterance.word_ends == (2.0, 3.0, 5.0, 6.0)


def test_a_word_of_another_speaker_splits_the_utterance_and_cut_off_words_stay(read_sample: ReadSample) -> None:
    before, after = read_sample("whisperx.json").utterances[1:3]
    assert (before.speaker, before.text) == ("SPEAKER_01", "We could mo-")
    assert (after.speaker, after.text, after.start) == ("SPEAKER_00", "Right.", 9.8)


def test_a_segment_without_a_speaker_belongs_to_unknown(read_sample: ReadSample) -> None:
    assert read_sample("whisperx.json").speakers == ("SPEAKER_00", "SPEAKER_01", "Unknown")


def test_words_with_spaces_and_marks_are_cut_into_plain_words() -> None:
    document = segments(segment("Asha", (" New York", 1.0, 2.0), ("", 2.0, 2.0), ("\u200fis\t", 2.0, 3.0)))
    (utterance,) = read(document).utterances
    assert utterance.text == "New York is"
    assert utterance.word_starts == (1.0, 1.5, 2.0)
    assert utterance.word_ends == (1.5, 2.0, 3.0)


def test_word_times_that_run_backward_are_made_to_rise() -> None:
    (utterance,) = read(segments(segment("Asha", ("a", 2.0, 2.5), ("b", 1.0, 1.5), ("c", 3.0, 2.0)))).utterances
    assert utterance.word_starts == (2.0, 2.0, 3.0)
    assert utterance.word_ends == (2.5, 2.0, 3.0)
    assert utterance.end == 3.0


def test_a_speech_of_a_service_is_cut_at_its_pauses(read_sample: ReadSample) -> None:
    assert [utterance.text for utterance in read_sample("assemblyai.json").utterances[1:3]] == [
        "We could move it.",
        "To May.",
    ]


def test_rev_leaves_out_what_was_not_understood_and_keeps_commas(read_sample: ReadSample) -> None:
    assert read_sample("rev.json").utterances[1].text == "We could,"


def test_fireflies_people_of_one_name_are_told_apart_by_their_number(read_sample: ReadSample) -> None:
    assert read_sample("fireflies.json").speakers == ("Maya Lind", "Maya Lind (2)")


def test_google_meet_dates_become_seconds_and_resources_become_names(read_sample: ReadSample) -> None:
    transcript = read_sample("meet.json")
    assert transcript.speakers == ("Asha Rao", "Ben Ortiz", "Participant 3")
    assert [round(utterance.start, 3) for utterance in transcript.utterances] == [0, 3.25, 6.75]
    assert [round(time, 3) for time in transcript.utterances[1].word_starts] == [3.25, 3.75, 4.75]


def test_channels_of_deepgram_are_people() -> None:
    channel = {
        "alternatives": [{"words": [{"word": "yes", "start": 1.0, "end": 1.5}, {"word": "no", "start": 3.0, "end": 4}]}]
    }
    transcript = read(json.dumps({"results": {"channels": [channel, channel]}}).encode())
    assert transcript.speakers == ("Channel 0", "Channel 1")


def test_a_bare_list_of_segments_is_read() -> None:
    transcript = read(b'[{"speaker": "Asha", "start": 1, "end": 2, "text": "Yes."}]')
    assert transcript.utterances == (Utterance("Asha", 1, 2, "Yes."),)


def test_segments_without_ends_make_a_transcript_of_starts_only() -> None:
    transcript = read(b'[{"speaker": "A", "start": 1, "text": "Yes."}, {"speaker": "B", "start": 4, "text": "No."}]')
    assert transcript.timing == "starts"


@pytest.mark.parametrize(
    ("document", "complaint"),
    [
        (b'{"segments": [', "line 1: this begins like JSON but is not complete JSON"),
        (b'{"rows": []}', "of no shape that is known here. Expected: WhisperX, AssemblyAI"),
        (b'{"segments": []}', "no cue has any words"),
        (b'{"segments": [{"start": 1, "end": 2, "text": "Hello."}]}', "nothing in it says who speaks"),
        (b'{"segments": [{"speaker": "A", "start": 1, "text": "x"}, {}]}', "after 1 good entries 'start' is missing"),
        (b'{"segments": [{"speaker": "A", "start": "1", "end": 2, "text": "x"}]}', "in the first entry something"),
        (b'{"segments": [{"speaker": 7, "start": 1, "end": 2, "text": "x"}]}', "in the first entry something"),
        (b'{"utterances": [{"speaker": "A", "words": [{"text": "x", "start": 0.5, "end": 1}]}]}', "another type"),
        (b'[{"speaker": "A", "start": 1, "text": "x"}, {"speaker": "B", "start": 1e9, "text": "y"}]', "than a week"),
    ],
)
def test_json_that_cannot_be_read_is_refused_with_the_reason(document: bytes, complaint: str) -> None:
    with pytest.raises(UnreadableTranscriptError, match=complaint):
        read(document)
