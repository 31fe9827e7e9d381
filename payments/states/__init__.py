"""Every state that money can be in, and every legal move between two of them."""

from payments.states.adjustments import ADJUSTMENT, AdjustmentState
from payments.states.card_disputes import CARD_DISPUTE, DISPUTING, CardDisputeState
from payments.states.charges import (
    CHARGE,
    CHARGE_PLAN,
    UNFINISHED,
    ChargePlanState,
    ChargeState,
    ReturnReason,
)
from payments.states.escrows import CLOSED, ESCROW, CancelReason, EscrowState
from payments.states.operations import OPERATION, OperationState
from payments.states.payees import PAYEE, UNREADY, PayeeState
from payments.states.payment_methods import (
    METHOD_SETUP,
    PAYMENT_METHOD,
    MethodSetupState,
    PaymentMethodState,
)
from payments.states.payouts import (
    BANK_PAYOUT,
    PAYOUT,
    REVERSAL,
    BankPayoutState,
    PayoutState,
    ReversalState,
)
from payments.states.platform_balances import PLATFORM_BALANCE, PlatformBalanceState
from payments.states.reconciliations import (
    RECONCILIATION,
    RECONCILIATION_CASE,
    ReconciliationCaseState,
    ReconciliationState,
)
from payments.states.refunds import REFUND, RefundState
from payments.states.stripe_events import STRIPE_EVENT, StripeEventState

__all__ = [
    "ADJUSTMENT",
    "BANK_PAYOUT",
    "CARD_DISPUTE",
    "CHARGE",
    "CHARGE_PLAN",
    "CLOSED",
    "DISPUTING",
    "ESCROW",
    "METHOD_SETUP",
    "OPERATION",
    "PAYEE",
    "PAYMENT_METHOD",
    "PAYOUT",
    "PLATFORM_BALANCE",
    "RECONCILIATION",
    "RECONCILIATION_CASE",
    "REFUND",
    "REVERSAL",
    "STRIPE_EVENT",
    "UNFINISHED",
    "UNREADY",
    "AdjustmentState",
    "BankPayoutState",
    "CancelReason",
    "CardDisputeState",
    "ChargePlanState",
    "ChargeState",
    "EscrowState",
    "MethodSetupState",
    "OperationState",
    "PayeeState",
    "PaymentMethodState",
    "PayoutState",
    "PlatformBalanceState",
    "ReconciliationCaseState",
    "ReconciliationState",
    "RefundState",
    "ReturnReason",
    "ReversalState",
    "StripeEventState",
]
