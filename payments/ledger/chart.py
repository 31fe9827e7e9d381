"""The chart of accounts and every legal movement of money. Anything else raises.

Sign: a positive entry credits its account, a negative one debits it, so the entries of a transfer,
of a currency and of the whole ledger sum to zero. What the platform owes or earned (held, payee,
clearing, fees) stands above zero, what it has or spent (processor balance and fees) below.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class AccountKind(StrEnum):
    CHARGE_CLEARING = "charge_clearing"
    PROCESSOR_BALANCE = "processor_balance"
    PROCESSOR_FEES = "processor_fees"
    PLATFORM_FEES = "platform_fees"
    TRANSFER_CLEARING = "transfer_clearing"
    REFUND_CLEARING = "refund_clearing"
    HELD = "held"
    PAYEE_CLEARING = "payee_clearing"
    PAYEE_AVAILABLE = "payee_available"
    PAYEE_RECEIVABLE = "payee_receivable"
    DISPUTE_HOLD = "dispute_hold"
    DISPUTE_FEES = "dispute_fees"
    LOSSES = "losses"
    PLATFORM_BANK = "platform_bank"


# Accounts of somebody else's money: one per escrow or payee, with a stored balance that the
# database keeps on its side of zero. The platform's own accounts are append-only sums.
OWNED = frozenset(
    {
        AccountKind.HELD,
        AccountKind.PAYEE_CLEARING,
        AccountKind.PAYEE_AVAILABLE,
        AccountKind.PAYEE_RECEIVABLE,
    }
)
# What somebody owes us stands at or below zero; every other owned account at or above it.
OWED_TO_US = frozenset({AccountKind.PAYEE_RECEIVABLE})
# Together, with the sign turned, our own money at the processor: what is there or on its way
# there, less what is held, earned or on its way out. Below zero, others' money is missing.
AROUND_PLATFORM_FUNDS = frozenset(
    {
        AccountKind.PROCESSOR_BALANCE,
        AccountKind.CHARGE_CLEARING,
        AccountKind.TRANSFER_CLEARING,
        AccountKind.REFUND_CLEARING,
        *(OWNED - OWED_TO_US),
    }
)
PLATFORM = 0


@dataclass(frozen=True)
class Leg:
    """Moves one named amount: debits `source`, credits `target`."""

    name: str
    source: AccountKind
    target: AccountKind


@dataclass(frozen=True)
class Movement:
    code: str
    legs: tuple[Leg, ...]
    meaning: str


K = AccountKind


def _with_fee(amount: Leg, fees: AccountKind = K.PROCESSOR_FEES) -> tuple[Leg, Leg, Leg]:
    """What moved, and the processor's fee for it: taken or returned, whichever way that went."""
    balance = K.PROCESSOR_BALANCE
    return amount, Leg("fee", fees, balance), Leg("fee_returned", balance, fees)


def fee_amounts(fee: int) -> dict[str, int]:
    """The amounts of these two legs, by the sign of a fee; below zero it was returned."""
    return {"fee": max(fee, 0), "fee_returned": max(-fee, 0)}


