"""Files of every kind are read, in bounded time and memory, or refused with a sentence that says what to do."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader, PdfWriter

from alongside.writing.documents import Limits, Piece, UnreadableFile, pieces
from alongside.writing.documents._in_time import in_time

ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
    "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
    "<text:h>A plan</text:h><text:p>Two<text:s text:c='2'/><text:span>spaces</text:span>, a<text:tab/>tab"
    "<office:annotation><text:p>note</text:p></office:annotation>.</text:p>"
    "</office:text></office:body></office:document-content>"
)


def read(content: bytes, name: str = "a.md", limits: Limits | None = None) -> list[Piece]:
    return list(pieces(io.BytesIO(content), name, limits=limits))


def packed(name: str, text: str | bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return stream.getvalue()


def word(*paragraphs: str) -> bytes:
    document, stream = docx.Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.add_table(1, 1).cell(0, 0).text = "In a cell"
    document.save(stream)
    return stream.getvalue()


def pdf(*pages: str) -> bytes:
    """A PDF file as small as can be, with a line of text on each page."""
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(len(pages)))
    parts = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    for number, text in enumerate(pages):
        stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET"
        parts.append(f"<< /Type /Page /Parent 2 0 R /Resources {font} /Contents {4 + 2 * number} 0 R >>")
        parts.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    written, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{part}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer\n<< /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    return written + f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}".encode() + end.encode()


def locked(content: bytes) -> bytes:
    writer, stream = PdfWriter(PdfReader(io.BytesIO(content))), io.BytesIO()
    writer.encrypt("secret", algorithm="AES-128")
    writer.write(stream)
    return stream.getvalue()


def test_paragraphs_of_word_are_read_with_their_numbers() -> None:
    (piece,) = read(word("Hey guys,", "", "we meet\tat ten."), "letter.docx")
    assert piece.text.split("\n\n") == ["Hey guys,", "", "we meet\tat ten.", "In a cell"]
    assert piece.place(piece.text.index("ten")) == "paragraph 3"
    assert piece.encoding == ""


def test_open_document_is_read_without_what_is_deleted_and_without_notes() -> None:
    (piece,) = read(packed("content.xml", ODT), "letter.odt")
    assert piece.text == "A plan\n\nTwo  spaces, a\ttab."
    assert piece.place(piece.text.index("Two")) == "paragraph 2"


def test_pages_of_pdf_are_read_with_their_numbers() -> None:
    (piece,) = read(pdf("Hey guys", "the second"), "letter.pdf")
    assert piece.text == "Hey guys\n\nthe second"
    assert piece.place(piece.text.index("second")) == "page 2"


def test_what_a_file_is_its_content_tells_and_not_its_name() -> None:
    assert read(pdf("Hey guys"), "letter.md")[0].unit == "page"
    assert read(b"<!DOCTYPE html><p>x", "letter")[0].markup == "html"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x7fELF\x02\0\0\0", "is not text"),
        (b"fine\n\n\xff\xfe broken", "line 3 is not UTF-8 text. Save the file as UTF-8."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old kind, or one with a password"),
        (packed("word/document.xml", "<w:document"), "is damaged"),
        (packed("word/document.xml", b"x")[:40], "damaged, or has a password"),
        (packed("inner.docx", word("Hey")), "ZIP archive, but no Word or OpenDocument text"),
        (packed("word/document.xml", packed("word/document.xml", "x")), "is damaged"),
        (locked(pdf("Hey guys")), "has a password"),
        (pdf("Hey guys")[:150], "PDF file"),
        (b"%PDF-1.7\n" + b"0" * 5_000, "PDF file"),
        (pdf(""), "only pictures of it"),
        (b"\xff\xfea", "line 1 is not UTF-16 text"),
    ],
    ids=range(12),  # an archive holds the time at which it was made, and each worker makes its own
)
def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableFile, match=said):
        read(content)


@pytest.mark.parametrize(
    ("content", "limits", "said"),
    [
        (packed("word/document.xml", b" " * 5_000_000), Limits(unpacked=4_000_000), "larger than 4 MB unpacked"),
        (pdf("a", "b", "c"), Limits(pages=2), "more than 2 pages"),
        (pdf("a" * 3_000), Limits(whole=1_000_000, unpacked=2_000), "larger than 0 MB"),
        (pdf("a") + b" " * 2_000_000, Limits(whole=1_000_000), "larger than 1 MB"),
        (b"short\n" + b"x" * 2_000_001, Limits(), "line 2 is longer than 1,000,000 bytes"),
        (b"short\n" * 700_000 + b"x" * 5_000_000, Limits(), "line 700001 is longer than 1,000,000 bytes"),
    ],
)
def test_what_is_larger_than_a_limit_is_refused(content: bytes, limits: Limits, said: str) -> None:
    with pytest.raises(UnreadableFile, match=said):
        read(content, limits=limits)


def test_entities_are_not_expanded_and_nothing_is_fetched() -> None:
    kind = '<!DOCTYPE x [<!ENTITY word "guys"><!ENTITY file SYSTEM "file:///etc/hostname">]>'
    (piece,) = read(packed("content.xml", kind + ODT.replace("A plan", "A plan &word; &file;")), "a.odt")
    assert piece.text.startswith("A plan  \n")


def test_a_bomb_of_entities_is_refused() -> None:
    names = zip("abcdefgh", "bcdefghi", strict=True)
    bomb = "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in names)
    kind = f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{bomb}]>'
    with pytest.raises(UnreadableFile, match="is damaged"):
        read(packed("content.xml", kind + ODT.replace("A plan", "&i;")), "bomb.odt")


def test_work_that_would_not_end_is_stopped() -> None:
    def without_end() -> None:
        with in_time(1):
            while True:
                pass

    with pytest.raises(UnreadableFile, match="longer than 1 seconds"):
        without_end()


def test_a_long_text_is_cut_between_paragraphs_and_places_stay_those_of_the_file() -> None:
    text = "Wörter 😀 here.\r\nAnd there.\r\n\r\n" * 2_000
    found = read(text.encode(), limits=Limits(piece=10_000))
    assert len(found) > 4
    assert "".join(piece.text for piece in found) == text
    assert all(piece.text.endswith("\r\n\r\n") for piece in found)
    assert [text[piece.start : piece.start + 5] for piece in found] == [piece.text[:5] for piece in found]
    assert [text[: piece.start].count("\n") for piece in found] == [piece.line for piece in found]


def test_a_block_of_code_is_not_cut() -> None:
    text = ("Words.\n\n```\n" + "code\n\n" * 100 + "```\n\nWords.\n\n") * 30
    found = read(text.encode(), limits=Limits(piece=600))
    assert len(found) > 5
    assert all(piece.text.count("```") % 2 == 0 for piece in found)


# Not by resource: a process keeps there what its parent had when it was made.
_PRINT_MOST = "print(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')).split()[1])"
_HUGE = f"""
import io, sys
from alongside.writing.documents import UnreadableFile, pieces
class Endless(io.RawIOBase):
    left = 1_000_000_000
    def readable(self): return True
    def readinto(self, buffer):
        size = min(len(buffer), self.left)
        buffer[:size] = b"x" * size
        self.left -= size
        return size
