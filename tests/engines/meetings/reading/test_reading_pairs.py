from pathlib import Path

import pytest

from alongside.engines.meetings import UnreadableTranscriptError, pair_up, read

SAMPLES = Path(__file__).parent / "samples"
CTM, RTTM = SAMPLES / "standup.ctm", SAMPLES / "standup.rttm"


@pytest.mark.parametrize(("file", "speakers"), [(CTM, RTTM), (RTTM, CTM)])
def test_words_are_given_to_who_talks_most_of_their_time(file: Path, speakers: Path) -> None:
    transcript = read(file, speakers=speakers)
    assert transcript.format == "CTM with RTTM"
    assert [(utterance.speaker, utterance.text) for utterance in transcript.utterances] == [
        ("asha", "Let's start"),
        ("ben", "we could"),
        ("carmen", "mhm"),
    ]
    assert transcript.utterances[1].word_starts == (8.5, 8.8)


def test_a_word_outside_all_turns_belongs_to_unknown() -> None:
    transcript = read(b"x 1 1.0 0.5 yes\nx 1 9.0 0.5 no\n", speakers=b"SPEAKER x 1 0.5 2 <NA> <NA> asha <NA> <NA>")
    assert transcript.speakers == ("asha", "Unknown")


def test_half_a_pair_is_refused_and_asks_for_the_other() -> None:
    for half in (CTM, RTTM):
        with pytest.raises(UnreadableTranscriptError, match=f"{half.name}: this is half of a pair"):
            read(half)


def test_two_files_that_are_no_pair_are_refused() -> None:
    with pytest.raises(UnreadableTranscriptError, match="not a CTM and an RTTM"):
        read(CTM, speakers=CTM)


def test_a_line_that_does_not_fit_is_named() -> None:
    with pytest.raises(UnreadableTranscriptError, match="line 2: this line is not as CTM has it"):
        read(b"x 1 1.0 0.5 yes\nx 1 soon 0.5 no\n", speakers=RTTM)


def test_a_file_of_two_recordings_is_refused() -> None:
    with pytest.raises(UnreadableTranscriptError, match="the CTM is of 2 recordings"):
        read(b"x 1 1.0 0.5 yes\ny 1 2.0 0.5 no\n", speakers=RTTM)


def test_halves_of_one_name_are_paired_and_other_files_of_one_name_are_not(tmp_path: Path) -> None:
    for name, text in {
        "a.rttm": RTTM.read_text(),
        "a.vtt": "WEBVTT",
        "a.ctm": CTM.read_text(),
        "b.ctm": CTM.read_text(),
    }.items():
        (tmp_path / name).write_text(text)
    names = ["a.rttm", "a.vtt", "a.ctm", "b.ctm", "missing.ctm"]
    assert pair_up([tmp_path / name for name in names]) == [
        (tmp_path / "a.rttm", tmp_path / "a.ctm"),
        (tmp_path / "a.vtt", None),
        (tmp_path / "b.ctm", None),
        (tmp_path / "missing.ctm", None),
    ]
