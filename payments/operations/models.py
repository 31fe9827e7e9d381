from typing import Any

from django.apps import apps
from django.db import models
from django.utils import timezone

from marketplace.core.data.identifiers import new_id
from payments.operations.states import OperationState


class Operation(models.Model):
    """One call that changes something at the processor, written down before it is made.

    The parameters are frozen, so that the same key always carries the same request. A new
    attempt is a new row, and is made only after a definite failure of the one before.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    verb = models.CharField(max_length=32)
    subject_type = models.CharField(max_length=64, help_text="app_label.model")
    subject_id = models.BigIntegerField()
    attempt = models.PositiveIntegerField()
    idempotency_key = models.CharField(max_length=160, unique=True)
    parameters = models.JSONField(default=dict)
    state = models.CharField(
        max_length=16, choices=OperationState, default=OperationState.PREPARED, editable=False
    )
    processor_id = models.CharField(max_length=255, blank=True)
    last_error = models.TextField(blank=True)
    times_sent = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    first_sent_at = models.DateTimeField(null=True, blank=True)
    next_try_at = models.DateTimeField(default=timezone.now)
    alarmed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["verb", "subject_type", "subject_id", "attempt"],
                name="operation_attempt_once",
            ),
            models.UniqueConstraint(
                fields=["verb", "subject_type", "subject_id"],
                condition=models.Q(state__in=["prepared", "sent", "unknown"]),
                name="operation_one_under_way",
            ),
            models.CheckConstraint(
                name="operation_state_known", condition=models.Q(state__in=OperationState.values)
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                name="operation_due",
                condition=models.Q(state__in=["prepared", "sent"]),
            ),
            models.Index(
                fields=["-id"],
                name="operation_unended",
                condition=models.Q(state__in=["prepared", "sent", "unknown"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.idempotency_key}"

    @property
    def subject(self) -> Any:
        return apps.get_model(self.subject_type)._base_manager.get(pk=self.subject_id)
