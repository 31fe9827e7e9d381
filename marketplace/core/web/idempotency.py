"""`Idempotency-Key` on every POST of the REST API.

The first request with a key runs; its answer is kept for a day, and the same request with
the same key gets that answer again. Another request under the key is refused (422), and so
is the same one while the first still runs (409). A request that died leaves its claim
behind for a minute; then it may be sent again, and finds by the state of things whether its
act was done. See draft-ietf-httpapi-idempotency-key-header.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from marketplace.core.data.errors import DomainError
from marketplace.core.data.models import IdempotencyRecord

KEEP = timedelta(days=1)
CLAIM = timedelta(minutes=1)
LONGEST_KEY = 200


class KeyUsedForAnotherRequest(DomainError):
    sentence = "This Idempotency-Key was used for another request. Use a new key."
    status = 422


class StillRunning(DomainError):
    sentence = "The first request with this Idempotency-Key still runs. Ask again in a moment."
    status = 409


class KeyUnusable(DomainError):
    sentence = "An Idempotency-Key has 1 to 200 characters of visible ASCII."
    status = 400


def fingerprint(path: str, data: Any) -> str:
    """What makes two POSTs the same: the address and what was sent, however it was packed.

    The bytes would not do: an upload sent again has another multipart boundary.
    """
    digest = hashlib.sha256(path.encode())
    digest.update(json.dumps(_comparable(data), sort_keys=True).encode())
    return digest.hexdigest()


def _comparable(data: Any) -> Any:
    if isinstance(data, UploadedFile):
        return {"name": data.name, "sha256": _sha256_of(data)}
    if hasattr(data, "lists"):
        return {name: _comparable(values) for name, values in data.lists()}
    if isinstance(data, Mapping):
        return {str(name): _comparable(value) for name, value in data.items()}
    if isinstance(data, Iterable) and not isinstance(data, str):
        return [_comparable(value) for value in data]
    return data


def _sha256_of(upload: UploadedFile) -> str:
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()


def claim(*, user_id: int, key: str, request_hash: str) -> tuple[IdempotencyRecord, bool]:
    """The record of this key, and whether its answer is there to be replayed."""
    if not (0 < len(key) <= LONGEST_KEY and key.isascii() and key.isprintable()):
        raise KeyUnusable
    now = timezone.now()
    with transaction.atomic():
        record, created = IdempotencyRecord.objects.select_for_update().get_or_create(
            user_id=user_id,
            key=key,
            defaults={"request_hash": request_hash, "claimed_at": now},
        )
        if created:
            return record, False
        if record.created_at < now - KEEP:
            record.delete()
            return claim(user_id=user_id, key=key, request_hash=request_hash)
        if record.request_hash != request_hash:
            raise KeyUsedForAnotherRequest
        if record.status is not None:
            return record, True
        if record.claimed_at > now - CLAIM:
            raise StillRunning
        record.claimed_at = now
        record.save(update_fields=["claimed_at"])
        return record, False


def settle(record: IdempotencyRecord, *, status: int, body: str, media_type: str) -> None:
    """Keep the answer, unless it was a fault of ours: then the key is free again."""
    if status >= 500 or status == 429:
        record.delete()
        return
    record.status, record.body, record.media_type = status, body, media_type
    record.save(update_fields=["status", "body", "media_type"])
