from payments.notices import (
    alarms,
    card_disputes,
    escrows,
    payees,
    payment_methods,
    payouts,
    recalls,
    refunds,
)

__all__ = [
    "alarms",
    "card_disputes",
    "escrows",
    "payees",
    "payment_methods",
    "payouts",
    "recalls",
    "refunds",
]
