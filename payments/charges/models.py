from datetime import datetime, timedelta
from itertools import chain
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from marketplace.core.data.identifiers import new_id
from marketplace.core.data.money import Money
from marketplace.core.data.states import Badge, in_state
from payments.charges.returns import ReturnWords, words_of
from payments.charges.states import (
    CHARGE_BADGES,
    UNFINISHED,
    ChargePlanState,
    ChargeState,
    ReturnReason,
)
from payments.escrows.models.escrows import Escrow
from payments.payment_methods.models import PaymentMethod

# The days after the start on which a saved method is tried, unless a plan is told its moments.
DAYS = (0, 1, 3, 5)


def usual_moments(start: datetime | None = None) -> list[datetime]:
    """When a saved method is tried that is first tried at `start`, or now."""
    begun = start or timezone.now()
    return [begun + timedelta(days=day) for day in DAYS]


# What arrived, or was booked, is not what was asked for.
DIFFERING = models.Q(state="mismatched") | (
    models.Q(state="succeeded") & ~models.Q(booked_currency="")
)


class ChargePlan(models.Model):
    """Charging a saved method for an escrow while nobody is there, until it is paid or given up."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    escrow = models.ForeignKey(Escrow, on_delete=models.PROTECT, related_name="charge_plans")
    method = models.ForeignKey(PaymentMethod, on_delete=models.PROTECT, related_name="charge_plans")
    state = models.CharField(
        max_length=16, choices=ChargePlanState, default=ChargePlanState.UNDER_WAY, editable=False
    )
    moments = ArrayField(
        models.DateTimeField(), default=usual_moments, help_text="when it is tried, the first first"
    )
    attempts = models.PositiveSmallIntegerField(
        default=0, help_text="moments that were used so far"
    )
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
            models.CheckConstraint(
                name="charge_plan_some_moment", condition=models.Q(moments__len__gt=0)
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

    is_under_way = in_state(ChargePlanState.UNDER_WAY)
    is_given_up = in_state(ChargePlanState.GIVEN_UP)

    @property
    def is_last_used(self) -> bool:
        return self.attempts >= len(self.moments)

    @property
    def attempts_left(self) -> int:
        return len(self.moments) - self.attempts

    @property
    def next_moment(self) -> datetime:
        """When the plan goes on; a day after its last moment it has ended."""
        return [*self.moments, self.moments[-1] + timedelta(days=1)][self.attempts]


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
        indexes = [
            models.Index(fields=["charge_id"], name="charge_charge_id"),
            models.Index(fields=["-id"], name="charge_differing", condition=DIFFERING),
        ]

    def __str__(self) -> str:
        return f"{self.money}: {self.get_state_display().lower()}"

    @property
    def return_words(self) -> ReturnWords | None:
        """Why it goes back, for each side; None where it does not."""
        return words_of(self.return_reason)

    @property
    def badge(self) -> Badge:
        """One that went back says why."""
        words = self.get_return_reason_display() if self.return_words else self.get_state_display()
        return CHARGE_BADGES.get(ChargeState(self.state), Badge(words))

    is_processing = in_state(ChargeState.PROCESSING)
    is_challenged = in_state(ChargeState.CHALLENGED)

    @property
    def is_in_flight(self) -> bool:
        """A saved method is being charged, and nobody knows yet how that ends."""
        return self.method_id is not None and self.state == ChargeState.OPEN

    @property
    def gone_back(self) -> Money:
        """What was refunded or is on its way; a refund that failed left the money where it was."""
        refunds = [refund for refund in self.refunds.all() if refund.goes_back]
        return Money(sum(refund.amount for refund in refunds), self.currency)

    @property
    def papers(self) -> list[Any]:
        """Its receipt, and the notes of what was refunded of it."""
        notes = (refund.documents.all() for refund in self.refunds.all())
        return [*self.documents.all(), *chain.from_iterable(notes)]

    @property
    def money(self) -> Money:
        return Money(self.amount, self.currency)


class Funding(models.Model):
    """Money of one charge in an escrow for which another one had something left; decision 27.

    An escrow without carried money has none: all that it holds is of its own charge. Guarded by
    the lock of the escrow. All amounts are minor units.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    escrow = models.ForeignKey(Escrow, on_delete=models.PROTECT, related_name="fundings")
    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, related_name="fundings")
    carried_from = models.ForeignKey(
        Escrow,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text="empty: paid for this escrow by the charge",
    )
    amount = models.PositiveBigIntegerField()
    released = models.PositiveBigIntegerField(default=0)
    refunded = models.PositiveBigIntegerField(default=0)
    carried_on = models.PositiveBigIntegerField(default=0)
    charged_back = models.PositiveBigIntegerField(
        default=0, help_text="of what was refunded: taken by a bank in a card dispute"
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="funding_amount_positive", condition=models.Q(amount__gt=0)
            ),
            models.CheckConstraint(
                name="funding_parts_at_most_whole",
                condition=models.Q(
                    amount__gte=models.F("released") + models.F("refunded") + models.F("carried_on")
                ),
            ),
            models.CheckConstraint(
                name="funding_charged_back_of_refunded",
                condition=models.Q(charged_back__lte=models.F("refunded")),
            ),
            models.CheckConstraint(
                name="funding_from_another",
                condition=~models.Q(carried_from=models.F("escrow")),
            ),
            models.UniqueConstraint(
                fields=["escrow"],
                condition=models.Q(carried_from=None),
                name="funding_one_of_its_own",
            ),
        ]

    def __str__(self) -> str:
        return f"{Money(self.amount, self.escrow.currency)} of charge {self.charge_id}"

    @property
    def left(self) -> int:
        """What of it has not moved on."""
        return self.amount - self.released - self.refunded - self.carried_on
