from payments.notices import (
    adjustments,
    alarms,
    bank_payouts,
    card_disputes,
    charges,
    escrows,
    payees,
    payment_methods,
    payouts,
    recalls,
    reconciliation,
    refunds,
)

__all__ = [
    "adjustments",
    "alarms",
    "bank_payouts",
    "card_disputes",
    "charges",
    "escrows",
    "payees",
    "payment_methods",
    "payouts",
    "recalls",
    "reconciliation",
    "refunds",
]
