import io
import zipfile

import pytest
from docx import Document

from alongside.engines.meetings import Limits, UnreadableTranscriptError, read

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(*paragraphs: str) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def archive(part: str, text: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(part, text)
    return stream.getvalue()


def test_teams_writes_name_and_stamp_above_the_words() -> None:
    transcript = read(
        word(
            "Stand-up-20260302_100000-Meeting Recording",
            "March 2, 2026, 9:00AM\n27m 42s",
            "Asha Rao started transcription",
            "Asha Rao   0:03\nLet's start with the launch date.",
            "Ben Ortiz   0:08\nI think we could move it to May.\nOr June.",
            "Asha Rao   1:00:11\nThat would help.",
        )
    )
    assert transcript.format == "Word document, plain text (Name  0:05)"
    assert [(utterance.speaker, utterance.start, utterance.text) for utterance in transcript.utterances] == [
        ("Asha Rao", 3, "Let's start with the launch date."),
        ("Ben Ortiz", 8, "I think we could move it to May. Or June."),
        ("Asha Rao", 3611, "That would help."),
    ]


def test_older_teams_documents_have_a_start_and_an_end() -> None:
    transcript = read(
        word(
            "0:0:5.100 --> 0:0:8.250\nAsha Rao\nLet's start.",
            "0:0:8.500 --> 0:0:10.300\nBen Ortiz\nMay is better.",
            "0:0:11.0 --> 0:0:12.0\nAsha Rao\nGood.",
            "0:0:12.800 --> 0:0:14.500\nBen Ortiz\nThen June.",
        )
    )
    assert transcript.timing == "cues"
    assert [(utterance.speaker, utterance.start, utterance.end) for utterance in transcript.utterances] == [
        ("Asha Rao", 5.1, 8.25),
        ("Ben Ortiz", 8.5, 10.3),
        ("Asha Rao", 11.0, 12.0),
        ("Ben Ortiz", 12.8, 14.5),
    ]


def test_a_transcript_in_a_table_is_read() -> None:
    document = Document()
    table = document.add_table(rows=0, cols=1)
    for line in ("[00:05] Asha: Hello.", "[00:08] Ben: Good morning.", "[00:09] Asha: So."):
        table.add_row().cells[0].text = line
    stream = io.BytesIO()
    document.save(stream)
    assert read(stream.getvalue()).speakers == ("Asha", "Ben")


def test_a_document_that_grows_when_unpacked_is_refused_before_it_does() -> None:
    bomb = archive("word/document.xml", b" " * 50_000_000)
    assert len(bomb) < 100_000
    with pytest.raises(UnreadableTranscriptError, match=r"larger than 1,000,000 bytes unpacked"):
        read(bomb, limits=Limits(max_uncompressed_bytes=1_000_000))


def test_entities_are_not_expanded_and_files_beside_it_are_not_read(tmp_path: object) -> None:
    secret = f"{tmp_path}/secret"
    paragraphs = "".join(f"<w:p><w:r><w:t>Asha  0:0{at} &leak;</w:t></w:r></w:p>" for at in range(4))
    evil = (
        f'<!DOCTYPE w:document [<!ENTITY leak SYSTEM "file://{secret}">]>'
        f'<w:document xmlns:w="{NAMESPACE}"><w:body>{paragraphs}</w:body></w:document>'
    )
    with open(secret, "w") as file:  # noqa: PTH123
        file.write("hunter2")
    with pytest.raises(UnreadableTranscriptError) as refused:
        read(archive("word/document.xml", evil.encode()))
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(
    ("document", "complaint"),
    [
        (archive("xl/workbook.xml", b"<x/>"), "not a Word document"),
        (archive("word/document.xml", b"<w:p>"), "damaged"),
        (word("Hello.")[:-40], "damaged or locked"),
        (b"PK\x03\x04", "damaged or locked"),
    ],
)
def test_what_is_no_word_document_is_refused(document: bytes, complaint: str) -> None:
    with pytest.raises(UnreadableTranscriptError, match=complaint):
        read(document)
