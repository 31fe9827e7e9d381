"""Uploads: sniffed, size-limited, stored privately, served as attachments."""

import hashlib
import re
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.http import FileResponse
from django.utils import timezone

from marketplace.core.data.identifiers import new_id
from marketplace.core.web.file_types import EXTENSIONS, is_what_it_says

# As long as the column of a name.
LONGEST_NAME = 200
# What would hide or turn round a part of a name.
HIDING = re.compile("[\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def private_path(instance: Any, filename: str) -> str:
    return f"private/{instance._meta.label_lower}/{instance.public_id}"


class PrivateFile(models.Model):
    """A file that only an authorised view hands out."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    file = models.FileField(upload_to=private_path)
    name = models.CharField(max_length=LONGEST_NAME)
    size = models.PositiveBigIntegerField(help_text="bytes")
    sha256 = models.CharField(max_length=64)
    uploaded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


def check_upload(upload: UploadedFile) -> None:
    """Raise ValidationError unless the upload's size, name and first bytes are acceptable."""
    size, name = upload.size or 0, kept_name(upload.name or "")
    if size > settings.UPLOAD_MAX_BYTES:
        limit = settings.UPLOAD_MAX_BYTES // (1024 * 1024)
        raise ValidationError(f"“{name}” is larger than {limit} MB. Compress it or split it.")
    if not size:
        raise ValidationError(f"“{name}” is empty.")
    extension = PurePath(name).suffix.lower().lstrip(".")
    if extension not in EXTENSIONS:
        raise ValidationError(f"Files of type “.{extension}” are not accepted. Put it in a .zip.")
    if not is_what_it_says(upload, extension):
        raise ValidationError(
            f"“{name}” does not look like a .{extension} file inside. Save it as one, or give it "
            "the ending of what it is."
        )


def kept_name(name: str) -> str:
    """The name without folders and hidden characters; a long one keeps its ending."""
    plain = HIDING.sub("", PurePath(name.replace("\\", "/")).name).strip() or "file"
    ending = _ending(plain)
    stem = plain.removesuffix(ending)
    room = LONGEST_NAME - len(ending)
    return plain if len(plain) <= LONGEST_NAME else f"{stem[: room - 1].rstrip()}…{ending}"


def _ending(name: str) -> str:
    """What tells what a file is: `.pdf`, and of a compressed one all of `.tar.gz`."""
    *_, inner, ending = "", "", *PurePath(name).suffixes
    ending = inner + ending if ending.lower() == ".gz" and len(inner) < 10 else ending
    return ending if len(ending) < LONGEST_NAME // 2 else ""


def file_fields(upload: UploadedFile) -> dict[str, Any]:
    """The fields of a PrivateFile made from a checked upload."""
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return {
        "file": upload,
        "name": kept_name(upload.name or "file"),
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
