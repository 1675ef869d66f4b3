from collections.abc import Callable

import pytest

from alongside.engines.meetings import Transcript, UnreadableTranscriptError, read

ReadSample = Callable[[str], Transcript]


def starts(transcript: Transcript) -> list[tuple[str, float]]:
    return [(utterance.speaker, utterance.start) for utterance in transcript.utterances]


@pytest.mark.parametrize(
    ("sample", "heads"),
    [
        ("otter.txt", [("Asha Rao", 5), ("Speaker 2", 8), ("Asha Rao", 3598), ("Unknown Speaker", 3602)]),
        ("fireflies.txt", [("Asha Rao", 5), ("Ben Ortiz", 8), ("Asha Rao", 11), ("Carmen Díaz", 12)]),
        ("clock_first.txt", [("Asha Rao", 5), ("Ben Ortiz", 8), ("Asha Rao", 11)]),
        ("rev.txt", [("Speaker 1", 5), ("Speaker 2", 8), ("Speaker 1", 11)]),
        ("meet.txt", [("Asha Rao", 0), ("Ben Ortiz", 2.4), ("Asha Rao", 300)]),
    ],
)
def test_every_way_to_begin_a_speech_is_read(
    read_sample: ReadSample, sample: str, heads: list[tuple[str, float]]
) -> None:
    transcript = read_sample(sample)
    assert starts(transcript) == heads
    assert transcript.timing == "starts"


@pytest.mark.parametrize(
    "head",
    [
        "{name}  {stamp}",
        "{name}\t{stamp}",
        "{name} - {stamp}",
        "{name} {stamp}",
        "{name} ({stamp}):",
        "[{name}] {stamp}",
        "{stamp} {name}",
        "{stamp} - {name}",
        "[{stamp}] {name}:",
        "({stamp}) {name}:",
        "{stamp} {name}:",
        "{stamp}\n{name}:",
    ],
)
@pytest.mark.parametrize("times", [("0:05", "1:10", "1:15"), ("00:00:05", "00:01:10", "00:01:15.0")])
def test_heads_as_people_write_them_are_read(head: str, times: tuple[str, str, str]) -> None:
    names = ("Asha Rao", "张伟 (Guest)", "Asha Rao")
    text = "\n".join(
        f"{head.format(name=name, stamp=stamp)}\nWe meet again." for name, stamp in zip(names, times, strict=True)
    )
    transcript = read(text.encode())
    assert starts(transcript) == [("Asha Rao", 5), ("张伟 (Guest)", 70), ("Asha Rao", 75)]
    assert {utterance.text for utterance in transcript.utterances} == {"We meet again."}


def test_a_meeting_time_in_speech_is_not_a_speaker(read_sample: ReadSample) -> None:
    assert "10:30 Meeting: no, the other one." in read_sample("fireflies.txt").utterances[2].text
    assert "10:30 Meeting: that is in my calendar." in read_sample("clock_first.txt").utterances[1].text
    assert "See you at 10:30 10:30 Meeting:" in read_sample("otter.txt").utterances[1].text


def test_the_line_that_otter_adds_at_the_end_was_not_said(read_sample: ReadSample) -> None:
    assert read_sample("otter.txt").utterances[-1].text == "Can we ask support first?"


def test_ends_are_estimated_from_the_words_but_never_after_the_next_start(read_sample: ReadSample) -> None:
    transcript = read_sample("fireflies.txt")
    assert [utterance.end for utterance in transcript.utterances] == [7.4, 11.0, 12.0, 14.0]
    assert transcript.repairs == ("4 cues have no end time; it was estimated.",)


def test_a_clock_that_passes_midnight_goes_on(read_sample: ReadSample) -> None:
    transcript = read_sample("zoom_captions.txt")
    assert [utterance.start for utterance in transcript.utterances] == [0, 4, 7, 10]
    assert transcript.repairs[:2] == (
        "The time stamps go past midnight; the later ones were moved to the next day.",
        "The time stamps are of a clock; they were made relative to the first.",
    )


def test_half_days_are_read() -> None:
    transcript = read(b"Asha  11:59:58 AM\nYes.\nBen  12:00:03 PM\nNo.\nAsha  1:00 PM\nWell.")
    assert [utterance.start for utterance in transcript.utterances] == [0, 5, 3602]


def test_lines_of_teams_about_the_transcription_were_not_said() -> None:
    transcript = read(
        b"Stand-up\n2 March 2026, 10:00am\n27m 42s\nAsha Rao started transcription\n"
        b"Ben Ortiz   0:03\nHello.\nAsha Rao   0:05\nGood.\nAsha Rao stopped transcription"
    )
    assert [utterance.text for utterance in transcript.utterances] == ["Hello.", "Good."]


@pytest.mark.parametrize(
    ("sample", "complaint"),
    [
        ("zoom_chat.txt", "line 1: this is the chat"),
        ("agenda.txt", "this is not a transcript that is known here"),
    ],
)
def test_a_chat_and_an_agenda_are_refused(read_sample: ReadSample, sample: str, complaint: str) -> None:
    with pytest.raises(UnreadableTranscriptError, match=complaint):
        read_sample(sample)


def test_a_title_with_numbers_and_an_arrow_in_speech_do_not_change_the_format() -> None:
    transcript = read(b"Sprint 12 2026 03 planning\nAsha  0:01\nFrom A --> B.\nBen  0:05\nYes.")
    assert [utterance.text for utterance in transcript.utterances] == ["From A --> B.", "Yes."]
