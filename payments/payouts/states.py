"""What a release earned, on its way to the payee's account, to a bank or back; that account."""

from django.db.models import TextChoices

from marketplace.core.data.states import Badge, Move, StateTable
from payments.operations.states import ANYBODY, PROCESSOR


class PayoutState(TextChoices):
    ACCRUED = "accrued", "Clearing"
    AVAILABLE = "available", "Available"
    SENDING = "sending", "Sending"
    SENT = "sent", "Sent"
    PAID = "paid", "Paid"
    FAILED = "failed", "Failed"
    REVERSED = "reversed", "Came back"
    WITHHELD = "withheld", "Kept for what you owed"


PAYOUT_BADGES = {
    PayoutState.ACCRUED: Badge("Clearing", "clearing"),
    PayoutState.AVAILABLE: Badge("Available", "accent"),
    PayoutState.SENDING: Badge("On its way", "clearing"),
    PayoutState.SENT: Badge("On its way", "clearing"),
    PayoutState.PAID: Badge("Paid", "paid"),
    PayoutState.FAILED: Badge("Failed", "disputed"),
    PayoutState.REVERSED: Badge("Came back", "disputed"),
    PayoutState.WITHHELD: Badge("Kept", "held"),
}
# The same for the client, whom the freelancer's account does not concern.
RELEASE = Badge("Released", "clearing")
RELEASE_BADGES = {
    PayoutState.ACCRUED: Badge("Released, clearing", "clearing"),
    PayoutState.SENDING: Badge("On its way to the freelancer", "clearing"),
    PayoutState.SENT: Badge("On its way to the freelancer", "clearing"),
    PayoutState.PAID: Badge("Paid to the freelancer", "paid"),
}
PAYOUT = StateTable(
    "payout",
    [
        Move(verb="cleared", sources=("accrued",), target="available", actors=PROCESSOR),
        Move(verb="requested", sources=("available",), target="sending", actors=ANYBODY),
        Move(verb="sent", sources=("sending",), target="sent", actors=PROCESSOR),
        Move(verb="paid", sources=("sent",), target="paid", actors=PROCESSOR),
        # A bank may send money back days after it took it.
        Move(verb="bank_refused", sources=("sent", "paid"), target="sent", actors=PROCESSOR),
        Move(verb="failed", sources=("sending",), target="failed", actors=PROCESSOR),
        Move(verb="returned", sources=("failed",), target="available", actors=PROCESSOR),
        Move(verb="reversed", sources=("sent", "paid"), target="reversed", actors=PROCESSOR),
        Move(verb="part_reversed", sources=("sent",), target="sent", actors=PROCESSOR),
        Move(verb="part_reversed", sources=("paid",), target="paid", actors=PROCESSOR),
        Move(verb="withheld", sources=("accrued", "available"), target="withheld", actors=ANYBODY),
        Move(verb="part_withheld", sources=("accrued",), target="accrued", actors=ANYBODY),
        Move(verb="part_withheld", sources=("available",), target="available", actors=ANYBODY),
    ],
)


class BankPayoutState(TextChoices):
    PENDING = "pending", "Being prepared"
    IN_TRANSIT = "in_transit", "On its way"
    PAID = "paid", "Arrived"
    FAILED = "failed", "Not taken by the bank"
    CANCELLED = "cancelled", "Cancelled"


BANK_PAYOUT_BADGES = {
    BankPayoutState.PENDING: Badge("Being prepared", "clearing"),
    BankPayoutState.IN_TRANSIT: Badge("On its way", "clearing"),
    BankPayoutState.PAID: Badge("Paid", "paid"),
    BankPayoutState.FAILED: Badge("Not taken by the bank", "disputed"),
    BankPayoutState.CANCELLED: Badge("Cancelled"),
}
BANK_PAYOUT = StateTable(
    "bank_payout",
    [
        Move(verb="left", sources=("pending",), target="in_transit", actors=PROCESSOR),
        Move(verb="paid", sources=("pending", "in_transit"), target="paid", actors=PROCESSOR),
        Move(
            verb="failed",
            sources=("pending", "in_transit", "paid"),
            target="failed",
            actors=PROCESSOR,
        ),
        Move(verb="cancelled", sources=("pending",), target="cancelled", actors=PROCESSOR),
    ],
)


class ReversalState(TextChoices):
    PENDING = "pending", "Being taken back"
    MADE = "made", "Taken back"
    REFUSED = "refused", "Could not be taken back"


REVERSAL = StateTable(
    "reversal",
    [
        Move(verb="made", sources=("pending",), target="made", actors=PROCESSOR),
        Move(verb="refused", sources=("pending",), target="refused", actors=PROCESSOR),
    ],
)


class PayeeState(TextChoices):
    NOT_STARTED = "not_started", "Not started"
    INCOMPLETE = "incomplete", "In progress"
    CHECKING = "checking", "Under check"
    READY = "ready", "Ready"
    RESTRICTED = "restricted", "Paused"


UNREADY = ("incomplete", "checking", "restricted")
PAYEE = StateTable(
    "payee",
    [
        Move(verb="opened", sources=("not_started",), target="incomplete", actors=PROCESSOR),
        Move(verb="submitted", sources=("incomplete",), target="checking", actors=PROCESSOR),
        Move(verb="verified", sources=UNREADY, target="ready", actors=PROCESSOR),
        Move(verb="restricted", sources=("ready",), target="restricted", actors=PROCESSOR),
        Move(verb="asked_more", sources=("checking",), target="incomplete", actors=PROCESSOR),
        Move(verb="asked_more", sources=("ready",), target="ready", actors=PROCESSOR),
        Move(verb="asked_more", sources=("restricted",), target="restricted", actors=PROCESSOR),
    ],
)

PAYOUT_PLACES = {
    PayoutState.ACCRUED: "clearing",
    PayoutState.AVAILABLE: "available",
    PayoutState.FAILED: "available",
    PayoutState.SENDING: "sent",
    PayoutState.SENT: "sent",
    PayoutState.PAID: "paid",
    # What was kept for a debt, or came back for another reason than a recall, was paid once.
    PayoutState.WITHHELD: "paid",
    PayoutState.REVERSED: "paid",
}
