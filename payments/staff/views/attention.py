"""What no rule could settle, for staff."""

from typing import Any

from marketplace.core.staff.registry import is_of_staff
from marketplace.core.web.views import Page
from payments.operations.permissions import can_look_at_waiting_money
from payments.reconciliation.queries.platform_balances import low_balances
from payments.staff.queries.attention import (
    blocked_payouts,
    failed_refunds,
    long_held_escrows,
    mismatched_charges,
    stuck_operations,
    waiting_events,
)

SHOWN = 50


class AttentionPage(Page):
    """What no rule could settle."""

    template = "payments/attention_page.html"
    permission = can_look_at_waiting_money
    for_staff = is_of_staff

    def context(self) -> dict[str, Any]:
        waiting = {
            "balances": low_balances(),
            "operations": stuck_operations()[:SHOWN],
            "events": waiting_events()[:SHOWN],
            "refunds": failed_refunds()[:SHOWN],
            "charges": mismatched_charges()[:SHOWN],
            "payouts": blocked_payouts()[:SHOWN],
            "escrows": long_held_escrows()[:SHOWN],
        }
        return {**waiting, "nothing_waits": not any(waiting.values())}
