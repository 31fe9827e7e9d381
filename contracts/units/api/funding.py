"""Funding a unit, for programs; each kind loads its own."""

from typing import Any

from django.urls import reverse

from contracts.agreements.api.loading import OfContract
from contracts.units.services.funding import open_funding
from marketplace.core.api.endpoints import ActEndpoint
from payments.charges.api.serializers import CheckoutSerializer
from payments.charges.services.checkouts import start_checkout


class OpenFunding(OfContract, ActEndpoint):
    fresh = True
    answers = CheckoutSerializer
    problems = (402, 502)

    def act(self) -> dict[str, Any]:
        by = self.actor()
        escrow = open_funding(unit=self.subject, by=by)
        result = reverse("payments:funding_result", args=[escrow.public_id])
        address = self.request.build_absolute_uri(result)
        url = start_checkout(escrow=escrow, by=by, return_url=address, cancel_url=address)
        return {"escrow": escrow, "checkout_url": url}
