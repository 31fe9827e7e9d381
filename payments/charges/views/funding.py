"""Paying for one unit: what will happen, the way to pay, and what became of it."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from marketplace.core.data.actors import Actor, client
from marketplace.core.web.addresses import leading_on, next_page
from marketplace.core.web.views import FormPage, Page, client_address
from payments.charges.forms import FundForm
from payments.charges.queries import challenged_charge, open_plan
from payments.charges.services.checkouts import look_at_payment, start_checkout
from payments.charges.services.saved_charges import confirm_charge, pay_with_method
from payments.escrows.models.escrows import Escrow
from payments.escrows.permissions import can_fund_escrow
from payments.escrows.queries.escrows import escrows_of, money_parts
from payments.escrows.states import EscrowState
from payments.escrows.views.viewers import viewer_of
from payments.payment_methods.queries import methods_for


class _Funding(Page):
    """`?next=` is the page of the unit that is paid for; a foreign address is ignored."""

    permission = can_fund_escrow

    def load(self) -> Escrow:
        return get_object_or_404(
            escrows_of(viewer_of(self.request)), public_id=self.kwargs["public_id"]
        )

    def address(self, name: str) -> str:
        path = reverse(f"payments:{name}", args=[self.subject.public_id])
        return leading_on(path, next_page(self.request))

    @property
    def result_address(self) -> str:
        """Absolute: the processor and banks send the payer back to it."""
        return self.request.build_absolute_uri(self.address("funding_result"))

    def context(self) -> dict[str, Any]:
        escrow: Escrow = self.subject
        return {
            "escrow": escrow,
            "title": escrow.title,
            "payer": escrow.payer,
            "payee": escrow.payee,
            "price": escrow.to_charge,
            "fee": escrow.fee,
            "receives": escrow.net,
            "rail": money_parts([escrow]),
            "plan": open_plan(escrow),
            "next": next_page(self.request),
            "fund_url": self.address("fund"),
            "result_url": self.address("funding_result"),
            "confirm_url": self.address("confirm_charge"),
        }


def pay(*, escrow: Escrow, form: FundForm, by: Actor, back: str) -> str:
    """Charge the method that was chosen, or open a checkout; the address to go on to.

    `back` is the absolute address where the processor and banks send the payer afterwards.
    """
    if form.method is None:
        return start_checkout(escrow=escrow, by=by, return_url=back, cancel_url=back)
    bank = pay_with_method(escrow=escrow, method=form.method, by=by, return_url=back)
    return bank or back


class FundPage(_Funding, FormPage):
    """Says what will happen to the money, then charges a saved method or leads to the checkout."""

    template = "payments/funding.html"
    form_class = FundForm
    fresh = True

    def form_options(self) -> dict[str, Any]:
        return {"methods": methods_for(self.subject.payer, self.subject.currency)}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.subject.state != EscrowState.AWAITING_FUNDS:
            return HttpResponseRedirect(self.address("funding_result"))
        return super().get(request)

    def act(self, form: FundForm) -> str:
        by = client(viewer_of(self.request), client_address(self.request))
        return pay(escrow=self.subject, form=form, by=by, back=self.result_address)


class ConfirmChargePage(_Funding, FormPage):
    """The payer's bank asks for a confirmation, which is given on the bank's own page."""

    template = "payments/charge_confirmation.html"
    form_class = forms.Form
    fresh = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if challenged_charge(self.subject) is None:
            return HttpResponseRedirect(self.address("funding_result"))
        return super().get(request)

    def context(self) -> dict[str, Any]:
        return super().context() | {"charge": challenged_charge(self.subject)}

    def act(self, form: forms.Form) -> str:
        charge = challenged_charge(self.subject)
        if charge is None:
            return self.result_address
        bank = confirm_charge(charge=charge, return_url=self.result_address)
        return bank or self.result_address


class FundingResultPage(_Funding):
    """Looks at the payment itself, so that it depends on no webhook; asks again while it waits."""

    template = "payments/funding_result.html"

    def context(self) -> dict[str, Any]:
        charge = look_at_payment(escrow=self.subject)
        return super().context() | {"charge": charge, "parts": money_parts([self.subject])}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.htmx:  # type: ignore[attr-defined]
            self.template = "payments/funding_state.html"  # type: ignore[misc]
        return super().get(request)
