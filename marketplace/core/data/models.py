"""What every app leans on: the append-only event log and the outbox."""

import uuid
from typing import Any

import pgtrigger
from django.apps import apps
from django.conf import settings
from django.db import models
from django.http import QueryDict
from django.utils import timezone

from marketplace.core.data.append_only import never_emptied
from marketplace.core.data.identifiers import new_id


class Event(models.Model):
    """Who did what to which subject, when, and why. Rows are never changed or deleted."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    at = models.DateTimeField(default=timezone.now, editable=False)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    role = models.CharField(max_length=16)
    verb = models.CharField(max_length=64, help_text="noun.past_participle")
    subject_type = models.CharField(max_length=64, help_text="app_label.model")
    subject_id = models.BigIntegerField()
    from_state = models.CharField(max_length=32, blank=True)
    to_state = models.CharField(max_length=32, blank=True)
    why = models.TextField(blank=True)
    particulars = models.JSONField(default=dict)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "id"], name="event_subject"),
            models.Index(fields=["actor", "-id"], name="event_actor"),
            models.Index(
                fields=["-id"], name="event_of_moderators", condition=models.Q(role="moderator")
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="event_append_only", operation=pgtrigger.Update | pgtrigger.Delete
            ),
            never_emptied("event"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} at {self.at.isoformat(' ', 'minutes')}"

    @property
    def subject(self) -> Any:
        return apps.get_model(self.subject_type)._base_manager.get(pk=self.subject_id)


class OutboxMessage(models.Model):
    """A job that was promised in a transaction. Redis only carries it; this row is the truth."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=100)
    ids = models.JSONField(default=dict)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    due_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveIntegerField(default=0)
    done_at = models.DateTimeField(null=True, blank=True)
    last_error = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at"], name="outbox_due", condition=models.Q(done_at__isnull=True)
            ),
            models.Index(
                fields=["created_at"], name="outbox_late", condition=models.Q(done_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.ids}"


class IdempotencyRecord(models.Model):
    """The answer to a person's POST under one `Idempotency-Key`; no status while it runs."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    request_hash = models.CharField(max_length=64)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    claimed_at = models.DateTimeField()
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    body = models.TextField(blank=True)
    media_type = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="idempotency_once")]

    def __str__(self) -> str:
        return self.key


class KeptForm(models.Model):
    """What a person typed on the page at `path` and has not sent yet; see kept_forms."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    path = models.CharField(max_length=300)
    typed = models.JSONField(help_text="the values of each field, by its name")
    kept_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "path"], name="kept_form_once")]

    def __str__(self) -> str:
        return self.path

    @property
    def data(self) -> QueryDict:
        """As the form would have sent it."""
        data = QueryDict(mutable=True)
        for name, values in self.typed.items():
            data.setlist(name, values)
        return data
