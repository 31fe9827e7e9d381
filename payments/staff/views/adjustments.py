"""Acts of staff that need a second person: the list, one of them, and the decision."""

from typing import Any, ClassVar

from django.shortcuts import get_object_or_404
from django.urls import reverse

from marketplace.core.data.actors import Actor, moderator
from marketplace.core.data.events import events_of
from marketplace.core.data.money import Money
from marketplace.core.staff.entries import staff_address, staff_entries
from marketplace.core.staff.reasons import StaffReasonForm
from marketplace.core.staff.registry import is_of_staff
from marketplace.core.web.pages import keyset_page
from marketplace.core.web.views import FormPage, Page
from payments.operations.permissions import can_look_at_waiting_money
from payments.staff.models import Adjustment, AdjustmentAct
from payments.staff.permissions import (
    can_decide_adjustment,
    can_view_adjustment,
    can_withdraw_adjustment,
)
from payments.staff.queries.adjustments import (
    approval_limit,
    concluded_adjustments,
    waiting_adjustments,
)
from payments.staff.services.adjustments import (
    approve_adjustment,
    ask_for_adjustment,
    decline_adjustment,
    withdraw_adjustment,
)
from payments.staff.states import AdjustmentState

WAITS = "Kept for a second person. Nothing has moved."
SHOWN = 50


class AdjustingPage(FormPage):
    """A form of staff whose act is done at once, or kept for a second person."""

    for_staff = is_of_staff
    fresh = True
    adjustment_act: ClassVar[AdjustmentAct]

    def home(self) -> str:
        """Where to go on to when it is done."""
        raise NotImplementedError

    def ask(self, why: str, **parameters: Any) -> str:
        """Call the service; return the address to go on to."""
        adjustment = ask_for_adjustment(
            act=self.adjustment_act,
            subject=self.subject,
            by=moderator(self.request.user),
            why=why,
            parameters=parameters,
        )
        if adjustment.state == AdjustmentState.WAITING:
            self.said = WAITS
            return _page_of(adjustment)
        return self.home()

    def limit(self, currency: str) -> Money:
        """Above which the form says that a second person is needed."""
        return approval_limit(currency)


class AdjustmentsPage(Page):
    """What waits for a second person, and what staff did to money before."""

    template = "payments/adjustment_list.html"
    permission = can_look_at_waiting_money
    for_staff = is_of_staff

    def context(self) -> dict[str, Any]:
        after = self.request.GET.get("after", "")
        return {
            "waiting": waiting_adjustments()[:SHOWN],
            "page": keyset_page(concluded_adjustments(), keys=("-id",), after=after),
        }


class AdjustmentPage(Page):
    template = "payments/adjustment_page.html"
    permission = can_view_adjustment
    for_staff = is_of_staff

    def load(self) -> Adjustment:
        rows = Adjustment.objects.select_related("asked_by", "decided_by")
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        adjustment: Adjustment = self.subject
        waits, about = adjustment.state == AdjustmentState.WAITING, adjustment.subject
        user = self.request.user
        figures = [
            (name.capitalize(), Money(minor, adjustment.currency))
            for name, minor in adjustment.rests_on.items()
        ]
        return {
            "adjustment": adjustment,
            "about": about,
            "about_url": staff_address(about),
            "figures": figures,
            "chosen": adjustment.parameters.get("bears") or adjustment.parameters.get("to"),
            "entries": staff_entries(events_of(adjustment)),
            "can_decide": waits and can_decide_adjustment(user, adjustment),
            "can_withdraw": waits and can_withdraw_adjustment(user, adjustment),
        }


class _Decision(FormPage):
    """What will happen is said in one sentence above the reason."""

    template = "payments/adjustment_decision.html"
    permission = can_decide_adjustment
    for_staff = is_of_staff
    form_class = StaffReasonForm
    fresh = True
    title = ""
    consequence = ""
    variant = "primary"

    def load(self) -> Adjustment:
        rows = Adjustment.objects.select_related("asked_by")
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        return {
            "adjustment": self.subject,
            "title": self.title,
            "consequence": self.consequence,
            "variant": self.variant,
        }

    def by(self) -> Actor:
        return moderator(self.request.user)

    def act(self, form: StaffReasonForm) -> str:
        self.decide(form.cleaned_data["why"])
        return _page_of(self.subject)

    def decide(self, why: str) -> None:
        raise NotImplementedError


class ApproveAdjustmentPage(_Decision):
    title = "Approve and carry out"
    consequence = (
        "It is carried out at once and cannot be undone. If the figures have changed since it was "
        "asked for, nothing moves and you are told."
    )
    said = "Approved, and carried out."

    def decide(self, why: str) -> None:
        approve_adjustment(adjustment=self.subject, by=self.by(), why=why)


class DeclineAdjustmentPage(_Decision):
    title = "Decline"
    consequence = "Nothing moves. Who asked is told, with your reason."
    said = "Declined. Nothing has moved."
    variant = "danger"

    def decide(self, why: str) -> None:
        decline_adjustment(adjustment=self.subject, by=self.by(), why=why)


class WithdrawAdjustmentPage(_Decision):
    permission = can_withdraw_adjustment
    title = "Withdraw"
    consequence = "Nothing moves. You can ask for it anew at any time."
    said = "Withdrawn. Nothing has moved."
    variant = "secondary"

    def decide(self, why: str) -> None:
        withdraw_adjustment(adjustment=self.subject, by=self.by(), why=why)


def _page_of(adjustment: Adjustment) -> str:
    return reverse("payments:staff_adjustment", args=[adjustment.public_id])
