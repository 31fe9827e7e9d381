from datetime import datetime

from django.db import models
from django.urls import reverse

from contracts.agreements.models.contracts import Contract
from contracts.units.states import DELIVERABLE, GIVEN_BACK, SETTLED, UNFUNDED, MilestoneState
from marketplace.core.data.identifiers import new_id
from marketplace.core.data.money import Money
from payments.escrows.models.escrows import Escrow
from payments.escrows.states import EscrowState

# Product rule: at most two rounds of changes unless both agree to more.
ROUNDS_ALLOWED = 2


class Milestone(models.Model):
    """One agreed unit of work with its price; the money itself lies in its escrow."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="milestones")
    position = models.PositiveSmallIntegerField(help_text="from 1, as in the terms")
    title = models.CharField(max_length=160)
    phase = models.CharField(max_length=16)
    deliverables = models.TextField()
    amount = models.BigIntegerField(help_text="minor units")
    currency = models.CharField(max_length=3)
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(
        max_length=20, choices=MilestoneState, default=MilestoneState.PLANNED, editable=False
    )
    escrow = models.OneToOneField(
        Escrow, null=True, on_delete=models.PROTECT, related_name="milestone"
    )
    rounds_used = models.PositiveSmallIntegerField(default=0)
    rounds_allowed = models.PositiveSmallIntegerField(default=ROUNDS_ALLOWED)
    funded_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    review_ends_at = models.DateTimeField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["contract_id", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "position"], name="contract_milestone_position_once"
            ),
            models.CheckConstraint(
                condition=models.Q(amount__gt=0), name="contract_milestone_amount_positive"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=UNFUNDED)
                | models.Q(state=MilestoneState.CANCELLED)
                | models.Q(escrow__isnull=False),
                name="contract_milestone_funded_has_escrow",
            ),
            models.CheckConstraint(
                condition=models.Q(rounds_used__lte=models.F("rounds_allowed")),
                name="contract_milestone_rounds_within_agreed",
            ),
        ]
        indexes = [
            models.Index(
                fields=["review_ends_at"],
                name="contract_milestone_in_review",
                condition=models.Q(state=MilestoneState.SUBMITTED),
            )
        ]

    def __str__(self) -> str:
        return f"milestone {self.position}, {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("contracts:milestone", args=[self.public_id])

    @property
    def price(self) -> Money:
        return Money(self.amount, self.currency)

    @property
    def held_in(self) -> Escrow:
        """The escrow of a milestone that was funded; the database keeps that there is one."""
        assert self.escrow is not None
        return self.escrow

    @property
    def fee(self) -> Money:
        """What the platform takes at release, by the rate frozen into the contract."""
        return self.price.part(self.contract.fee_basis_points)

    @property
    def payee_receives(self) -> Money:
        return self.price - self.fee

    @property
    def payable(self) -> Money:
        """What of the price was released or still may be."""
        if self.state in GIVEN_BACK:
            return Money(0, self.currency)
        return self.price if self.escrow is None else self.escrow.payable

    @property
    def payable_fee(self) -> Money:
        return self.payable.part(self.contract.fee_basis_points)

    @property
    def payable_receives(self) -> Money:
        return self.payable - self.payable_fee

    @property
    def outstanding(self) -> Money:
        """What of the price has not moved on: a part may have been released or given back."""
        return self.price if self.escrow is None else self.escrow.outstanding

    @property
    def outstanding_fee(self) -> Money:
        """What the platform takes of a release of `outstanding`."""
        return self.fee if self.escrow is None else self.escrow.fee_of(self.outstanding)

    @property
    def outstanding_receives(self) -> Money:
        return self.outstanding - self.outstanding_fee

    @property
    def is_in_review(self) -> bool:
        return self.state == MilestoneState.SUBMITTED

    @property
    def review_due_at(self) -> datetime | None:
        """When silence approves it; None while that period stands still."""
        return None if self.contract.stands_still else self.review_ends_at

    @property
    def review_paused_since(self) -> datetime | None:
        """Since when the review in progress stands still."""
        since = self.contract.stands_still_since
        if not self.is_in_review or not self.contract.stands_still or since is None:
            return None
        return max(since, self.submitted_at or since)

    @property
    def is_deliverable(self) -> bool:
        return self.state in DELIVERABLE

    @property
    def is_unfunded(self) -> bool:
        return self.state in UNFUNDED

    @property
    def is_disputed(self) -> bool:
        """Whether the card holder's bank disputes the payment, so that nothing of it moves."""
        return self.escrow is not None and self.escrow.state == EscrowState.DISPUTED

    @property
    def is_being_paid(self) -> bool:
        """A bank is working on its payment; nothing is held yet."""
        return self.escrow is not None and self.escrow.state == EscrowState.PROCESSING

    @property
    def is_settled(self) -> bool:
        return self.state in SETTLED

    @property
    def is_released(self) -> bool:
        return self.state == MilestoneState.RELEASED

    @property
    def rounds_left(self) -> int:
        return self.rounds_allowed - self.rounds_used


class AcceptanceCriterion(models.Model):
    """One checkable sentence that the deliverables must meet."""

    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="criteria")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["milestone_id", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["milestone", "position"], name="contract_criterion_position_once"
            )
        ]

    def __str__(self) -> str:
        return self.text
