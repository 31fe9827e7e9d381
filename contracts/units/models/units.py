"""A unit of work that is paid by itself, and the record that each kind of unit registers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db import models

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.models.contracts import Contract
from contracts.agreements.states import FUNDABLE, ContractState
from contracts.agreements.turns.turn import Turn
from contracts.units.states import (
    DELIVERABLE,
    GIVEN_BACK,
    SETTLED,
    UNFUNDED,
    UNIT_MOVES,
    UnitState,
)
from marketplace.core.data.actors import Actor
from marketplace.core.data.identifiers import new_id
from marketplace.core.data.money import Money
from marketplace.core.data.states import StateTable, in_state
from payments.escrows.models.escrows import Escrow
from payments.escrows.states import EscrowState

# One thing that a contract may wait for, as one of its people sees it.
Rule = Callable[[Contract, Sequence["Unit"], Any], Turn | None]


@dataclass(frozen=True, kw_only=True)
class Changes:
    """How one kind carries out other terms of a running contract, which both have signed.

    Each is told the terms before and those after.
    """

    # Raises a refusal that says what cannot be changed now.
    check: Callable[[Contract, TermsDraft, TermsDraft], None]
    # From when on they hold, if they are signed at that moment: a rule of the kind.
    holds_from: Callable[[Contract, TermsDraft, TermsDraft, datetime], datetime]
    # Makes, changes and ends units of a locked contract; what is held for an ended one goes back.
    carry_out: Callable[[Contract, TermsDraft, TermsDraft, Actor, str], None]
    # What becomes of units and money, a sentence each, for people who are not lawyers.
    in_words: Callable[[Contract, TermsDraft, TermsDraft], list[str]]
    # The page on which one is proposed, by its name.
    form: str


@dataclass(frozen=True, kw_only=True)
class Kind:
    """What one kind of unit says for itself wherever all kinds are treated alike.

    `noun` begins the verbs of its events (`milestone.funded`) and stands in sentences.
    """

    noun: str
    engagement: EngagementKind
    # How a unit is called in a sentence, such as "milestone 2", and where its page is.
    name: Callable[["Unit"], str]
    address: Callable[["Unit"], str]
    # Makes the units of a contract whose terms both have just signed.
    lay_down: Callable[[Contract, TermsDraft], None]
    # Of all units of a contract, the one that is to be funded before any other.
    next_to_fund: Callable[[Sequence["Unit"]], "Unit | None"]
    # What changes of a unit whose money is held from that moment on.
    begins: Callable[["Unit", datetime], Mapping[str, Any]]
    may_submit: Callable[[Any, "Unit"], bool]
    # For a unit that is submitted at that moment.
    review_ends_at: Callable[["Unit", datetime], datetime]
    # Whose turn it is: the first rule that has something to say decides.
    turns_of_client: tuple[Rule, ...]
    turns_of_freelancer: tuple[Rule, ...]
    # Approves a locked unit in review for the actor, with a reason: all of it, or what of it
    # nothing speaks against.
    approve: Callable[["Unit", Actor, str], object]
    # Whether something was done for it that nobody has decided on yet.
    has_work: Callable[["Unit"], bool]
    # Its events on the timeline: what happened in words, and their tone.
    words: Mapping[str, tuple[str, str]]
    # How other terms are carried out while it runs; None where they stay as they were signed.
    changes: Changes | None = None
    # Whether the money may be taken back of a freelancer from whom nothing is heard.
    counts_silence: bool
    # Whether one is funded only when those before it are.
    in_order: bool
    # Whether more units are to follow those that were laid down of a locked contract.
    goes_on: Callable[[Contract], bool]
    # Ends by a notice of that actor what of a locked contract is not to be done any more; None:
    # whatever is not paid for.
    at_notice: Callable[[Contract, Actor], None] | None = None
    # In which states of a contract its units can be paid for.
    fundable_in: tuple[ContractState, ...] = FUNDABLE
    # Whether a contract that rests goes on once its next unit is paid for.
    resumes_with_money: bool = False
    # Whether the first that is funded fills the brief, so that nobody else is hired for it.
    fills_brief: bool = True
    # Whether what is released waits for no clearing days.
    clears_at_once: bool = False

    @cached_property
    def states(self) -> StateTable:
        """The legal moves of a unit, whose events and refusals name this kind."""
        return StateTable(self.noun, UNIT_MOVES)


_kinds: dict[str, Kind] = {}


def register_kind(kind: Kind) -> None:
    """Say what the units are whose `kind` is the noun of this one."""
    _kinds[kind.noun] = kind


def words_of_kinds() -> dict[str, tuple[str, str]]:
    """Of every kind's events: the full verb to words and tone."""
    return {
        f"{noun}.{verb}": said for noun, kind in _kinds.items() for verb, said in kind.words.items()
    }


