from django.db.models import TextChoices

from marketplace.core.data.states import Badge, Move, StateTable
from payments.escrows.states import CancelReason
from payments.operations.states import PROCESSOR


class ChargeState(TextChoices):
    OPEN = "open", "Open"
    PROCESSING = "processing", "Processing"
    CHALLENGED = "challenged", "To be confirmed"
    SUCCEEDED = "succeeded", "Paid"
    FAILED = "failed", "Failed"
    EXPIRED = "expired", "Expired"
    RETURNED = "returned", "Not needed, returned"
    MISMATCHED = "mismatched", "Wrong amount or currency, returned"


CHARGE_BADGES = {
    ChargeState.OPEN: Badge("Open"),
    ChargeState.PROCESSING: Badge("Processing", "held"),
    ChargeState.CHALLENGED: Badge("To be confirmed", "held"),
    ChargeState.SUCCEEDED: Badge("Paid", "paid"),
    ChargeState.FAILED: Badge("Failed", "disputed"),
    ChargeState.EXPIRED: Badge("Not paid"),
}


class ReturnReason(TextChoices):
    """Why a payment that arrived funds nothing and goes back; said in payments/returned.py."""

    PAID_TWICE = "paid_twice", "Paid twice"
    GIVEN_BACK = "given_back", "Paid again after the money went back"
    CANCELLED = CancelReason.CANCELLED.value, "Paid after the work was cancelled"
    NOTICE = CancelReason.NOTICE.value, "Paid after notice was given"
    LAPSED = CancelReason.LAPSED.value, "Paid after the contract lapsed"
    TERMINATED = CancelReason.TERMINATED.value, "Paid after the contract was terminated"
    BONUS = CancelReason.BONUS.value, "Paid after the bonus was cancelled"
    OTHER_AMOUNT = "other_amount", "Another amount than asked for"
    OTHER_CURRENCY = "other_currency", "Another currency than asked for"
    CONVERTED = "converted", "Converted by the processor"


# A late payment wins over an expiry or a failure: money that arrived is never ignored.
UNPAID = ("open", "processing", "challenged", "failed", "expired")
UNFINISHED = ("open", "processing", "challenged")
CHARGE = StateTable(
    "charge",
    [
        Move(verb="declined", sources=("open",), target="open", actors=PROCESSOR),
        # The bank wants its owner to confirm a payment with a saved card.
        Move(verb="challenged", sources=("open",), target="challenged", actors=PROCESSOR),
        Move(
            verb="processing",
            sources=("open", "challenged"),
            target="processing",
            actors=PROCESSOR,
        ),
        Move(verb="succeeded", sources=UNPAID, target="succeeded", actors=PROCESSOR),
        Move(verb="returned", sources=UNPAID, target="returned", actors=PROCESSOR),
        Move(verb="mismatched", sources=UNPAID, target="mismatched", actors=PROCESSOR),
        Move(verb="failed", sources=UNFINISHED, target="failed", actors=PROCESSOR),
        Move(verb="expired", sources=("open", "challenged"), target="expired", actors=PROCESSOR),
    ],
)


class ChargePlanState(TextChoices):
    UNDER_WAY = "under_way", "Under way"
    PAID = "paid", "Paid"
    GIVEN_UP = "given_up", "Given up"
    STOPPED = "stopped", "Stopped"


CHARGE_PLAN = StateTable(
    "charge_plan",
    [
        Move(verb="postponed", sources=("under_way",), target="under_way", actors=PROCESSOR),
        Move(verb="reminded", sources=("under_way",), target="under_way", actors=PROCESSOR),
        Move(verb="paid", sources=("under_way",), target="paid", actors=PROCESSOR),
        Move(verb="given_up", sources=("under_way",), target="given_up", actors=PROCESSOR),
        # Paid another way, or cancelled.
        Move(verb="stopped", sources=("under_way",), target="stopped", actors=PROCESSOR),
    ],
)
