"""One call to the processor that got stuck, and the acts that are safe, each explained."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from marketplace.core.data.actors import moderator
from marketplace.core.data.events import events_of
from marketplace.core.staff.entries import staff_address, staff_entries
from marketplace.core.staff.reasons import StaffReasonForm
from marketplace.core.staff.registry import is_of_staff
from marketplace.core.web.views import Page
from payments.operations.models import Operation
from payments.operations.permissions import can_view_operation
from payments.operations.services.operations import KEY_LIFETIME, OVER
from payments.operations.states import OperationState
from payments.staff.forms.reasons import SettlementForm
from payments.staff.permissions import can_act_on_money
from payments.staff.queries.attention import stuck_operations
from payments.staff.services.stuck_operations import (
    can_compare,
    can_look_up,
    give_up_operation,
    is_key_alive,
    look_up_operation,
    resend_operation,
    settle_operation,
)
from payments.staff.views.acts import StaffAct
from payments.stripe.gateway import gateway_for_request

SHOWN = 50
HOURS = int(KEY_LIFETIME.total_seconds() // 3600)


class OperationPage(Page):
    """What was asked for, what came of it, and what may be done now."""

    template = "payments/operation_page.html"
    permission = can_view_operation
    for_staff = is_of_staff

    def load(self) -> Operation:
        return get_object_or_404(Operation, public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        operation: Operation = self.subject
        may_act = can_act_on_money(self.request.user, operation)
        about = operation.subject
        return {
            "operation": operation,
            "about": about,
            "about_url": staff_address(about),
            "is_over": operation.state in OVER,
            "may_act": may_act,
            "can_look_up": can_look_up(operation),
            "can_compare": can_compare(operation),
            "can_resend": is_key_alive(operation),
            "can_give_up": operation.state == OperationState.UNKNOWN
            and not is_key_alive(operation),
            "hours": HOURS,
            "entries": staff_entries(events_of(operation).order_by("-id")[:SHOWN]),
        }


class _OperationAct(StaffAct):
    def load(self) -> Operation:
        return get_object_or_404(stuck_operations(), public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        return super().context() | {"back": self.home()}

    def home(self) -> str:
        return reverse("payments:staff_operation", args=[self.subject.public_id])

    def act(self, form: StaffReasonForm) -> str:
        facts = {"operation": self.subject, "gateway": gateway_for_request()}
        self.said = self.carry_on(
            form, **facts, by=moderator(self.request.user), why=form.cleaned_data["why"]
        )
        return self.home()

    def carry_on(self, form: StaffReasonForm, **facts: Any) -> str:
        """Call one service; return what to say."""
        raise NotImplementedError


class LookUpOperationPage(_OperationAct):
    title = "Look it up again"
    consequence = (
        "The processor is asked for what this call made. If it is there it is recorded as done; "
        "if not, nothing changes."
    )

    def carry_on(self, form: StaffReasonForm, **facts: Any) -> str:
        if look_up_operation(**facts):
            return "It is there, and recorded as done."
        return "The processor has nothing of this call. Nothing changed."


class ResendOperationPage(_OperationAct):
    title = "Send it again"
    consequence = (
        "It is looked up first. If it is not there the same request goes out under the same key, "
        f"which the processor knows for {HOURS} hours at least: it cannot be done twice."
    )

    def carry_on(self, form: StaffReasonForm, **facts: Any) -> str:
        if resend_operation(**facts):
            return "It is being sent again."
        return "It was done already, and is recorded as done."


class SettleOperationPage(_OperationAct):
    title = "Record it as done"
    template = "payments/operation_settlement.html"
    form_class = SettlementForm
    consequence = (
        "Only with the object that it made: it is fetched from the processor and must be of the "
        "same amount, currency and parties. Then everything follows as if the call had answered."
    )

    def carry_on(self, form: StaffReasonForm, **facts: Any) -> str:
        settle_operation(processor_id=form.cleaned_data["processor_id"], **facts)
        return "It fits, and is recorded as done."


class GiveUpOperationPage(_OperationAct):
    title = "Give it up"
    consequence = (
        "It is looked up once more. If it is not there it was never done and cannot be any more: "
        "what was set aside for it goes back to where it came from."
    )

    def carry_on(self, form: StaffReasonForm, **facts: Any) -> str:
        if give_up_operation(**facts):
            return "Given up. What was set aside went back."
        return "It was done after all, and is recorded as done."
