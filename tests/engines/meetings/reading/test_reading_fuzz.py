"""No bytes whatever bring anything out of `read` but a transcript or an UnreadableTranscriptError."""

import json
import math
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.engines.meetings import Transcript, UnreadableTranscriptError, read

SAMPLES = sorted(path.read_bytes() for path in (Path(__file__).parent / "samples").iterdir())
PIECES = [
    *(
        b"-->",
        b"<v ",
        b":",
        b"00:00:01.000 --> 00:00:02.000\n",
        b"Asha: ",
        b"[0:05] ",
        b"0:05\n",
        b"null",
        b"-1",
        b"1e308",
    ),
    *(
        b'"',
        b"{",
        b"[",
        b"]",
        b"}",
        b"\n\n",
        b"\r",
        b"\0",
        b"\xff\xfe",
        "\u200f".encode(),
        b"9999:59:59",
        b" PM",
        b'""',
    ),
]


def check(document: bytes, speakers: bytes | None = None) -> None:
    with suppress(UnreadableTranscriptError):
        check_contract(read(document, speakers=speakers))


def check_contract(transcript: Transcript) -> None:
    starts = [utterance.start for utterance in transcript.utterances]
    assert starts == sorted(starts)
    assert set(transcript.speakers) == {utterance.speaker for utterance in transcript.utterances}
    for utterance in transcript.utterances:
        assert 0 <= utterance.start <= utterance.end < math.inf
        assert utterance.text == " ".join(utterance.text.split()) != ""
        assert len(utterance.word_starts) == len(utterance.word_ends)
        assert len(utterance.word_starts) in {0, len(utterance.text.split())}


@given(st.binary(max_size=400))
def test_any_bytes(document: bytes) -> None:
    check(document)


@given(st.sampled_from(SAMPLES), st.data())
@settings(max_examples=150, deadline=None)
def test_samples_with_pieces_put_in_cut_out_and_turned_round(sample: bytes, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 5))):
        first, second = sorted((data.draw(st.integers(0, len(sample))), data.draw(st.integers(0, len(sample)))))
        piece = data.draw(st.sampled_from([*PIECES, sample[second : second + 60]]))
        sample = sample[:first] + piece + sample[second if data.draw(st.booleans()) else first :]
    check(sample)


@given(st.text("SPEAKR x1.05-<NA>;\n", max_size=200), st.text("x1.05 yes\n;-", max_size=200))
def test_pairs(rttm: str, ctm: str) -> None:
    check(b"x 1 1.0 0.5 yes\n" + ctm.encode(), b"SPEAKER x 1 0.5 2 <NA> <NA> asha <NA> <NA>\n" + rttm.encode())


KEYS = [
    *(
        "segments",
        "utterances",
        "results",
        "channels",
        "items",
        "monologues",
        "speech_segments",
        "sentences",
        "speaker",
    ),
    *("transcriptEntries", "start", "end", "text", "words", "word", "alternatives", "elements", "type", "value", "ts"),
    *("end_ts", "speaker_name", "start_ts", "transcript", "startTime", "endTime", "sentence", "participant", "data"),
]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=25,
)


@given(st.sampled_from(KEYS), VALUES)
def test_json_of_any_shape(key: str, value: object) -> None:
    check(json.dumps({key: value}).encode())
    check(json.dumps(value).encode())


@given(st.sampled_from([sample for sample in SAMPLES if sample.startswith(b"{")]), st.data())
@settings(max_examples=100, deadline=None)
def test_json_samples_with_one_value_changed(sample: bytes, data: st.DataObject) -> None:
    document = json.loads(sample)
    place: Any = document
    while True:
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        if not (isinstance(place[key], dict | list) and place[key] and data.draw(st.integers(0, 4))):
            break
        place = place[key]
    place[key] = data.draw(VALUES)
    check(json.dumps(document).encode())
