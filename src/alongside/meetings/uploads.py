"""Uploads that never touch the disk in the clear: Django's own handlers write large files to a temporary folder."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

from alongside.meetings.parsing import MOST_BYTES


class InMemoryOnly(FileUploadHandler):
    """Keeps a file of at most `MOST_BYTES` in memory. Of a larger one it takes no more than shows that it is larger."""

    chunk_size = 256 * 1024

    def handle_raw_input(self, _input: Any, _headers: Any, content_length: int, *_rest: Any) -> None:
        self._far_too_large = content_length > 2 * MOST_BYTES

    def new_file(self, *args: Any, **options: Any) -> None:
        super().new_file(*args, **options)
        if self._far_too_large:
            raise StopUpload(connection_reset=True)
        self._kept = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 - Django's signature
        if self._kept.tell() <= MOST_BYTES:
            self._kept.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self._kept.seek(0)
        return InMemoryUploadedFile(
            self._kept, self.field_name, "transcript", self.content_type, file_size, self.charset
        )