try:
    list(pieces(io.BufferedReader(Endless()), "a.md"))
except UnreadableFile as refusal:
    print(refusal)
{_PRINT_MOST}
"""
_LARGE = f"""
from alongside.cli.write import main
print(main(["large.md", "--no-config", "--output", "report"]))
{_PRINT_MOST}
"""
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux says of a process")
MOST = 200_000


def said_by(program: str, folder: Path) -> list[str]:
    ran = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, cwd=folder)  # noqa: S603
    return ran.stdout.splitlines()


@LINUX
def test_a_line_of_a_gigabyte_is_refused_before_it_is_in_memory(tmp_path: Path) -> None:
    said, most = said_by(_HUGE, tmp_path)
    assert said.startswith("line 1 is longer than 1,000,000 bytes")
    assert int(most) < MOST


@LINUX
def test_a_file_of_many_megabytes_needs_the_memory_of_a_piece(tmp_path: Path) -> None:
    """Sixteen stand for a hundred here: what grows with the length of a file shows in four pieces, too."""
    paragraph = "lorem ipsum dolor sit amet consectetur adipiscing elit " * 60 + "\n\n"
    (tmp_path / "large.md").write_text(paragraph * (16_000_000 // len(paragraph)), encoding="utf-8")
    code, most = said_by(_LARGE, tmp_path)
    assert code in {"0", "1"}
    assert int(most) < MOST
