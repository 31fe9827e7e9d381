from django.db import models
from django.utils import timezone

from marketplace.core.data.money import Money
from payments.reconciliation.states import PlatformBalanceState


class PlatformBalance(models.Model):
    """What we had at the processor in one currency when we last looked, and what is due to leave.

    All in minor units; `available` can leave now, `pending` settles within days.
    """

    currency = models.CharField(max_length=3, unique=True)
    available = models.BigIntegerField(default=0)
    pending = models.BigIntegerField(default=0)
    due = models.BigIntegerField(default=0)
    state = models.CharField(
        max_length=16,
        choices=PlatformBalanceState,
        default=PlatformBalanceState.ENOUGH,
        editable=False,
    )
    since = models.DateTimeField(default=timezone.now, help_text="in this state")
    looked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="platform_balance_state_known",
                condition=models.Q(state__in=PlatformBalanceState.values),
            )
        ]

    def __str__(self) -> str:
        return f"{self.available_money} available, {self.due_money} due"

    @property
    def available_money(self) -> Money:
        return Money(self.available, self.currency)

    @property
    def pending_money(self) -> Money:
        return Money(self.pending, self.currency)

    @property
    def due_money(self) -> Money:
        return Money(self.due, self.currency)

    @property
    def missing(self) -> Money:
        """What would have to be there now and is not."""
        return Money(max(self.due - self.available, 0), self.currency)
