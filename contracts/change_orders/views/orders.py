"""Reading a change order, and answering it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from contracts.agreements.clauses.comparison import changed_clauses
from contracts.agreements.errors import SignedAsAnother, TermsReplaced
from contracts.agreements.permissions import is_freelancer_of
from contracts.agreements.views.reasons import ReasonPage
from contracts.change_orders.forms import AnswerForm, signed_by
from contracts.change_orders.permissions import (
    can_answer_change_order,
    can_view_change_order,
    can_withdraw_change_order,
)
from contracts.change_orders.services.orders import (
    decline_change_order,
    sign_change_order,
    withdraw_change_order,
)
from contracts.change_orders.views.loading import OfChangeOrder
from contracts.units.models.units import kind_of
from marketplace.core.web.reasons import OptionalReasonForm
from marketplace.core.web.views import FormPage, Page
from payments.payouts.queries.payees import is_country_unknown, payouts_out_of_reach


class ReadsChange(OfChangeOrder):
    """The difference clause by clause, and what it does with units and money."""

    def difference(self) -> dict[str, Any]:
        order, contract = self.subject, self.contract
        changes = kind_of(contract).changes
        assert changes is not None  # one was proposed
        before, after = order.base.draft, order.proposed.draft
        return {
            "contract": contract,
            "order": order,
            "terms": order.proposed,
            "before": order.base,
            "clauses": changed_clauses(order.base.text, order.proposed.text),
            # Once it is answered the units are others, and the timeline says what became of them.
            "in_words": changes.in_words(contract, before, after) if order.is_open else [],
            "signatures": list(order.proposed.signatures.select_related("user")),
        }


class ChangeOrderPage(ReadsChange, Page):
    """What is proposed, why, and until when it waits for an answer."""

    permission = can_view_change_order
    template = "contracts/change_order.html"

    def context(self) -> dict[str, Any]:
        order, user = self.subject, self.request.user
        return (
            self.difference()
            | self.sides()
            | {
                "can_answer": order.is_open and can_answer_change_order(user, order),
                "can_withdraw": order.is_open and can_withdraw_change_order(user, order),
            }
        )


class SignChangeOrder(ReadsChange, FormPage):
    """The difference, the typed name, the consent."""

    permission = can_answer_change_order
    template = "contracts/change_order_signature.html"
    form_class = AnswerForm
    fresh = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.subject.is_open:
            return HttpResponseRedirect(self.back())
        return super().get(request, *args, **kwargs)

    def form_options(self) -> dict[str, Any]:
        initial = {"sha256": self.subject.proposed.sha256, "name": str(self.request.user)}
        return {"initial": initial}

    def context(self) -> dict[str, Any]:
        is_freelancer = is_freelancer_of(self.request.user, self.contract)
        return self.difference() | {
            "is_freelancer": is_freelancer,
            "reach": payouts_out_of_reach(self.contract.freelancer) if is_freelancer else None,
            "needs_country": is_freelancer and is_country_unknown(self.contract.freelancer),
            "side": self.contract.freelancer if is_freelancer else self.contract.organisation,
        }

    def act(self, form: Any) -> str:
        """A text that was replaced meanwhile is shown anew, to be read and consented to."""
        facts = form.cleaned_data
        try:
            sign_change_order(
                order=self.subject,
                sha256=facts["sha256"],
                by=self.actor(),
                **signed_by(facts, self.request.headers.get("User-Agent", "")),
            )
        except SignedAsAnother:
            form.asks_whether_meant = True
            raise
        except TermsReplaced as refusal:
            messages.error(self.request, refusal.sentence)
            return self.request.path
        messages.success(self.request, "Signed by both. The other side is told.")
        return self.contract.get_absolute_url()


class AnswersChange(OfChangeOrder, ReasonPage):
    """A reason, and the terms go on as they are."""

    consequences = ("The terms of now go on, word for word.", "No money moves.")


class DeclineChangeOrder(AnswersChange):
    permission = can_answer_change_order
    title = "Decline the change"
    button = "Decline the change"
    said = "Declined. The other side is told, and reads your reason."

    def act(self, form: Any) -> str:
        why = form.cleaned_data["why"]
        return decline_change_order(order=self.subject, by=self.actor(), why=why).get_absolute_url()


class WithdrawChangeOrder(AnswersChange):
    permission = can_withdraw_change_order
    form_class = OptionalReasonForm
    title = "Withdraw the change"
    button = "Withdraw the change"
    said = "Withdrawn. The other side is told."

    def act(self, form: Any) -> str:
        why = form.cleaned_data["why"]
        return withdraw_change_order(
            order=self.subject, by=self.actor(), why=why
        ).get_absolute_url()
