"""Acts of staff on money: each asks for a reason, which is kept in the event log."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from marketplace.core.data.actors import moderator
from marketplace.core.staff.reasons import StaffReasonForm
from marketplace.core.staff.registry import is_of_staff
from marketplace.core.web.views import FormPage
from payments.refunds.models import Refund
from payments.staff.models import AdjustmentAct
from payments.staff.permissions import can_act_on_money
from payments.staff.queries.attention import failed_refunds, waiting_events
from payments.staff.views.adjustments import AdjustingPage
from payments.webhooks.models import StripeEvent
from payments.webhooks.services.events import retry_event


class StaffAct(FormPage):
    """What will happen is said in one sentence above the reason."""

    template = "payments/operation_act.html"
    permission = can_act_on_money
    for_staff = is_of_staff
    form_class = StaffReasonForm
    fresh = True
    title = ""
    consequence = ""

    def context(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "consequence": self.consequence,
            "subject": self.subject,
            "back": reverse("payments:staff_attention"),
        }

    def act(self, form: StaffReasonForm) -> str:
        self.carry_out(form.cleaned_data["why"])
        return reverse("payments:staff_attention")

    def carry_out(self, why: str) -> None:
        raise NotImplementedError


class RetryRefundPage(AdjustingPage, StaffAct):
    adjustment_act = AdjustmentAct.RESEND_REFUND
    title = "Send this refund again"
    consequence = "The whole amount leaves the held funds and goes back to the payer's card."
    said = "The refund is being sent again."

    def load(self) -> Refund:
        return get_object_or_404(failed_refunds(), public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        return super().context() | {"limit": self.limit(self.subject.currency)}

    def act(self, form: StaffReasonForm) -> str:
        return self.ask(form.cleaned_data["why"])

    def home(self) -> str:
        return reverse("payments:staff_attention")


class RetryEventPage(StaffAct):
    title = "Process this message again"
    consequence = "What it is about is fetched from the processor again; nothing is posted twice."
    said = "The message is being processed again."

    def load(self) -> StripeEvent:
        return get_object_or_404(waiting_events(), event_id=self.kwargs["event_id"])

    def carry_out(self, why: str) -> None:
        retry_event(event=self.subject, by=moderator(self.request.user), why=why)
