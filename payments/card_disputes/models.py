from django.conf import settings
from django.db import models
from django.utils import timezone

from marketplace.core.data.identifiers import new_id
from marketplace.core.data.money import Money
from marketplace.core.data.states import in_state
from marketplace.core.web.files import PrivateFile
from payments.card_disputes.states import CONCLUDED, DISPUTING, TONES, CardDisputeState
from payments.charges.models import Charge
from payments.charges.states import ChargeState
from payments.escrows.models.escrows import Escrow

# https://docs.stripe.com/disputes/categories
REASONS = {
    "credit_not_processed": "A refund that was promised did not arrive.",
    "debit_not_authorized": "The owner of the account did not authorise the debit.",
    "duplicate": "The same thing was paid twice.",
    "fraudulent": "The card holder did not authorise the payment.",
    "insufficient_funds": "The account did not hold enough money.",
    "product_not_received": "What was paid for was not delivered.",
    "product_unacceptable": "What was delivered is not what was agreed.",
    "subscription_canceled": "The work had been cancelled before it was paid.",
    "unrecognized": "The card holder does not recognise the payment.",
}
NO_REASON = "The bank gives no particular reason."


class Bearer(models.TextChoices):
    """Who bears what had been released when a card dispute was lost."""

    UNDECIDED = "undecided", "Not decided yet"
    PLATFORM = "platform", "The platform"
    PAYEE = "payee", "The freelancer"


class CardDispute(models.Model):
    """The card holder's bank takes a charge back, or asks about it. All in minor units."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, related_name="card_disputes")
    processor_id = models.CharField(max_length=255)
    currency = models.CharField(max_length=3)
    amount = models.PositiveBigIntegerField(help_text="what the bank disputes")
    fee = models.PositiveBigIntegerField(default=0, help_text="what the processor took for it")
    reason = models.CharField(max_length=64, help_text="the processor's word")
    state = models.CharField(
        max_length=16, choices=CardDisputeState, default=CardDisputeState.INQUIRY, editable=False
    )
    is_refundable = models.BooleanField(help_text="whether the charge may still be refunded")
    withdrawn = models.PositiveBigIntegerField(default=0, help_text="taken by the bank so far")
    reinstated = models.PositiveBigIntegerField(default=0, help_text="given back by it so far")
    lost_held = models.PositiveBigIntegerField(default=0, help_text="lost of what was held")
    lost_released = models.PositiveBigIntegerField(
        default=0, help_text="lost of what had been released"
    )
    bears = models.CharField(max_length=16, choices=Bearer, blank=True)
    evidence_due_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(
        null=True, blank=True, help_text="when staff gave it up; no evidence is given then"
    )
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True)
    overturned_at = models.DateTimeField(
        null=True, editable=False, help_text="when money was held again for work that had ended"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["processor_id"], name="card_dispute_processor_id"),
            models.CheckConstraint(
                name="card_dispute_state_known",
                condition=models.Q(state__in=CardDisputeState.values),
            ),
            models.CheckConstraint(
                name="card_dispute_bearer_known",
                condition=models.Q(bears__in=["", *Bearer.values]),
            ),
        ]
        indexes = [
            models.Index(
                fields=["evidence_due_at", "id"],
                name="card_dispute_to_answer",
                condition=models.Q(state__in=["inquiry", "needs_response"], accepted_at=None),
            ),
            models.Index(
                fields=["-id"],
                name="card_dispute_open",
                condition=models.Q(state__in=["inquiry", *DISPUTING]),
            ),
            models.Index(
                fields=["closed_at", "id"],
                name="card_dispute_to_decide",
                condition=models.Q(state="lost", bears="undecided"),
            ),
            models.Index(
                fields=["closed_at", "id"],
                name="card_dispute_overturned",
                condition=models.Q(state="won", overturned_at__isnull=False),
            ),
            models.Index(
                fields=["-closed_at", "-id"],
                name="card_dispute_concluded",
                condition=models.Q(state__in=CONCLUDED) & ~models.Q(bears="undecided"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.money} of {self.escrow.title}: {self.get_state_display().lower()}"

    @property
    def escrow(self) -> Escrow:
        return self.charge.escrow

    @property
    def money(self) -> Money:
        return Money(self.amount, self.currency)

    @property
    def fee_money(self) -> Money:
        return Money(self.fee, self.currency)

    @property
    def reason_words(self) -> str:
        return REASONS.get(self.reason, NO_REASON)

    @property
    def tone(self) -> str:
        return TONES[CardDisputeState(self.state)]

    is_lost = in_state(CardDisputeState.LOST)
    is_inquiry = in_state(CardDisputeState.INQUIRY, CardDisputeState.CLOSED)

    @property
    def at_bank(self) -> int:
        """Minor units that are with the bank undecided; below zero when a loss came back."""
        return self.withdrawn - self.reinstated - self.lost_held - self.lost_released

    @property
    def is_of_several(self) -> bool:
        """Whether money of its charge lies, or lay, together with another charge's."""
        return self.charge.fundings.exists()

    @property
    def released_loss(self) -> Money:
        return Money(self.lost_released, self.currency)

    @property
    def recoverable(self) -> Money:
        """What of the loss the payee could bear: at most what stays released to them.

        Nothing where the charge paid for an escrow together with another: the platform bears it.
        """
        is_theirs = self.charge.state == ChargeState.SUCCEEDED and not self.is_of_several
        released = self.escrow.released if is_theirs else 0
        return Money(min(self.lost_released, released), self.currency)

    @property
    def held_loss(self) -> Money:
        return Money(self.lost_held, self.currency)

    @property
    def is_told(self) -> bool:
        """Whether both sides are to know: undecided, or lost."""
        return self.state not in (CardDisputeState.WON, CardDisputeState.CLOSED)

    @property
    def freezes(self) -> bool:
        """Whether nothing of the escrow may move: undecided, or decided and not booked yet."""
        if self.is_lost:
            return not (self.lost_held or self.lost_released)
        return self.state in DISPUTING or (self.state == CardDisputeState.WON and self.at_bank > 0)


class CardDisputeEvidence(PrivateFile):
    """What a moderator sent to the bank about one dispute: the document, and the words beside it.

    The file is kept as it was sent; an inquiry that became a dispute is answered again.
    """

    dispute = models.ForeignKey(CardDispute, on_delete=models.PROTECT, related_name="evidence")
    note = models.TextField(blank=True, max_length=5000, help_text="to the bank, in our words")
    fields = models.JSONField(default=dict, help_text="the processor's own fields")
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    processor_file_id = models.CharField(max_length=255, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    problem = models.TextField(blank=True, help_text="why it was not taken")

    class Meta:
        verbose_name_plural = "card dispute evidence"
        constraints = [
            models.UniqueConstraint(
                fields=["dispute"],
                condition=models.Q(submitted_at=None, problem=""),
                name="card_dispute_evidence_one_under_way",
            )
        ]
