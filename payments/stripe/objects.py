"""What a payment processor tells us, in our words. Ids are the processor's own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

Request = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Booking:
    """The processor's own booking of a movement; amounts in minor units of `currency`."""

    id: str
    amount: int
    fee: int
    currency: str

    @property
    def net(self) -> int:
        return self.amount - self.fee


@dataclass(frozen=True, kw_only=True)
class BalanceChange:
    """One line of the processor's own book of our balance; `net` is signed, in minor units.

    It is what moved less the processor's `fee`.
    """

    id: str
    kind: str
    source: str
    net: int
    fee: int = 0
    currency: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ProcessorBalance:
    """What we have at the processor, in minor units: at hand, and settling."""

    currency: str
    available: int
    pending: int


class PaymentState(StrEnum):
    OPEN = "open"
    PROCESSING = "processing"
    CHALLENGED = "challenged"
    PAID = "paid"
    FAILED = "failed"
    EXPIRED = "expired"


@dataclass(frozen=True, kw_only=True)
class Payment:
    """An attempt to pay and what became of it, fetched just now.

    `url` is where the payer pays or confirms; a payment with a saved method has no session.
    """

    state: PaymentState
    session_id: str = ""
    url: str = ""
    payment_intent_id: str = ""
    charge_id: str = ""
    amount_received: int = 0
    currency: str = ""
    # The last declined attempt inside this checkout, and the bank's reason.
    declined_id: str = ""
    problem: str = ""
    # What the bank was last asked with; its `id` may be gone by now.
    used: "SavedMethod | None" = None
    booking: Booking | None = None

    @property
    def id(self) -> str:
        return self.session_id or self.payment_intent_id


@dataclass(frozen=True, kw_only=True)
class SavedMethod:
    """A card or bank account that a customer saved; without a customer it was let go."""

    id: str
    kind: str
    customer_id: str = ""
    # The card's brand or the bank's name, as the processor writes it.
    brand: str = ""
    last4: str = ""
    exp_month: int | None = None
    exp_year: int | None = None


@dataclass(frozen=True, kw_only=True)
class SeenSetup:
    """The hosted page where a method is saved; `state` is open, saved, failed or expired."""

    session_id: str
    state: str
    url: str = ""
    method: SavedMethod | None = None
    problem: str = ""

    @property
    def id(self) -> str:
        return self.session_id


@dataclass(frozen=True, kw_only=True)
class SentTransfer:
    id: str
    amount: int
    currency: str
    # Whose account it went to, and the charge that it came from.
    destination: str = ""
    source: str = ""
    # What was taken back of it until now, by us or by hand.
    reversed: int = 0
    # What the transfer became in the receiving account: the bank payouts there name it.
    payment_id: str = ""


@dataclass(frozen=True, kw_only=True)
class SeenBankPayout:
    """A payout from a person's account to their bank as it is now; `state` is one of ours."""

    id: str
    state: str
    amount: int
    currency: str
    created_at: datetime
    arrives_on: date
    bank_name: str = ""
    bank_last4: str = ""
    # Whether the processor says, by now, what the payout is made of.
    is_itemised: bool = False
    # Why the bank did not take it, and what the person can do.
    problem: str = ""
    remedy: str = ""


@dataclass(frozen=True, kw_only=True)
class BankPayoutContents:
    """Ids of the payments that a bank payout sends on, and of failed bank payouts sent again."""

    payments: tuple[str, ...] = ()
    retried: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MadeReversal:
    """What came back of a transfer, at once and for good."""

    id: str
    amount: int
    currency: str


@dataclass(frozen=True, kw_only=True)
class MadeRefund:
    """`state` is pending, succeeded or failed; `booking` takes from our balance."""

    id: str
    state: str
    amount: int
    currency: str
    charge_id: str = ""
    problem: str = ""
    booking: Booking | None = None


@dataclass(frozen=True, kw_only=True)
class SeenDispute:
    """A card dispute as it is now; `state` is one of ours, `bookings` are signed by our balance."""

    id: str
    state: str
    charge_id: str
    payment_intent_id: str
    amount: int
    currency: str
    reason: str
    is_refundable: bool
    due_at: datetime | None
    bookings: tuple[Booking, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Requirement:
    """One thing that stands between a person and being paid, in words for that person."""

    what: str
    # What was wrong with what they gave.
    why: str = ""
    due_at: datetime | None = None
    is_overdue: bool = False
    # The person has to give it; if not, the processor is at it.
    is_for_person: bool = True


@dataclass(frozen=True, kw_only=True)
class ProcessorAccount:
    id: str
    is_ready: bool
    requirements: tuple[Requirement, ...] = ()

    @property
    def waits_for_person(self) -> bool:
        return any(each.is_for_person for each in self.requirements)


@dataclass(frozen=True, kw_only=True)
class ProcessorEvent:
    """A verified webhook: only a hint to fetch the object again."""

    id: str
    type: str
    object_id: str
    is_thin: bool
    # Our own metadata on the object, and the payment intent that it belongs to, if any.
    marks: Mapping[str, str] = field(default_factory=dict)
    parent_id: str = ""
    # Whose account it happened on; empty for our own.
    account_id: str = ""


@dataclass(frozen=True, kw_only=True)
class ListedEvent:
    """An event as its webhook would have brought it."""

    payload: Mapping[str, Any]
    at: datetime