CHARGE_SUCCEEDED = Movement(
    "charge_succeeded",
    (Leg("amount", K.CHARGE_CLEARING, K.HELD),),
    "The client paid; the money is held for one escrow.",
)
CHARGE_SETTLED = Movement(
    "charge_settled",
    (
        Leg("net", K.PROCESSOR_BALANCE, K.CHARGE_CLEARING),
        Leg("fee", K.PROCESSOR_FEES, K.CHARGE_CLEARING),
    ),
    "The processor booked the charge, less its own fee, which the platform bears.",
)
RELEASE = Movement(
    "release",
    (
        Leg("net", K.HELD, K.PAYEE_CLEARING),
        Leg("fee", K.HELD, K.PLATFORM_FEES),
    ),
    "The evidence is there: the payee earned the net, the platform its fee.",
)
CARRIED_OVER = Movement(
    "carried_over",
    (Leg("amount", K.HELD, K.HELD),),
    "What one escrow did not use pays for another of the same two, or is back from there.",
)
CLEARED = Movement(
    "cleared",
    (Leg("amount", K.PAYEE_CLEARING, K.PAYEE_AVAILABLE),),
    "The clearing days are over; the payee may be paid out.",
)
PAYOUT_REQUESTED = Movement(
    "payout_requested",
    (Leg("amount", K.PAYEE_AVAILABLE, K.TRANSFER_CLEARING),),
    "A transfer to the payee's processor account is under way.",
)
PAYOUT_SENT = Movement(
    "payout_sent",
    (Leg("amount", K.TRANSFER_CLEARING, K.PROCESSOR_BALANCE),),
    "The processor made the transfer.",
)
PAYOUT_FAILED = Movement(
    "payout_failed",
    (Leg("amount", K.TRANSFER_CLEARING, K.PAYEE_AVAILABLE),),
    "The processor definitely refused the transfer; the payee still has the money available.",
)
REFUND_DECIDED = Movement(
    "refund_decided",
    (Leg("amount", K.HELD, K.REFUND_CLEARING),),
    "Unreleased money goes back to the client.",
)
REFUND_SETTLED = Movement(
    "refund_settled",
    (Leg("amount", K.REFUND_CLEARING, K.PROCESSOR_BALANCE),),
    "The processor booked the refund.",
)
REFUND_FAILED = Movement(
    "refund_failed",
    (Leg("amount", K.REFUND_CLEARING, K.HELD),),
    "The processor could not refund; the money is held again.",
)
REFUND_RETURNED = Movement(
    "refund_returned",
    (Leg("amount", K.PROCESSOR_BALANCE, K.HELD),),
    "A refund that was booked came back from the bank; the money is held again.",
)
RELEASE_RECALLED = Movement(
    "release_recalled",
    (
        Leg("net", K.PAYEE_RECEIVABLE, K.HELD),
        Leg("fee", K.PLATFORM_FEES, K.HELD),
    ),
    "A release is taken back: the payee owes the net, the platform returns its fee.",
)
RECEIVABLE_SETTLED = Movement(
    "receivable_settled",
    (
        Leg("clearing", K.PAYEE_CLEARING, K.PAYEE_RECEIVABLE),
        Leg("available", K.PAYEE_AVAILABLE, K.PAYEE_RECEIVABLE),
    ),
    "What the payee owes was kept from what they earned.",
)
TRANSFER_REVERSED = Movement(
    "transfer_reversed",
    (Leg("amount", K.PROCESSOR_BALANCE, K.PAYEE_RECEIVABLE),),
    "The processor took a transfer back from the payee's account.",
)
RECEIVABLE_WRITTEN_OFF = Movement(
    "receivable_written_off",
    (Leg("amount", K.LOSSES, K.PAYEE_RECEIVABLE),),
    "The platform bears what the payee owes.",
)
DISPUTE_WITHDRAWN = Movement(
    "dispute_withdrawn",
    _with_fee(Leg("amount", K.DISPUTE_HOLD, K.PROCESSOR_BALANCE), K.DISPUTE_FEES),
    "The payer's bank disputes a charge: the processor took the amount and a fee.",
)
DISPUTE_REINSTATED = Movement(
    "dispute_reinstated",
    _with_fee(Leg("amount", K.PROCESSOR_BALANCE, K.DISPUTE_HOLD), K.DISPUTE_FEES),
    "The dispute was won: the processor gave the amount back.",
)
DISPUTE_LOST = Movement(
    "dispute_lost",
    (
        Leg("held", K.HELD, K.DISPUTE_HOLD),
        Leg("released", K.LOSSES, K.DISPUTE_HOLD),
    ),
    "The dispute was lost: what was still held is gone, what was released the platform bears.",
)
LOSS_RECOVERED = Movement(
    "loss_recovered",
    (
        Leg("net", K.PAYEE_RECEIVABLE, K.LOSSES),
        Leg("fee", K.PLATFORM_FEES, K.LOSSES),
    ),
    "A moderator decided that the payee bears a lost dispute: the net is owed, the fee returned.",
)
DISPUTE_OVERTURNED = Movement(
    "dispute_overturned",
    (
        Leg("held", K.DISPUTE_HOLD, K.HELD),
        Leg("released", K.DISPUTE_HOLD, K.LOSSES),
    ),
    "A lost dispute was won after all: what came back makes good what the loss took.",
)
LOSS_RETURNED = Movement(
    "loss_returned",
    (
        Leg("net", K.LOSSES, K.PAYEE_CLEARING),
        Leg("fee", K.LOSSES, K.PLATFORM_FEES),
    ),
    "The payee bore a lost dispute that was won after all: they earn it again.",
)

CONVERSION_UNDONE = Movement(
    "conversion_undone",
    (Leg("amount", K.REFUND_CLEARING, K.CHARGE_CLEARING),),
    "A payment that the processor converted went back: nothing is left in its own currency.",
)
CONVERSION_SETTLED = Movement(
    "conversion_settled",
    (
        Leg("booked", K.CHARGE_CLEARING, K.REFUND_CLEARING),
        Leg("loss", K.LOSSES, K.REFUND_CLEARING),
        Leg("gain", K.CHARGE_CLEARING, K.LOSSES),
    ),
    "The same in the currency of the booking; the platform bears what the rates made of it.",
)

PLATFORM_PAID_OUT = Movement(
    "platform_paid_out",
    _with_fee(Leg("amount", K.PLATFORM_BANK, K.PROCESSOR_BALANCE)),
    "Our own money went from the processor to our bank.",
)
PLATFORM_PAYOUT_RETURNED = Movement(
    "platform_payout_returned",
    _with_fee(Leg("amount", K.PROCESSOR_BALANCE, K.PLATFORM_BANK)),
    "Our bank did not take it, or it was cancelled: it is at the processor again.",
)
TOPPED_UP = Movement(
    "topped_up",
    _with_fee(Leg("amount", K.PROCESSOR_BALANCE, K.PLATFORM_BANK)),
    "Money from our bank was added to our balance at the processor.",
)
TOP_UP_REVERSED = Movement(
    "top_up_reversed",
    _with_fee(Leg("amount", K.PLATFORM_BANK, K.PROCESSOR_BALANCE)),
    "Our bank took back what had been added.",
)
PROCESSOR_CHARGED = Movement(
    "processor_charged",
    (Leg("amount", K.PROCESSOR_FEES, K.PROCESSOR_BALANCE),),
    "The processor took a fee that belongs to no payment.",
)
PROCESSOR_CREDITED = Movement(
    "processor_credited",
    (Leg("amount", K.PROCESSOR_BALANCE, K.PROCESSOR_FEES),),
    "The processor gave such a fee back.",
)

# All of the above, so that none is forgotten.
MOVEMENTS: Mapping[str, Movement] = {
    each.code: each for each in tuple(globals().values()) if isinstance(each, Movement)
}


def dispute_movement(*, net: int, fee: int) -> Movement:
    """What a line of a card dispute is, by the way that its amount went, whatever its fee did."""
    return DISPUTE_WITHDRAWN if (net + fee or net) < 0 else DISPUTE_REINSTATED
