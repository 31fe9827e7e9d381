"""Every state that money can be in, and every legal move between two of them."""

from django.db.models import TextChoices

from marketplace.core.states import Move, StateTable
from payments.states.adjustments import ADJUSTMENT as ADJUSTMENT
from payments.states.adjustments import AdjustmentState as AdjustmentState
from payments.states.card_disputes import CARD_DISPUTE as CARD_DISPUTE
from payments.states.card_disputes import DISPUTING as DISPUTING
from payments.states.card_disputes import CardDisputeState as CardDisputeState
from payments.states.charges import CHARGE as CHARGE
from payments.states.charges import CHARGE_PLAN as CHARGE_PLAN
from payments.states.charges import UNFINISHED as UNFINISHED
from payments.states.charges import ChargePlanState as ChargePlanState
from payments.states.charges import ChargeState as ChargeState
from payments.states.payees import PAYEE as PAYEE
from payments.states.payees import UNREADY as UNREADY
from payments.states.payees import PayeeState as PayeeState
from payments.states.payment_methods import METHOD_SETUP as METHOD_SETUP
from payments.states.payment_methods import PAYMENT_METHOD as PAYMENT_METHOD
from payments.states.payment_methods import MethodSetupState as MethodSetupState
from payments.states.payment_methods import PaymentMethodState as PaymentMethodState
from payments.states.payouts import BANK_PAYOUT as BANK_PAYOUT
from payments.states.payouts import PAYOUT as PAYOUT
from payments.states.payouts import REVERSAL as REVERSAL
from payments.states.payouts import BankPayoutState as BankPayoutState
from payments.states.payouts import PayoutState as PayoutState
from payments.states.payouts import ReversalState as ReversalState
from payments.states.platform_balances import PLATFORM_BALANCE as PLATFORM_BALANCE
from payments.states.platform_balances import PlatformBalanceState as PlatformBalanceState
from payments.states.reconciliations import RECONCILIATION as RECONCILIATION
from payments.states.reconciliations import RECONCILIATION_CASE as RECONCILIATION_CASE
from payments.states.reconciliations import ReconciliationCaseState as ReconciliationCaseState
from payments.states.reconciliations import ReconciliationState as ReconciliationState
from payments.states.roles import ANYBODY, PROCESSOR, STAFF


class EscrowState(TextChoices):
    AWAITING_FUNDS = "awaiting_funds", "Awaiting funds"
    PROCESSING = "processing", "Payment processing"
    HELD = "held", "Held"
    RELEASED = "released", "Released"
    REFUNDED = "refunded", "Refunded"
    CANCELLED = "cancelled", "Cancelled"
    RECALLED = "recalled", "Taken back, refund under way"
    DISPUTED = "disputed", "Disputed at the bank"


CLOSED = ("released", "refunded")
ESCROW = StateTable(
    "escrow",
    [
        Move(verb="processing", sources=("awaiting_funds",), target="processing", actors=PROCESSOR),
        Move(
            verb="funded",
            sources=("awaiting_funds", "processing"),
            target="held",
            actors=PROCESSOR,
        ),
        Move(
            verb="payment_failed",
            sources=("awaiting_funds", "processing"),
            target="awaiting_funds",
            actors=PROCESSOR,
        ),
        # What is paid for was delivered, and comes back for changes; the money stays.
        Move(verb="review_began", sources=("held",), target="held", actors=ANYBODY),
        Move(verb="review_began", sources=("disputed",), target="disputed", actors=ANYBODY),
        Move(verb="review_ended", sources=("held",), target="held", actors=ANYBODY),
        Move(verb="review_ended", sources=("disputed",), target="disputed", actors=ANYBODY),
        Move(verb="part_released", sources=("held",), target="held", actors=ANYBODY),
        Move(verb="part_refunded", sources=("held",), target="held", actors=ANYBODY),
        Move(verb="released", sources=("held",), target="released", actors=ANYBODY),
        Move(verb="refunded", sources=("held", "recalled"), target="refunded", actors=ANYBODY),
        Move(verb="recalled", sources=CLOSED, target="recalled", actors=ANYBODY),
        Move(verb="disputed", sources=("held",), target="disputed", actors=PROCESSOR),
        Move(verb="undisputed", sources=("disputed",), target="held", actors=PROCESSOR),
        Move(verb="part_charged_back", sources=("disputed",), target="held", actors=PROCESSOR),
        # One that was taken back and not refunded yet may be lost to the bank meanwhile.
        Move(
            verb="charged_back",
            sources=("disputed", "recalled"),
            target="refunded",
            actors=PROCESSOR,
        ),
        Move(verb="loss_recovered", sources=CLOSED, target="refunded", actors=STAFF),
        # A bank may change its mind after a dispute was lost.
        Move(verb="loss_returned", sources=CLOSED, target="released", actors=PROCESSOR),
        Move(verb="held_again", sources=(*CLOSED, "held"), target="held", actors=PROCESSOR),
        Move(verb="held_again", sources=("disputed",), target="disputed", actors=PROCESSOR),
        Move(verb="cancelled", sources=("awaiting_funds",), target="cancelled", actors=ANYBODY),
    ],
)


class RefundState(TextChoices):
    PENDING = "pending", "On its way back"
    SUCCEEDED = "succeeded", "Refunded"
    FAILED = "failed", "Failed"
    OVERTAKEN = "overtaken", "Given back by the bank instead"


REFUND = StateTable(
    "refund",
    [
        Move(verb="succeeded", sources=("pending",), target="succeeded", actors=PROCESSOR),
        # A bank may send a booked refund back days later.
        Move(verb="failed", sources=("pending", "succeeded"), target="failed", actors=PROCESSOR),
        Move(verb="retried", sources=("failed",), target="pending", actors=STAFF),
        # The bank took the money for the payer in a card dispute: there is nothing left to send.
        Move(verb="overtaken", sources=("failed",), target="overtaken", actors=PROCESSOR),
    ],
)


class OperationState(TextChoices):
    PREPARED = "prepared", "Prepared"
    SENT = "sent", "Sent, no answer yet"
    SUCCEEDED = "succeeded", "Succeeded"
    FAILED = "failed", "Failed"
    UNKNOWN = "unknown", "Unknown, a person must look"


OPERATION = StateTable(
    "operation",
    [
        Move(verb="sent", sources=("prepared", "sent"), target="sent", actors=PROCESSOR),
        Move(
            verb="succeeded",
            sources=("prepared", "sent", "unknown"),
            target="succeeded",
            actors=PROCESSOR,
        ),
        Move(verb="failed", sources=("prepared", "sent"), target="failed", actors=PROCESSOR),
        Move(verb="lost", sources=("prepared", "sent"), target="unknown", actors=PROCESSOR),
        Move(verb="retried", sources=("sent", "unknown"), target="sent", actors=STAFF),
        Move(verb="given_up", sources=("unknown",), target="failed", actors=STAFF),
    ],
)


class StripeEventState(TextChoices):
    RECEIVED = "received", "Received"
    DONE = "done", "Done"
    PARKED = "parked", "Parked for staff"


STRIPE_EVENT = StateTable(
    "stripe_event",
    [
        Move(verb="processed", sources=("received", "parked"), target="done", actors=PROCESSOR),
        Move(verb="parked", sources=("received",), target="parked", actors=PROCESSOR),
        Move(verb="retried", sources=("parked",), target="received", actors=STAFF),
    ],
)
