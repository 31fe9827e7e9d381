from payments.notices import alarms, card_disputes, escrows, payees, payouts, recalls, refunds

__all__ = ["alarms", "card_disputes", "escrows", "payees", "payouts", "recalls", "refunds"]
