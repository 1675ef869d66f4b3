import pytest

from alongside.engines.meetings import UnreadableTranscriptError, read

TEXT = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Zoë Díaz>Grüße – schön.\n\n00:03.000 --> 00:04.000\n<v 山田 太郎>はい。\n"


def cue(name: str, second: int = 1) -> str:
    return f"00:0{second}.000 --> 00:0{second}.500\n<v {name}>Yes."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_unicode_and_line_ends_of_every_kind_are_read(encoding: str, ending: str) -> None:
    transcript = read(TEXT.replace("\n", ending).encode(encoding))
    assert transcript.speakers == ("Zoë Díaz", "山田 太郎")
    assert transcript.utterances[0].text == "Grüße – schön."
    assert transcript.repairs == ()


def test_json_in_utf_16_and_with_a_byte_order_mark_is_read() -> None:
    document = '[{"speaker": "Zoë", "start": 1, "end": 2, "text": "Ja."}]'
    for encoding in ("utf-16", "utf-8-sig", "utf-16-le"):
        assert read(document.encode(encoding)).speakers == ("Zoë",)


def test_old_windows_text_is_read_and_reported() -> None:
    transcript = read("Zoë  0:05\nJa.\nBen  0:09\nNein.".encode("cp1252"))
    assert transcript.speakers == ("Zoë", "Ben")
    assert transcript.repairs[0].startswith("The file is not UTF-8 and was read as Windows-1252")


@pytest.mark.parametrize("document", [b"\x00\x01\x02\xff" * 50, b"abc\n\x81\x8d", b"\xff\xfe\x00\xd8\x00\x00"])
def test_bytes_that_are_no_text_are_refused(document: bytes) -> None:
    with pytest.raises(UnreadableTranscriptError, match=r"not text in UTF-8|not a transcript"):
        read(document)


def test_marks_of_direction_and_accents_in_two_forms_do_not_make_two_people() -> None:
    names = ["\u202bליאור כהן\u202c", "ליאור כהן\u200f", "Jose\u0301 Ruiz", "Jos\u00e9  Ruiz"]
    transcript = read("\n\n".join(["WEBVTT", *(cue(name, second) for second, name in enumerate(names, 1))]).encode())
    assert transcript.speakers == ("ליאור כהן", "José Ruiz")


def test_control_characters_cannot_reach_a_terminal() -> None:
    transcript = read(
        b'[{"speaker": "A\\u001b[31msha", "start": 1, "end": 2, "text": "x\\u0007\\u001b]0;y"},'
        b'{"speaker": "Ben", "start": 3, "end": 4, "words": [{"word": "\\u001b[2J", "start": 3, "end": 4}]}]'
    )
    assert all(utterance.text.isprintable() for utterance in transcript.utterances)
    assert all(name.isprintable() for name in transcript.speakers)


def test_speaker_1_and_unknown_stay_as_names() -> None:
    transcript = read("\n\n".join(["WEBVTT", cue("Speaker 1", 1), cue("Unknown", 3)]).encode())
    assert transcript.speakers == ("Speaker 1", "Unknown")
