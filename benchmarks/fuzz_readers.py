"""Fuzz the readers: whatever the bytes, a transcript or an UnreadableTranscriptError.

Run it for ten minutes, from samples that the tests hold:

    uv run --group bench python benchmarks/fuzz_readers.py -max_total_time=600 -rss_limit_mb=1024 -timeout=5 \
        CORPUS tests/engines/meetings/reading/samples

libFuzzer stops at any other exception, at more than 1 GB and at an input that takes more than 5 seconds. New inputs are
kept in CORPUS, a folder outside the repository.
"""

import sys
from contextlib import suppress
from io import BytesIO
from zipfile import ZipFile

import atheris

with atheris.instrument_imports(include=["alongside", "webvtt", "docx"]):
    from alongside.engines.meetings import Limits, UnreadableTranscriptError, read
    from alongside.engines.meetings._reading import _subtitles, _word  # noqa: F401 - read imports them late

_LIMITS = Limits(max_bytes=200_000, max_cues=2_000, max_line=20_000, max_uncompressed_bytes=500_000)
_PAIR = b"\n=== speakers ===\n"  # parts a CTM from its RTTM
_XML = b"<w:document"  # is put into an archive: mutations of a packed one would end at its checksum


def one_input(document: bytes) -> None:
    first, is_pair, second = document.partition(_PAIR)
    with suppress(UnreadableTranscriptError):
        read(_packed(first) if first.startswith(_XML) else first, speakers=second if is_pair else None, limits=_LIMITS)


def _packed(xml: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", xml)
    return stream.getvalue()


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
