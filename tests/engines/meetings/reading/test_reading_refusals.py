from pathlib import Path

import pytest

from alongside.engines.meetings import Limits, UnreadableTranscriptError, read

CUE = "00:0{at}.000 --> 00:0{at}.500\n<v {name}>Yes."
VTT = "\n\n".join(["WEBVTT", *(CUE.format(at=at, name="AB"[at % 2]) for at in range(1, 5))]).encode()
TEXT = b"\n".join(b"Asha  0:0%d\nYes." % at for at in range(5))
JSON = b'{"segments": [%s]}' % b", ".join(
    b'{"speaker": "A", "start": %d, "end": %d, "text": "Yes, yes."}' % (at, at) for at in range(5)
)
PAIR = b"\n".join(b"x 1 %d.0 0.5 yes" % at for at in range(50))
RTTM = b"SPEAKER x 1 0.5 2 <NA> <NA> asha <NA> <NA>"


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (b"", "-: it is empty. Export the transcript again."),
        (b" \r\n\t\n", "-: it is empty"),
        (b"\xff\xfe", "-, line 1: this is not a transcript"),
        (b"Dear all,\nsee you on Monday.", "-, line 1: this is not a transcript that is known here. Expected WebVTT"),
        (b"WEBVTT\n", "-, line 1: no cue has readable times"),
        (b"WEBVTT\n\nsoon --> later\nHello.", "-, line 3: no cue has readable times"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello.", "-: nothing in it says who speaks"),
        (b"1\n00:00:01,000 --> 00:00:02,000\n<v A>\n", "-: no cue has any words"),
        (b"[00:01] hello there.\n[00:09] hello again.", "-, line 1: there are time stamps but no speakers"),
        (b"Asha: Hello.\nBen: Hello.\nAsha: So.", "-, line 1: there are speakers but no time stamps"),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n", "-, line 1: this is not a transcript"),
    ],
)
def test_a_refusal_names_file_and_line_and_says_what_to_do(document: bytes, message: str) -> None:
    with pytest.raises(UnreadableTranscriptError) as refused:
        read(document)
    assert str(refused.value).startswith(message)


@pytest.mark.parametrize(
    ("document", "limits", "message"),
    [
        (VTT, Limits(max_bytes=20), "-: it is larger than 20 bytes"),
        (VTT, Limits(max_cues=3), "-, line 12: there are more than 3 cues"),
        (TEXT, Limits(max_cues=3), "-: there are more than 3 speeches"),
        (JSON, Limits(max_cues=3), "-: there are more than 3 entries"),
        (VTT, Limits(max_line=10), "-, line 3: it is longer than 10 characters"),
        (JSON, Limits(max_line=8), "-: one cue has more than 8 characters"),
    ],
)
def test_a_file_over_a_limit_is_refused(document: bytes, limits: Limits, message: str) -> None:
    with pytest.raises(UnreadableTranscriptError) as refused:
        read(document, limits=limits)
    assert str(refused.value).startswith(message)


def test_a_file_at_the_limits_is_read() -> None:
    assert len(read(VTT, limits=Limits(max_bytes=len(VTT), max_cues=4, max_line=23)).utterances) == 4


def test_a_pair_over_a_limit_is_refused() -> None:
    with pytest.raises(UnreadableTranscriptError, match="the CTM has more than 40 words"):
        read(PAIR, speakers=RTTM, limits=Limits(max_cues=2))


def test_a_path_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTranscriptError, match=r"missing\.vtt: it cannot be opened \(no such file"):
        read(tmp_path / "missing.vtt")
    with pytest.raises(UnreadableTranscriptError, match="it cannot be opened"):
        read(tmp_path)
    with pytest.raises(UnreadableTranscriptError, match="it cannot be opened"):
        read("\0")


def test_the_name_of_the_file_says_nothing_and_the_source_may_be_given(tmp_path: Path) -> None:
    path = tmp_path / "notes.docx"
    path.write_bytes(VTT)
    assert read(path).source == "notes.docx"
    assert read(path).format == "WebVTT (Teams)"
    assert read(VTT).source == "-"
    assert read(VTT, source="stand-up").source == "stand-up"
