"""One unit's money for staff: where it is, what happened to it, and what staff may do to it."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from marketplace.core.data.events import events_of
from marketplace.core.data.money import Money
from marketplace.core.staff.entries import staff_entries
from marketplace.core.staff.registry import is_of_staff
from marketplace.core.web.views import Page
from payments.card_disputes.queries import disputes_about
from payments.escrows.models.escrows import Escrow
from payments.escrows.permissions import can_view_escrow_as_staff
from payments.escrows.queries.escrows import escrows_for_staff, money_parts
from payments.escrows.states import CLOSED, EscrowState
from payments.escrows.views.amounts import AmountPage
from payments.ledger.models import Transfer
from payments.ledger.permissions import can_view_ledger
from payments.staff.forms.reasons import CorrectionForm
from payments.staff.models import AdjustmentAct
from payments.staff.permissions import can_act_on_money
from payments.staff.queries.adjustments import adjustments_about
from payments.staff.queries.explorer import transfers_of_escrow
from payments.staff.views.adjustments import AdjustingPage

SHOWN = 50


class StaffEscrowPage(Page):
    template = "payments/escrow_staff.html"
    permission = can_view_escrow_as_staff
    for_staff = is_of_staff

    def load(self) -> Escrow:
        rows = escrows_for_staff(self.request.user)
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        escrow: Escrow = self.subject
        told = [escrow, *escrow.charges.all(), *escrow.refunds.all(), *escrow.payouts.all()]
        may_act = can_act_on_money(self.request.user, escrow)
        return {
            "escrow": escrow,
            "parts": money_parts([escrow]),
            "card_disputes": disputes_about(escrow),
            "adjustments": adjustments_about(escrow)[:SHOWN],
            "transfers": self._transfers(),
            "entries": staff_entries(events_of(*told).order_by("-id")[:SHOWN]),
            "can_refund": may_act and bool(escrow.held),
            "can_recall": may_act and escrow.released > 0 and escrow.state in CLOSED,
        }

    def _transfers(self) -> list[Transfer]:
        """What was posted for it, for those who read the ledger."""
        if not can_view_ledger(self.request.user):
            return []
        return list(transfers_of_escrow(self.subject).order_by("-id")[:SHOWN])


class _EscrowAct(AdjustingPage, AmountPage):
    """Of all of it or a part; above the set amount a second person is asked."""

    template = "payments/escrow_amount.html"
    permission = can_act_on_money
    form_class = CorrectionForm
    states: tuple[str, ...]

    def load(self) -> Escrow:
        rows = escrows_for_staff(self.request.user).filter(state__in=self.states)
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def form_options(self) -> dict[str, Any]:
        return {"most": self.whole}

    def context(self) -> dict[str, Any]:
        facts = {"escrow": self.subject, "about": self.subject.title, "back": self.home()}
        return super().context() | facts | {"limit": self.limit(self.subject.currency)}

    def carry_out(self, part: Money, why: str) -> str:
        return self.ask(why, amount=part.minor)

    def home(self) -> str:
        return reverse("payments:staff_escrow", args=[self.subject.public_id])


class RefundHeldPage(_EscrowAct):
    adjustment_act = AdjustmentAct.REFUND_HELD
    states = (EscrowState.HELD,)
    title = "Refund held money"
    consequence = "payments/refund_sentence.html"
    said = "The refund is on its way to the client."

    @property
    def whole(self) -> Money:
        held: Money = self.subject.held
        return held


class RecallReleasePage(_EscrowAct):
    adjustment_act = AdjustmentAct.RECALL_RELEASE
    states = CLOSED
    title = "Take a release back"
    consequence = "payments/release_recall_sentence.html"
    said = "It is being taken back, and then goes to the client."

    @property
    def whole(self) -> Money:
        return Money(self.subject.released, self.subject.currency)

    def fee_of(self, part: Money) -> Money:
        fee: Money = self.subject.fee_back(part)
        return fee
