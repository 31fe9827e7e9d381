import pgtrigger
from django.db import models
from django.utils import timezone

from marketplace.core.data.append_only import never_emptied
from marketplace.core.data.identifiers import new_id
from marketplace.core.data.money import Money
from payments.ledger.models import Transfer
from payments.payouts.models.payouts import Payout


class FeeReturn(models.Model):
    """A fee that went back with a release that was taken back, all of it or a part.

    Each corrects the fee invoice of its payout by a credit note of its own.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    payout = models.ForeignKey(Payout, on_delete=models.PROTECT, related_name="fee_returns")
    transfer = models.OneToOneField(
        Transfer, on_delete=models.PROTECT, related_name="fee_return", help_text="that posted it"
    )
    taken_back = models.PositiveBigIntegerField(help_text="minor units of the release")
    amount = models.PositiveBigIntegerField(help_text="minor units of the fee on that")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="fee_return_positive", condition=models.Q(amount__gt=0, taken_back__gt=0)
            )
        ]
        triggers = [
            pgtrigger.Protect(
                name="fee_return_append_only", operation=pgtrigger.Update | pgtrigger.Delete
            ),
            never_emptied("fee_return"),
        ]

    def __str__(self) -> str:
        return f"{self.money} of the fee given back"

    @property
    def money(self) -> Money:
        return Money(self.amount, self.payout.currency)

    @property
    def gross(self) -> Money:
        return Money(self.taken_back, self.payout.currency)
