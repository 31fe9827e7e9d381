from typing import Any

from django import forms
from django.shortcuts import get_object_or_404
from django.urls import reverse

from marketplace.core.data.actors import client
from marketplace.core.web.views import FormPage, client_address
from payments.charges.services.cancellations import cancel_escrow
from payments.escrows.models.escrows import Escrow
from payments.escrows.queries.escrows import escrows_of
from payments.escrows.states import CancelReason, EscrowState
from payments.escrows.views.viewers import viewer_of
from payments.releases.permissions import can_cancel_bonus


class CancelBonusPage(FormPage):
    """A bonus that was promised and not paid is given up."""

    template = "payments/bonus_cancellation.html"
    permission = can_cancel_bonus
    form_class = forms.Form
    said = "Cancelled. Nothing was charged."

    def load(self) -> Escrow:
        rows = escrows_of(viewer_of(self.request)).filter(state=EscrowState.AWAITING_FUNDS)
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        return {"escrow": self.subject}

    def act(self, form: forms.Form) -> str:
        by = client(viewer_of(self.request), client_address(self.request))
        cancel_escrow(escrow=self.subject, by=by, because=CancelReason.BONUS)
        return reverse("payments:escrow", args=[self.subject.public_id])
