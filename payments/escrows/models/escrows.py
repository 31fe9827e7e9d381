from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone

from marketplace.core.data.identifiers import new_id
from marketplace.core.data.money import Money
from marketplace.core.data.states import Badge, in_state
from payments.escrows.states import ESCROW_BADGES, UNPAID, CancelReason, EscrowState
from payments.stripe.countries import holding_limit


class Escrow(models.Model):
    """Money held for one payable unit: a payer, a payee and an amount in minor units."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    payer = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="escrows"
    )
    payee = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="escrows"
    )
    title = models.CharField(max_length=200, help_text="what is paid for, as on receipts")
    currency = models.CharField(max_length=3)
    amount = models.PositiveBigIntegerField(help_text="minor units")
    released = models.PositiveBigIntegerField(
        default=0, editable=False, help_text="minor units that were released so far, before the fee"
    )
    refunded = models.PositiveBigIntegerField(
        default=0, editable=False, help_text="minor units that went back so far"
    )
    carried_in = models.PositiveBigIntegerField(
        default=0, editable=False, help_text="minor units of other escrows that pay for this one"
    )
    carried_on = models.PositiveBigIntegerField(
        default=0, editable=False, help_text="minor units that pay for other escrows by now"
    )
    # What the newest release made; `payouts` has those of the parts before it.
    payout = models.OneToOneField(
        "payments.Payout",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
    )
    # A bonus is an escrow of its own that is released as soon as it is paid.
    bonus_for = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        related_name="bonuses",
        null=True,
        blank=True,
        editable=False,
    )
    # Whoever owns the unit says what it is a part of; to payments this is a label.
    group_id = models.UUIDField(null=True, blank=True, editable=False)
    group_title = models.CharField(max_length=200, blank=True, editable=False)
    fee_basis_points = models.PositiveIntegerField(help_text="of the release, frozen at signing")
    clears_at_once = models.BooleanField(
        default=False, help_text="what is released of it waits for no clearing days"
    )
    state = models.CharField(
        max_length=16, choices=EscrowState, default=EscrowState.AWAITING_FUNDS, editable=False
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    funded_at = models.DateTimeField(null=True, blank=True, editable=False)
    in_review_since = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="when the payee delivered what is paid for"
    )
    alarmed_days = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        editable=False,
        help_text="days before the end of holding of which both sides have heard",
    )
    cancel_reason = models.CharField(
        max_length=16, choices=CancelReason, blank=True, editable=False
    )
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(name="escrow_amount_positive", condition=models.Q(amount__gt=0)),
            models.CheckConstraint(
                name="escrow_fee_at_most_whole",
                condition=models.Q(fee_basis_points__lte=10_000),
            ),
            models.CheckConstraint(
                name="escrow_parts_at_most_whole",
                condition=models.Q(
                    amount__gte=models.F("released") + models.F("refunded") + models.F("carried_on")
                ),
            ),
            models.CheckConstraint(
                name="escrow_carried_in_at_most_whole",
                condition=models.Q(carried_in__lte=models.F("amount")),
            ),
            models.CheckConstraint(
                name="escrow_state_known", condition=models.Q(state__in=EscrowState.values)
            ),
            models.CheckConstraint(
                name="escrow_cancelled_for_a_reason",
                condition=~models.Q(state="cancelled") | ~models.Q(cancel_reason=""),
            ),
        ]
        indexes = [
            models.Index(fields=["payer", "-id"], name="escrow_payer"),
            models.Index(fields=["payee", "-id"], name="escrow_payee"),
            models.Index(
                fields=["funded_at"], name="escrow_held", condition=models.Q(state="held")
            ),
            models.Index(
                fields=["funded_at"],
                name="escrow_holding",
                condition=models.Q(state__in=["held", "recalled", "disputed"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}: {self.money}"

    @property
    def money(self) -> Money:
        return Money(self.amount, self.currency)

    @property
    def badge(self) -> Badge:
        """Where its money is; after a release the payout knows more."""
        if self.is_held and self.in_review_since:
            return Badge("In review", "review")
        if self.state == EscrowState.REFUNDED and self.released:
            return Badge("Partly refunded")
        return ESCROW_BADGES[EscrowState(self.state)]

    is_awaiting_funds = in_state(EscrowState.AWAITING_FUNDS)
    is_processing = in_state(EscrowState.PROCESSING)
    is_held = in_state(EscrowState.HELD)
    is_released = in_state(EscrowState.RELEASED)

    @property
    def must_end_by(self) -> datetime | None:
        """When the processor's rules want it released or refunded; None before it is paid."""
        return self.funded_at + holding_limit() if self.funded_at else None

    @property
    def left(self) -> int:
        """Minor units that were not released, given back or carried on: what a paid one holds."""
        return self.amount - self.released - self.refunded - self.carried_on

    @property
    def inside(self) -> int:
        """Minor units that it holds, also before it is paid whole."""
        return self.carried_in if self.state in UNPAID else self.left

    @property
    def outstanding(self) -> Money:
        """What of the amount has not moved on: what its release pays."""
        return Money(self.left, self.currency)

    @property
    def to_charge(self) -> Money:
        """What its own charge pays: the amount, less what other escrows had left for it."""
        return Money(self.amount - self.carried_in, self.currency)

    @property
    def payable(self) -> Money:
        """What was released or still may be; the rest went back, or is about to, or went on."""
        if self.state == EscrowState.CANCELLED:
            return Money(0, self.currency)
        kept = self.amount - self.refunded - self.carried_on
        return Money(kept, self.currency) - self.taken_back

    @property
    def payable_fee(self) -> Money:
        """What the platform keeps of `payable` in all."""
        return self.fee_on(self.payable)

    @property
    def payable_net(self) -> Money:
        """What the payee got and may still get in all."""
        return self.payable - self.payable_fee

    @property
    def held(self) -> Money:
        """What is held right now and may be released or refunded."""
        return Money(self.left if self.is_held else 0, self.currency)

    @property
    def taken_back(self) -> Money:
        """What was released, was taken back, and goes to the payer next."""
        return Money(self.left if self.state == EscrowState.RECALLED else 0, self.currency)

    @property
    def fee(self) -> Money:
        """What the platform keeps of a release of the whole."""
        return self.money.part(self.fee_basis_points)

    def fee_on(self, released: Money) -> Money:
        """What the platform keeps of everything that was released so far."""
        return released.part(self.fee_basis_points)

    def fee_of(self, part: Money) -> Money:
        """The fee on the next `part`: over all parts it adds up to that on their sum."""
        before = Money(self.released, self.currency)
        return self.fee_on(before + part) - self.fee_on(before)

    def fee_back(self, part: Money) -> Money:
        """The fee that goes back with `part` of what was released: the rest keeps its own."""
        released = Money(self.released, self.currency)
        return self.fee_on(released) - self.fee_on(released - part)

    @property
    def net(self) -> Money:
        """What the payee gets of a release of the whole."""
        return self.money - self.fee
