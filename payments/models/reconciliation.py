from django.db import models
from django.utils import timezone

from marketplace.core.identifiers import new_id
from payments.states import ReconciliationState


class Reconciliation(models.Model):
    """One comparison of our books with the processor's; the newest one decides on payouts."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    state = models.CharField(max_length=16, choices=ReconciliationState, editable=False)
    totals = models.JSONField(help_text="[currency, ours, theirs, on its way here] in minor units")
    differences = models.JSONField(help_text="[what, reference, minor units, currency]")
    matched = models.PositiveIntegerField(help_text="lines of the processor with one movement")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="reconciliation_state_known",
                condition=models.Q(state__in=ReconciliationState.values),
            )
        ]

    def __str__(self) -> str:
        return f"{self.made_at:%d %B %Y %H:%M}: {len(self.differences)} differences"
