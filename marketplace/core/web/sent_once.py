"""A form that is sent twice, by an impatient hand or a browser that tries again, acts once.

Each form of a page carries a word of its own (`sending`). The same form with the same content
gets the answer of its first sending for a minute; while the first still runs, the second
waits. A form without the word is the same only while the first runs. What was refused is
not kept: it may be sent again.
"""

import json
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.utils import timezone
from django.utils.crypto import get_random_string

from marketplace.core.data.models import IdempotencyRecord
from marketplace.core.web import refusals
from marketplace.core.web.idempotency import (
    KeyUnusable,
    KeyUsedForAnotherRequest,
    StillRunning,
    claim,
    fingerprint,
)

SENDING = "sending"
AGAIN = timedelta(minutes=1)
PATIENCE = 10.0  # seconds
STILL_RUNNING = "What you sent is still being worked on. Look again in a moment."


def new_sending() -> str:
    """What tells one form of one page from every other."""
    return get_random_string(22)


def answer_once(
    request: HttpRequest, act: Callable[[], HttpResponseBase], *, done: Callable[[], str | None]
) -> HttpResponseBase:
    """The answer of `act`, or that of the same form's first sending.

    `done` tells afterwards whether the act was done: what to say of it, else None.
    """
    try:
        record, is_answered = _claimed(request)
    except (KeyUsedForAnotherRequest, KeyUnusable):
        return act()
    except StillRunning:
        messages.warning(request, STILL_RUNNING)
        return HttpResponseRedirect(refusals.address_to_go_on(request))
    if is_answered:
        return _again(request, record)
    try:
        response = act()
    except BaseException:
        record.delete()
        raise
    said = done()
    if said is None:
        record.delete()
        return response
    to = getattr(response, "url", request.get_full_path())
    record.status, record.body = response.status_code, json.dumps({"to": to, "said": said})
    record.save(update_fields=["status", "body"])
    return response


def _claimed(request: HttpRequest) -> tuple[IdempotencyRecord, bool]:
    """The record of this sending, and whether its answer is to be given again."""
    data = {"typed": request.POST, "files": request.FILES}
    content = fingerprint(request.get_full_path(), data)
    sending = request.POST.get(SENDING, "")
    key = f"form {sending or content}"
    user_id: Any = request.user.pk
    has_waited, started = False, time.monotonic()
    while True:
        try:
            record, is_answered = claim(user_id=user_id, key=key, request_hash=content)
        except StillRunning:
            if time.monotonic() - started > PATIENCE:
                raise
            has_waited = True
            time.sleep(0.05)
            continue
        is_recent = record.created_at > timezone.now() - AGAIN
        if not is_answered or (is_recent and (sending or has_waited)):
            return record, is_answered
        record.delete()


def _again(request: HttpRequest, record: IdempotencyRecord) -> HttpResponseRedirect:
    kept: dict[str, Any] = json.loads(record.body)
    if kept["said"]:
        messages.success(request, kept["said"])
    return HttpResponseRedirect(kept["to"])
