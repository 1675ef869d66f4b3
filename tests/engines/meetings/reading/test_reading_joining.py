import json
from pathlib import Path
from typing import Any

import pytest

from alongside.engines.meetings import Transcript, read

MEETINGS = Path(__file__).resolve().parents[5] / "shared/data/meetings"


def cues(*entries: tuple[str, float, float]) -> Transcript:
    return read(
        json.dumps(
            [{"speaker": name, "start": start, "end": end, "text": f"{name} speaks."} for name, start, end in entries]
        ).encode()
    )


def spans(transcript: Transcript) -> list[tuple[str, float, float]]:
    return [(utterance.speaker, utterance.start, utterance.end) for utterance in transcript.utterances]


def test_a_cue_that_follows_within_a_breath_is_joined() -> None:
    assert spans(cues(("A", 0, 1), ("A", 1.59, 2), ("B", 3, 4))) == [("A", 0, 2), ("B", 3, 4)]


def test_a_cue_after_a_pause_is_not() -> None:
    assert len(cues(("A", 0, 1), ("A", 1.6, 2), ("B", 3, 4)).utterances) == 3


def test_cues_are_not_joined_across_somebody_else() -> None:
    entries = [("A", 0, 1), ("B", 0.5, 0.8), ("A", 1.1, 2)]
    assert spans(cues(*entries)) == entries


def test_a_short_cue_within_a_long_one_does_not_end_it() -> None:
    assert spans(cues(("A", 0, 9), ("A", 1, 2), ("A", 9.2, 10), ("B", 11, 12)))[0] == ("A", 0, 10)


def test_word_times_are_joined_with_the_words() -> None:
    def entry(word: str, start: float) -> dict[str, Any]:
        return {"speaker": "A", "words": [{"word": word, "start": start, "end": start + 0.5, "speaker": "A"}]}

    (utterance,) = read(json.dumps({"segments": [entry("yes", 1.0), entry("no", 1.6)]}).encode()).utterances
    assert (utterance.text, utterance.word_starts, utterance.word_ends) == ("yes no", (1.0, 1.6), (1.5, 2.1))


def test_starts_alone_do_not_join_because_nobody_knows_the_pause() -> None:
    assert len(read(b"Asha  0:01\nYes, and then some.\nAsha  0:02\nNo.\nBen  0:09\nWell.").utterances) == 3


@pytest.mark.skipif(not MEETINGS.exists(), reason="the labelled meetings are not shipped")
@pytest.mark.parametrize("folder", ["pause", "mixed"])
@pytest.mark.parametrize("kind", ["json", "vtt"])
def test_real_meetings_keep_their_utterances(folder: str, kind: str) -> None:
    path = next((MEETINGS / folder).glob(f"B*.{kind}"))
    transcript = read(path)
    text = path.read_text()
    assert len(transcript.utterances) == (text.count("-->") if kind == "vtt" else len(json.loads(text)["segments"]))
    assert transcript.repairs == ()
