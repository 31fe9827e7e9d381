from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

# The most files that any form takes at once, and room for its words.
MOST_AT_ONCE = 11


class TotalLimit(FileUploadHandler):
    """Refuses a body before it is read that is larger than any form of ours can be.

    Django limits what it keeps in memory, but writes files to disk without end, for anybody.
    """

    def handle_raw_input(
        self,
        input_data: Any,
        meta: dict[str, Any],
        content_length: int,
        boundary: Any,
        encoding: Any = None,
    ) -> None:
        if content_length > MOST_AT_ONCE * settings.UPLOAD_MAX_BYTES:
            raise RequestDataTooBig("The files are too large together.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
