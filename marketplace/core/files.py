"""Uploads: sniffed, size-limited, stored privately, served as attachments."""

import hashlib
from pathlib import PurePath
from typing import Any

import puremagic
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.http import FileResponse
from django.utils import timezone

from marketplace.core.identifiers import new_id

# What may be uploaded, by extension. Programs are refused whatever they are called.
ALLOWED_EXTENSIONS = frozenset(
    {
        *("csv", "tsv", "txt", "md", "json", "jsonl", "parquet", "npz", "npy", "onnx", "log"),
        *("pdf", "png", "jpg", "jpeg", "webp", "gif", "svg", "xlsx", "docx", "pptx", "odt", "ods"),
        *("ipynb", "py", "r", "sql", "toml", "yaml", "yml", "zip", "gz", "tar"),
    }
)
REFUSED_SIGNATURES = frozenset({".exe", ".dll", ".elf", ".so", ".msi", ".dmg", ".class"})


def private_path(instance: Any, filename: str) -> str:
    return f"private/{instance._meta.label_lower}/{instance.public_id}"


class PrivateFile(models.Model):
    """A file that only an authorised view hands out."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    file = models.FileField(upload_to=private_path)
    name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField(help_text="bytes")
    sha256 = models.CharField(max_length=64)
    uploaded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


def check_upload(upload: UploadedFile) -> None:
    """Raise ValidationError unless the upload's size, name and first bytes are acceptable."""
    size, name = upload.size or 0, upload.name or ""
    if size > settings.UPLOAD_MAX_BYTES:
        limit = settings.UPLOAD_MAX_BYTES // (1024 * 1024)
        raise ValidationError(f"“{name}” is larger than {limit} MB. Compress it or split it.")
    if not size:
        raise ValidationError(f"“{name}” is empty.")
    extension = PurePath(name).suffix.lower().lstrip(".")
    if extension not in ALLOWED_EXTENSIONS:
        raise ValidationError(f"Files of type “.{extension}” are not accepted. Put it in a .zip.")
    if _signature(upload) in REFUSED_SIGNATURES:
        raise ValidationError(f"“{name}” is a program, whatever its name says.")


def _signature(upload: UploadedFile) -> str:
    upload.seek(0)
    head = upload.read(4096)
    upload.seek(0)
    try:
        return puremagic.from_string(head)
    except puremagic.PureError:
        return ""


def file_fields(upload: UploadedFile) -> dict[str, Any]:
    """The fields of a PrivateFile made from a checked upload."""
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return {
        "file": upload,
        "name": PurePath(upload.name or "file").name[:200],
        "size": upload.size,
        "sha256": digest.hexdigest(),
    }


def attachment(private_file: PrivateFile) -> FileResponse:
    """Always a download, never a page: the type is opaque and sniffing is off."""
    response = FileResponse(
        private_file.file.open("rb"),
        as_attachment=True,
        filename=private_file.name,
        content_type="application/octet-stream",
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
