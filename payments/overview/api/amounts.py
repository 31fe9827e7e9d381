"""Amounts that one side moves, for programs: released early, given back, taken back, a bonus."""

from typing import Any

from django.urls import reverse

from marketplace.core.api.endpoints import ActEndpoint
from marketplace.core.data.actors import FREELANCER, Actor, client, freelancer
from marketplace.core.data.money import Money
from payments.charges.api.serializers import CheckoutSerializer
from payments.charges.services.cancellations import cancel_escrow
from payments.charges.services.checkouts import start_checkout
from payments.escrows.models.escrows import Escrow
from payments.escrows.states import CancelReason
from payments.overview.api.escrows import OfEscrow
from payments.overview.api.serializers import AmountInput
from payments.refunds.services.refunds import refund_part
from payments.releases.permissions import (
    can_cancel_bonus,
    can_give_part_back,
    can_give_release_back,
    can_release_part,
    can_send_bonus,
)
from payments.releases.services.bonuses import open_bonus
from payments.releases.services.recalls import recall_release
from payments.releases.services.releases import release_part


class _AmountAct(OfEscrow, ActEndpoint):
    fresh = True
    takes = AmountInput

    def by(self) -> Actor:
        role = freelancer if self.side == FREELANCER else client
        return role(self.user, self.address)

    def moved(self) -> Escrow:
        """The escrow as it stands now."""
        escrow: Escrow = self.with_movements(self.load())
        return escrow


class Releases(_AmountAct):
    """Release a part of the held funds early; the rest stays held."""

    permission = can_release_part

    def act(self, amount: Money, why: str) -> Escrow:
        release_part(escrow=self.subject, part=amount, by=self.by(), why=why)
        return self.moved()


class Refunds(_AmountAct):
    """Give a part of the held funds back to the client; the rest stays held."""

    permission = can_give_part_back

    def act(self, amount: Money, why: str) -> Escrow:
        refund_part(escrow=self.subject, part=amount, by=self.by(), why=why)
        return self.moved()


class Returns(_AmountAct):
    """Give back what was released to you, or a part of it; the fee is returned in proportion."""

    permission = can_give_release_back

    def act(self, amount: Money, why: str) -> Escrow:
        recall_release(escrow=self.subject, part=amount, by=self.by(), why=why)
        return self.moved()


class Bonuses(_AmountAct):
    """Promise a bonus for released work, and get the address of the checkout where it is paid.

    Asked again for the same amount while it is unpaid, it is the same bonus.
    """

    permission = can_send_bonus
    answers = CheckoutSerializer
    problems = (402, 502)

    def act(self, amount: Money, why: str) -> dict[str, Any]:
        by = self.by()
        bonus = open_bonus(escrow=self.subject, amount=amount, by=by, why=why)
        result = reverse("payments:funding_result", args=[bonus.public_id])
        address = self.request.build_absolute_uri(result)
        url = start_checkout(escrow=bonus, by=by, return_url=address, cancel_url=address)
        return {"escrow": bonus, "checkout_url": url}


class BonusCancellation(OfEscrow, ActEndpoint):
    """Give up a bonus that was promised and not paid."""

    permission = can_cancel_bonus

    def act(self) -> Escrow:
        by = client(self.user, self.address)
        cancel_escrow(escrow=self.subject, by=by, because=CancelReason.BONUS)
        escrow: Escrow = self.with_movements(self.load())
        return escrow
