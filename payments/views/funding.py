"""Paying for one unit: what will happen, the hosted checkout, and what became of it."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from marketplace.core.actors import client
from marketplace.core.views import FormPage, Page, client_address
from payments.models import Escrow
from payments.permissions import can_fund_escrow
from payments.queries.escrows import escrows_of, money_parts
from payments.services.checkouts import look_at_payment, start_checkout
from payments.states import EscrowState
from payments.views.viewers import viewer_of


class _Funding(Page):
    """`?next=` is the page of the unit that is paid for; a foreign address is ignored."""

    permission = can_fund_escrow

    def load(self) -> Escrow:
        return get_object_or_404(
            escrows_of(viewer_of(self.request)), public_id=self.kwargs["public_id"]
        )

    @property
    def next(self) -> str:
        wished = self.request.GET.get("next", "")
        is_ours = url_has_allowed_host_and_scheme(wished, allowed_hosts=None)
        return wished if is_ours else ""

    def address(self, name: str) -> str:
        path = reverse(f"payments:{name}", args=[self.subject.public_id])
        return f"{path}?{urlencode({'next': self.next})}" if self.next else path

    def context(self) -> dict[str, Any]:
        return {
            "escrow": self.subject,
            "next": self.next,
            "fund_url": self.address("fund"),
            "result_url": self.address("funding_result"),
        }


class FundPage(_Funding, FormPage):
    """Says what will happen to the money, then sends the payer to the hosted checkout."""

    template = "payments/funding.html"
    form_class = forms.Form
    fresh = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.subject.state != EscrowState.AWAITING_FUNDS:
            return HttpResponseRedirect(self.address("funding_result"))
        return super().get(request)

    def act(self, form: forms.Form) -> str:
        return start_checkout(
            escrow=self.subject,
            by=client(viewer_of(self.request), client_address(self.request)),
            return_url=self.request.build_absolute_uri(self.address("funding_result")),
            cancel_url=self.request.build_absolute_uri(self.address("funding_result")),
        )


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
