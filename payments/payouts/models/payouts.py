from django.conf import settings
from django.db import models
from django.utils import timezone

from marketplace.core.data.identifiers import new_id
from marketplace.core.data.money import Money
from marketplace.core.data.states import Badge, in_state
from payments.charges.models import Charge
from payments.escrows.models.escrows import Escrow
from payments.payouts.states import (
    PAYOUT_BADGES,
    PAYOUT_PLACES,
    RELEASE,
    RELEASE_BADGES,
    PayoutState,
)


class Payout(models.Model):
    """What a payee earned by one release, on its way to their own account."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    escrow = models.ForeignKey(Escrow, on_delete=models.PROTECT, related_name="payouts")
    payee = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="payouts"
    )
    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, related_name="payouts")
    currency = models.CharField(max_length=3)
    amount = models.PositiveBigIntegerField(help_text="minor units, after the fee")
    fee = models.PositiveBigIntegerField(help_text="minor units that the platform kept")
    withheld = models.PositiveBigIntegerField(
        default=0, editable=False, help_text="minor units that were kept for what the payee owed"
    )
    reversed = models.PositiveBigIntegerField(
        default=0, editable=False, help_text="minor units that came back from the payee's account"
    )
    recalled = models.PositiveBigIntegerField(
        default=0,
        editable=False,
        help_text="minor units of the release, before the fee, taken back",
    )
    fee_returned = models.PositiveBigIntegerField(
        default=0, editable=False, help_text="minor units of the fee that went back with it"
    )
    state = models.CharField(
        max_length=16, choices=PayoutState, default=PayoutState.ACCRUED, editable=False
    )
    clears_at = models.DateTimeField()
    processor_id = models.CharField(max_length=255, blank=True)
    processor_payment_id = models.CharField(
        max_length=255, blank=True, help_text="what the transfer became in the payee's account"
    )
    problem = models.TextField(blank=True, help_text="why the last attempt failed")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="payout_amount_positive", condition=models.Q(amount__gt=0)),
            models.CheckConstraint(
                name="payout_parts_at_most_whole",
                condition=models.Q(amount__gte=models.F("withheld") + models.F("reversed")),
            ),
            models.CheckConstraint(
                name="payout_recalled_at_most_whole",
                condition=models.Q(recalled__lte=models.F("amount") + models.F("fee"))
                & models.Q(fee_returned__lte=models.F("fee")),
            ),
            models.UniqueConstraint(
                fields=["processor_id"],
                condition=~models.Q(processor_id=""),
                name="payout_processor_id",
            ),
            models.CheckConstraint(
                name="payout_state_known", condition=models.Q(state__in=PayoutState.values)
            ),
        ]
        indexes = [
            models.Index(fields=["payee", "-id"], name="payout_payee"),
            models.Index(
                fields=["clears_at"], name="payout_clearing", condition=models.Q(state="accrued")
            ),
            models.Index(
                fields=["clears_at"], name="payout_available", condition=models.Q(state="available")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.money}: {self.state}"

    @property
    def money(self) -> Money:
        return Money(self.amount, self.currency)

    @property
    def badge(self) -> Badge:
        return PAYOUT_BADGES[PayoutState(self.state)]

    @property
    def release_badge(self) -> Badge:
        """What the client sees of it."""
        return RELEASE_BADGES.get(PayoutState(self.state), RELEASE)

    is_clearing = in_state(PayoutState.ACCRUED)
    is_available = in_state(PayoutState.AVAILABLE)

    @property
    def place(self) -> str:
        """Where it is on the money rail."""
        return PAYOUT_PLACES[PayoutState(self.state)]

    @property
    def to_send(self) -> Money:
        """What goes, or went, to the payee's account: less what was kept for what they owed."""
        return Money(self.amount - self.withheld, self.currency)

    @property
    def at_payee(self) -> Money:
        """What of a sent transfer is still with the payee and could be reversed."""
        return Money(self.amount - self.withheld - self.reversed, self.currency)

    @property
    def gross(self) -> Money:
        """What was released: the payee's share and the fee."""
        return Money(self.amount + self.fee, self.currency)

    @property
    def fee_kept(self) -> Money:
        """What the platform still keeps of this release."""
        return Money(self.fee - self.fee_returned, self.currency)

    @property
    def withheld_money(self) -> Money:
        return Money(self.withheld, self.currency)

    @property
    def reversed_money(self) -> Money:
        return Money(self.reversed, self.currency)

    @property
    def fee_money(self) -> Money:
        return Money(self.fee, self.currency)
