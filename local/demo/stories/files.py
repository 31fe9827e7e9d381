"""Text files as a browser uploads them."""

from django.core.files.uploadedfile import SimpleUploadedFile

from local.demo.content.shapes import Document
from marketplace.core.web.files import check_upload


def upload_of(document: Document) -> SimpleUploadedFile:
    """The document as a checked upload."""
    content = "".join(f"{line}\n" for line in document.lines)
    upload = SimpleUploadedFile(document.file, content.encode())
    check_upload(upload)
    return upload
