from django.conf import settings
from django.db import models
from django.utils import timezone

from contracts.agreements.models.terms import Side
from contracts.units.models.units import Unit
from contracts.units.states import CancellationState
from marketplace.core.data.identifiers import new_id


class Cancellation(models.Model):
    """One side asks to cancel a unit; the other side agrees or refuses."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="cancellations")
    side = models.CharField(max_length=10, choices=Side, help_text="of who asked")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    reason = models.TextField(max_length=2000)
    state = models.CharField(
        max_length=10, choices=CancellationState, default=CancellationState.ASKED, editable=False
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit"],
                condition=models.Q(state=CancellationState.ASKED),
                name="cancellation_one_asked",
            )
        ]

    def __str__(self) -> str:
        return f"cancellation of {self.unit}"
