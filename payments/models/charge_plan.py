from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone

from marketplace.core.data.identifiers import new_id
from payments.models.escrow import Escrow
from payments.models.payment_method import PaymentMethod
from payments.states import ChargePlanState

# The days after the start on which a saved method is tried.
DAYS = (0, 1, 3, 5)


class ChargePlan(models.Model):
    """Charging a saved method for an escrow while nobody is there, until it is paid or given up."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    escrow = models.ForeignKey(Escrow, on_delete=models.PROTECT, related_name="charge_plans")
    method = models.ForeignKey(PaymentMethod, on_delete=models.PROTECT, related_name="charge_plans")
    state = models.CharField(
        max_length=16, choices=ChargePlanState, default=ChargePlanState.UNDER_WAY, editable=False
    )
    attempts = models.PositiveSmallIntegerField(default=0, help_text="days that were used so far")
    next_try_at = models.DateTimeField(default=timezone.now)
    problem = models.TextField(blank=True, help_text="why the last attempt failed, for the payer")
    started_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["escrow"],
                condition=models.Q(state="under_way"),
                name="charge_plan_one_under_way",
            ),
            models.CheckConstraint(
                name="charge_plan_state_known",
                condition=models.Q(state__in=ChargePlanState.values),
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                name="charge_plan_due",
                condition=models.Q(state="under_way"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.method} for {self.escrow_id}: {self.state}"

    @property
    def is_last_used(self) -> bool:
        return self.attempts >= len(DAYS)

    @property
    def attempts_left(self) -> int:
        return len(DAYS) - self.attempts

    @property
    def end_of_day(self) -> datetime:
        """When the next day of the plan comes; a day after the last one it has ended."""
        days = (*DAYS, DAYS[-1] + 1)
        return self.started_at + timedelta(days=days[self.attempts])
