from payments.notices import (
    adjustments,
    alarms,
    card_disputes,
    charges,
    escrows,
    payees,
    payment_methods,
    payouts,
    recalls,
    refunds,
)

__all__ = [
    "adjustments",
    "alarms",
    "card_disputes",
    "charges",
    "escrows",
    "payees",
    "payment_methods",
    "payouts",
    "recalls",
    "refunds",
]
