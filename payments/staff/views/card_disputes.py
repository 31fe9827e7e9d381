"""Card disputes for staff: what waits, what the bank says, the evidence, and who bears a loss."""

from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from marketplace.core.data.actors import moderator
from marketplace.core.data.events import events_of
from marketplace.core.data.money import Money
from marketplace.core.staff.entries import staff_entries
from marketplace.core.staff.reasons import StaffReasonForm
from marketplace.core.staff.registry import is_of_staff
from marketplace.core.web.files import attachment
from marketplace.core.web.views import FormPage, Gate, Page
from payments.card_disputes.models import Bearer, CardDispute, CardDisputeEvidence
from payments.card_disputes.permissions import can_view_card_dispute
from payments.card_disputes.queries import (
    card_disputes_for,
    concluded_disputes,
    disputes_to_answer,
    disputes_with_bank,
    is_answerable,
    is_settleable,
    losses_to_decide,
    overturned_to_settle,
)
from payments.card_disputes.services.evidence import give_evidence
from payments.card_disputes.services.evidence_documents import print_evidence
from payments.card_disputes.states import CardDisputeState
from payments.charges.queries import held_of_charge
from payments.escrows.queries.escrows import money_parts
from payments.operations.permissions import can_look_at_waiting_money
from payments.staff.forms.reasons import EvidenceForm, LossForm, OverturnedForm
from payments.staff.models import AdjustmentAct
from payments.staff.permissions import can_act_on_money
from payments.staff.queries.adjustments import adjustments_about
from payments.staff.views.adjustments import AdjustingPage

SHOWN = 50


class CardDisputesPage(Page):
    """What waits for staff, what is with the banks, and how the newest ended."""

    template = "payments/card_dispute_list.html"
    permission = can_look_at_waiting_money
    for_staff = is_of_staff

    def context(self) -> dict[str, Any]:
        about = "charge__escrow__payer", "charge__escrow__payee"
        return {
            "to_answer": disputes_to_answer().select_related(*about)[:SHOWN],
            "to_settle": overturned_to_settle().select_related(*about)[:SHOWN],
            "to_decide": losses_to_decide().select_related(*about)[:SHOWN],
            "with_bank": disputes_with_bank().select_related(*about)[:SHOWN],
            "concluded": concluded_disputes().select_related(*about)[:SHOWN],
        }


class _OfDispute(Gate):
    """Strangers find nothing; staff act on no money of their own."""

    permission = can_act_on_money
    for_staff = is_of_staff

    def load(self) -> CardDispute:
        disputes = card_disputes_for(self.request.user)
        return get_object_or_404(disputes, public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        return {"dispute": self.subject, "escrow": self.subject.escrow}

    def home(self) -> str:
        return reverse("payments:staff_card_dispute", args=[self.subject.public_id])


class CardDisputePage(_OfDispute, Page):
    template = "payments/card_dispute_page.html"
    permission = can_view_card_dispute

    def context(self) -> dict[str, Any]:
        dispute: CardDispute = self.subject
        told = events_of(dispute, dispute.charge, dispute.escrow)
        may_act = can_act_on_money(self.request.user, dispute)
        return super().context() | {
            "parts": money_parts([dispute.escrow]),
            "entries": staff_entries(told.order_by("-id")[:SHOWN]),
            "evidence": dispute.evidence.select_related("given_by").order_by("-id"),
            "adjustments": adjustments_about(dispute)[:SHOWN],
            "can_answer": may_act and is_answerable(dispute),
            "can_accept": may_act
            and is_answerable(dispute)
            and dispute.state == CardDisputeState.NEEDS_RESPONSE,
            "can_decide": may_act and dispute.bears == Bearer.UNDECIDED,
            "can_settle": may_act and is_settleable(dispute),
        }


class EvidencePreview(_OfDispute):
    """The document as it would be sent now."""

    permission = can_view_card_dispute

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        document = print_evidence(dispute=self.subject, note=request.GET.get("note", "")[:5000])
        response = HttpResponse(document.body, content_type="application/pdf")
        name = f"evidence-{self.subject.processor_id}.pdf"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["X-Content-Type-Options"] = "nosniff"
        return response


class SentEvidence(Gate):
    """The very document that was sent."""

    permission = can_view_card_dispute
    for_staff = is_of_staff

    def load(self) -> CardDisputeEvidence:
        disputes = card_disputes_for(self.request.user)
        rows = CardDisputeEvidence.objects.filter(dispute__in=disputes.values("pk"))
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        return attachment(self.subject)


class GiveEvidencePage(_OfDispute, FormPage):
    template = "payments/card_dispute_answer.html"
    form_class = EvidenceForm
    fresh = True
    said = "The evidence is on its way to the bank."

    def context(self) -> dict[str, Any]:
        document = print_evidence(dispute=self.subject)
        return super().context() | {"document": document, "kilobytes": len(document.body) // 1024}

    def act(self, form: EvidenceForm) -> str:
        give_evidence(
            dispute=self.subject,
            note=form.cleaned_data["note"],
            by=moderator(self.request.user),
            why=form.cleaned_data["why"],
        )
        return self.home()


class AcceptDisputePage(_OfDispute, AdjustingPage):
    adjustment_act = AdjustmentAct.ACCEPT_DISPUTE
    template = "payments/card_dispute_acceptance.html"
    form_class = StaffReasonForm
    said = "The bank is being told. The loss is booked when it has answered."

    def context(self) -> dict[str, Any]:
        dispute: CardDispute = self.subject
        held = Money(min(dispute.amount, held_of_charge(dispute.charge)), dispute.currency)
        facts = {"held": held, "rest": dispute.money - held}
        return super().context() | facts | {"limit": self.limit(dispute.currency)}

    def act(self, form: StaffReasonForm) -> str:
        return self.ask(form.cleaned_data["why"])


class DecideLossPage(_OfDispute, AdjustingPage):
    adjustment_act = AdjustmentAct.DECIDE_LOSS
    template = "payments/card_dispute_loss.html"
    form_class = LossForm
    said = "Decided. The freelancer is told, with your reason."

    def context(self) -> dict[str, Any]:
        part = self.subject.recoverable
        fee = self.subject.escrow.fee_back(part)
        facts = {"fee": fee, "net": part - fee, "limit": self.limit(part.currency)}
        return super().context() | facts

    def act(self, form: LossForm) -> str:
        return self.ask(form.cleaned_data["why"], bears=form.cleaned_data["bears"])


class SettleOverturnedPage(_OfDispute, AdjustingPage):
    adjustment_act = AdjustmentAct.SETTLE_OVERTURNED
    template = "payments/card_dispute_overturned.html"
    form_class = OverturnedForm
    said = "Settled."

    def context(self) -> dict[str, Any]:
        return super().context() | {"limit": self.limit(self.subject.currency)}

    def act(self, form: OverturnedForm) -> str:
        return self.ask(form.cleaned_data["why"], to=form.cleaned_data["to"])
