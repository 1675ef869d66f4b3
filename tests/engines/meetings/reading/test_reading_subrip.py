from collections.abc import Callable

from alongside.engines.meetings import Transcript, read


def test_labels_in_brackets_numbers_without_blank_lines_and_blank_lines_in_speech_are_read(
    read_sample: Callable[[str], Transcript],
) -> None:
    transcript = read_sample("whisperx.srt")
    assert transcript.format == "SubRip"
    assert [(utterance.speaker, utterance.text) for utterance in transcript.utterances] == [
        ("SPEAKER_00", "Let's start with the launch date."),
        ("SPEAKER_01", "I think we could move it to May."),
        ("SPEAKER_00", "That would help the"),
    ]


def test_subrip_without_numbers_and_with_points_for_commas_is_read() -> None:
    transcript = read(
        b"0:00:01.5 --> 0:00:02.5\nAsha Rao: Yes.\n\n0:00:03 --> 0:00:04\nBen: No.\n\n0:00:05 --> 0:00:06\nBen: So."
    )
    assert transcript.speakers == ("Asha Rao", "Ben")
    assert (transcript.utterances[0].start, transcript.utterances[1].start) == (1.5, 3.0)
