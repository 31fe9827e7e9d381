from itertools import chain
from typing import Any

from django.db import models
from django.utils import timezone

from marketplace.core.data.identifiers import new_id
from marketplace.core.data.money import Money
from payments.models.charge_plan import ChargePlan
from payments.models.escrow import Escrow
from payments.models.payment_method import PaymentMethod
from payments.returned import ReturnWords, words_of
from payments.states import UNFINISHED, ChargeState, RefundState, ReturnReason

GOING_BACK = (RefundState.PENDING, RefundState.SUCCEEDED)


class Charge(models.Model):
    """One attempt to pay an escrow: at a hosted checkout, or with a saved method."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    escrow = models.ForeignKey(Escrow, on_delete=models.PROTECT, related_name="charges")
    method = models.ForeignKey(
        PaymentMethod, on_delete=models.PROTECT, related_name="charges", null=True, blank=True
    )
    plan = models.ForeignKey(
        ChargePlan, on_delete=models.PROTECT, related_name="charges", null=True, blank=True
    )
    currency = models.CharField(max_length=3)
    amount = models.PositiveBigIntegerField(help_text="minor units that were asked for")
    amount_received = models.PositiveBigIntegerField(null=True, blank=True, help_text="minor units")
    booked = models.PositiveBigIntegerField(
        null=True, blank=True, help_text="minor units of booked_currency, before the fee"
    )
    booked_currency = models.CharField(
        max_length=3, blank=True, help_text="if the processor converted it"
    )
    state = models.CharField(
        max_length=16, choices=ChargeState, default=ChargeState.OPEN, editable=False
    )
    return_reason = models.CharField(
        max_length=16, choices=ReturnReason, blank=True, editable=False
    )
    session_id = models.CharField(max_length=255, blank=True)
    payment_intent_id = models.CharField(max_length=255, blank=True)
    charge_id = models.CharField(max_length=255, blank=True)
    hosted_url = models.TextField(blank=True)
    paid_with = models.CharField(
        max_length=80, blank=True, help_text="such as Visa •• 4242, once a bank was asked"
    )
    problem = models.TextField(blank=True, help_text="why it failed, for the payer")
    declined_id = models.CharField(max_length=255, blank=True, help_text="last declined attempt")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["escrow"],
                condition=models.Q(state__in=UNFINISHED),
                name="charge_one_open",
            ),
            models.UniqueConstraint(
                fields=["escrow"],
                condition=models.Q(state="succeeded"),
                name="charge_one_succeeded",
            ),
            models.UniqueConstraint(
                fields=["session_id"], condition=~models.Q(session_id=""), name="charge_session"
            ),
            models.UniqueConstraint(
                fields=["payment_intent_id"],
                condition=~models.Q(payment_intent_id=""),
                name="charge_payment_intent",
            ),
            models.CheckConstraint(
                name="charge_state_known", condition=models.Q(state__in=ChargeState.values)
            ),
        ]
        indexes = [models.Index(fields=["charge_id"], name="charge_charge_id")]

    def __str__(self) -> str:
        return f"{self.money}: {self.get_state_display().lower()}"

    @property
    def return_words(self) -> ReturnWords | None:
        """Why it goes back, for each side; None where it does not."""
        return words_of(self.return_reason)

    @property
    def is_in_flight(self) -> bool:
        """A saved method is being charged, and nobody knows yet how that ends."""
        return self.method_id is not None and self.state == ChargeState.OPEN

    @property
    def gone_back(self) -> Money:
        """What was refunded or is on its way; a refund that failed left the money where it was."""
        refunds = [refund for refund in self.refunds.all() if refund.state in GOING_BACK]
        return Money(sum(refund.amount for refund in refunds), self.currency)

    @property
    def papers(self) -> list[Any]:
        """Its receipt, and the notes of what was refunded of it."""
        notes = (refund.documents.all() for refund in self.refunds.all())
        return [*self.documents.all(), *chain.from_iterable(notes)]

    @property
    def money(self) -> Money:
        return Money(self.amount, self.currency)