def nouns_counting_silence() -> list[str]:
    return [noun for noun, kind in _kinds.items() if kind.counts_silence]


def kind_of(contract: Contract) -> Kind:
    """Of which kind the units of a contract are."""
    return next(kind for kind in _kinds.values() if kind.engagement == contract.kind)


class Unit(models.Model):
    """What is done, reviewed and paid by itself; its row of a kind adds what only that knows.

    The price alone is the unit's. What is held, what a release pays and where the money is are
    asked of the escrow, since a part of it may have moved before.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="units")
    kind = models.CharField(max_length=16, help_text="a registered one, such as milestone")
    position = models.PositiveSmallIntegerField(help_text="from 1, as in the terms")
    title = models.CharField(max_length=160)
    amount = models.BigIntegerField(help_text="minor units")
    currency = models.CharField(max_length=3)
    escrow = models.OneToOneField(Escrow, null=True, on_delete=models.PROTECT, related_name="unit")
    state = models.CharField(
        max_length=20, choices=UnitState, default=UnitState.PLANNED, editable=False
    )
    starts_at = models.DateTimeField(null=True, blank=True, help_text="of a kind with a span")
    ends_at = models.DateTimeField(null=True, blank=True, help_text="the first moment after it")
    funded_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    review_ends_at = models.DateTimeField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["contract_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["contract", "position"], name="unit_position_once"),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="unit_amount_positive"),
            models.CheckConstraint(
                condition=models.Q(state__in=UNFUNDED)
                | models.Q(state=UnitState.CANCELLED)
                | models.Q(escrow__isnull=False),
                name="unit_funded_has_escrow",
            ),
            models.CheckConstraint(
                condition=models.Q(starts_at=None, ends_at=None)
                | models.Q(starts_at__lt=models.F("ends_at")),
                name="unit_ends_after_it_starts",
            ),
        ]
        indexes = [
            models.Index(
                fields=["review_ends_at"],
                name="unit_in_review",
                condition=models.Q(state=UnitState.SUBMITTED),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.title}"

    def get_absolute_url(self) -> str:
        return self.of_kind.address(self)

    @property
    def of_kind(self) -> Kind:
        """What its kind says for itself."""
        return _kinds[self.kind]

    @property
    def name(self) -> str:
        """As it is called in a sentence: “milestone 2”."""
        return self.of_kind.name(self)

    @property
    def price(self) -> Money:
        return Money(self.amount, self.currency)

    @property
    def held_in(self) -> Escrow:
        """The escrow of a unit that was funded; the database keeps that there is one."""
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
    def to_charge(self) -> Money:
        """What its payment comes to: other units may have left something for it."""
        return self.price if self.escrow is None else self.escrow.to_charge

    @property
    def outstanding_fee(self) -> Money:
        """What the platform takes of a release of `outstanding`."""
        return self.fee if self.escrow is None else self.escrow.fee_of(self.outstanding)

    @property
    def outstanding_receives(self) -> Money:
        return self.outstanding - self.outstanding_fee

    is_in_review = in_state(UnitState.SUBMITTED)
    is_sent_back = in_state(UnitState.CHANGES_REQUESTED)

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

    # Nothing was delivered yet.
    is_funded = in_state(UnitState.FUNDED)
    is_deliverable = in_state(*DELIVERABLE)
    is_unfunded = in_state(*UNFUNDED)

    @property
    def is_fundable(self) -> bool:
        """Whether it can be paid for now."""
        return self.is_unfunded and self.contract.state in self.of_kind.fundable_in

    @property
    def is_disputed(self) -> bool:
        """Whether the card holder's bank disputes the payment, so that nothing of it moves."""
        return self.escrow is not None and self.escrow.state == EscrowState.DISPUTED

    @property
    def is_being_paid(self) -> bool:
        """A bank is working on its payment; nothing is held yet."""
        return self.escrow is not None and self.escrow.state == EscrowState.PROCESSING

    is_settled = in_state(*SETTLED)
    is_released = in_state(UnitState.RELEASED)
    # The rest is contested, and stays held.
    is_partly_approved = in_state(UnitState.PARTLY_APPROVED)
    is_refunded = in_state(UnitState.REFUNDED)
    is_cancelled = in_state(UnitState.CANCELLED)
