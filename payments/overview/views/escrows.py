from typing import Any

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404

from marketplace.core.data.actors import CLIENT, FREELANCER
from marketplace.core.data.money import Money
from marketplace.core.web.views import Page
from payments.card_disputes.queries import disputes_about
from payments.charges.queries import challenged_charge, open_plan
from payments.documents.queries.documents import documents_about
from payments.escrows.models.escrows import Escrow
from payments.escrows.permissions import can_fund_escrow, can_view_escrow
from payments.escrows.queries.escrows import escrows_of, money_parts
from payments.escrows.queries.movements import movements_of
from payments.escrows.states import CLOSED
from payments.escrows.views.viewers import viewer_of
from payments.payouts.models.payouts import Payout
from payments.releases.permissions import (
    can_cancel_bonus,
    can_give_release_back,
    can_release_part,
    can_send_bonus,
)


class EscrowPage(Page):
    """Every movement of one unit's money, the same for both sides."""

    template = "payments/escrow.html"
    permission = can_view_escrow

    def load(self) -> Escrow:
        escrows = escrows_of(viewer_of(self.request)).prefetch_related(
            "charges", Prefetch("payouts", Payout.objects.order_by("id"))
        )
        return get_object_or_404(escrows, public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        escrow: Escrow = self.subject
        nothing = Money(0, escrow.currency)
        viewer = viewer_of(self.request)
        side = FREELANCER if escrow.payee_id == viewer.pk else CLIENT
        is_closed = escrow.state in CLOSED
        return {
            "escrow": escrow,
            "side": side,
            "payouts": escrow.payouts.all(),
            "fee_kept": sum((payout.fee_kept for payout in escrow.payouts.all()), nothing),
            "card_disputes": disputes_about(escrow),
            "parts": money_parts([escrow]),
            "documents": documents_about(escrow, viewer=viewer),
            "movements": movements_of(escrow, side=side),
            "can_release_part": escrow.state == "held" and can_release_part(viewer, escrow),
            "can_give_release_back": is_closed and can_give_release_back(viewer, escrow),
            "can_send_bonus": (is_closed or escrow.state == "held")
            and can_send_bonus(viewer, escrow),
            "can_cancel_bonus": escrow.state == "awaiting_funds"
            and can_cancel_bonus(viewer, escrow),
            "can_fund": escrow.state == "awaiting_funds" and can_fund_escrow(viewer, escrow),
            "plan": open_plan(escrow) if side == CLIENT else None,
            "challenged": challenged_charge(escrow) if side == CLIENT else None,
        }
