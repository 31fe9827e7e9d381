"""A part of what is held: the client releases it early, or the freelancer gives it back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from marketplace.core.actors import client, freelancer
from marketplace.core.money import Money
from marketplace.core.views import FormPage, client_address
from payments.forms import PartForm
from payments.models import Escrow
from payments.permissions import can_give_part_back, can_release_part
from payments.queries.escrows import escrows_of
from payments.services.refunds import refund_part
from payments.services.releases import release_part
from payments.views.viewers import viewer_of


class _PartPage(FormPage):
    """The first POST shows exactly what will happen, the second one does it."""

    template = "payments/part.html"
    form_class = PartForm
    fresh = True
    title = ""

    def load(self) -> Escrow:
        return get_object_or_404(
            escrows_of(viewer_of(self.request)).filter(state="held"),
            public_id=self.kwargs["public_id"],
        )

    def form_options(self) -> dict[str, Any]:
        return {"held": self.subject.held}

    def context(self) -> dict[str, Any]:
        return {"escrow": self.subject, "title": self.title}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form: Any = self.form(request.POST)
        if form.is_valid() and not form.is_confirmed:
            part = form.cleaned_data["amount"]
            fee = self.subject.fee_of(part)
            rest = self.subject.held - part
            return self.show(form=form, part=part, fee=fee, net=part - fee, rest=rest)
        return super().post(request, *args, **kwargs)

    def act(self, form: PartForm) -> str:
        self.carry_out(form.cleaned_data["amount"], form.cleaned_data["reason"])
        return reverse("payments:escrow", args=[self.subject.public_id])

    def carry_out(self, part: Money, why: str) -> None:
        raise NotImplementedError


class ReleasePartPage(_PartPage):
    permission = can_release_part
    title = "Release a part"
    said = "The part was released."

    def carry_out(self, part: Money, why: str) -> None:
        by = client(viewer_of(self.request), client_address(self.request))
        release_part(escrow=self.subject, part=part, by=by, why=why)


class GivePartBackPage(_PartPage):
    permission = can_give_part_back
    title = "Give a part back"
    said = "The part is on its way back to the client."

    def carry_out(self, part: Money, why: str) -> None:
        by = freelancer(viewer_of(self.request), client_address(self.request))
        refund_part(escrow=self.subject, part=part, by=by, why=why)
