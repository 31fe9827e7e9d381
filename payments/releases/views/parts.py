"""Amounts that one side moves by hand: released early, given back, taken back, a bonus."""

from typing import Any, ClassVar

from django.shortcuts import get_object_or_404
from django.urls import reverse

from marketplace.core.data.actors import Actor, client, freelancer
from marketplace.core.data.money import Money
from marketplace.core.web.views import client_address
from payments.escrows.forms.amounts import AmountForm, UpToForm
from payments.escrows.models.escrows import Escrow
from payments.escrows.queries.escrows import escrows_of
from payments.escrows.states import CLOSED, EscrowState
from payments.escrows.views.amounts import AmountPage
from payments.escrows.views.viewers import viewer_of
from payments.refunds.services.refunds import refund_part
from payments.releases.forms import BonusForm, PartForm
from payments.releases.permissions import (
    can_give_part_back,
    can_give_release_back,
    can_release_part,
    can_send_bonus,
)
from payments.releases.services.bonuses import open_bonus
from payments.releases.services.recalls import recall_release
from payments.releases.services.releases import release_part


class _PartPage(AmountPage):
    """Of an escrow of one's own side."""

    template = "payments/escrow_part.html"
    form_class: ClassVar[type[AmountForm]] = PartForm
    states: tuple[str, ...] = (EscrowState.HELD,)

    def load(self) -> Escrow:
        rows = escrows_of(viewer_of(self.request)).filter(state__in=self.states)
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    @property
    def whole(self) -> Money:
        """What the amount is a part of."""
        held: Money = self.subject.held
        return held

    def form_options(self) -> dict[str, Any]:
        return {"held": self.whole}

    def context(self) -> dict[str, Any]:
        return super().context() | {"escrow": self.subject}

    def fee_of(self, part: Money) -> Money:
        fee: Money = self.subject.fee_of(part)
        return fee

    def by(self) -> Actor:
        user, address = viewer_of(self.request), client_address(self.request)
        is_payee = self.subject.payee_id == user.pk
        return freelancer(user, address) if is_payee else client(user, address)

    def address(self) -> str:
        return reverse("payments:escrow", args=[self.subject.public_id])


class ReleasePartPage(_PartPage):
    permission = can_release_part
    title = "Release a part"
    consequence = "payments/escrow_part_released_sentence.html"
    said = "The part was released."

    def carry_out(self, part: Money, why: str) -> str:
        release_part(escrow=self.subject, part=part, by=self.by(), why=why)
        return self.address()


class GivePartBackPage(_PartPage):
    permission = can_give_part_back
    title = "Give a part back"
    consequence = "payments/escrow_part_back_sentence.html"
    said = "The part is on its way back to the client."

    def carry_out(self, part: Money, why: str) -> str:
        refund_part(escrow=self.subject, part=part, by=self.by(), why=why)
        return self.address()


class GiveReleaseBackPage(_PartPage):
    """The freelancer refunds the client after the release."""

    permission = can_give_release_back
    form_class = UpToForm
    states = CLOSED
    title = "Give released money back"
    consequence = "payments/release_returned_sentence.html"
    said = "It is being taken back, and then goes to the client."

    @property
    def whole(self) -> Money:
        return Money(self.subject.released, self.subject.currency)

    def form_options(self) -> dict[str, Any]:
        return {"most": self.whole}

    def fee_of(self, part: Money) -> Money:
        fee: Money = self.subject.fee_back(part)
        return fee

    def carry_out(self, part: Money, why: str) -> str:
        recall_release(escrow=self.subject, part=part, by=self.by(), why=why)
        return self.address()


class BonusPage(_PartPage):
    """The client adds something on top; the checkout comes next."""

    permission = can_send_bonus
    form_class = BonusForm
    states = (*CLOSED, EscrowState.HELD)
    title = "Send a bonus"
    consequence = "payments/bonus_sentence.html"

    def form_options(self) -> dict[str, Any]:
        return {"currency": self.subject.currency}

    def fee_of(self, part: Money) -> Money:
        fee: Money = self.subject.fee_on(part)
        return fee

    def carry_out(self, part: Money, why: str) -> str:
        bonus = open_bonus(escrow=self.subject, amount=part, by=self.by(), why=why)
        return reverse("payments:fund", args=[bonus.public_id])
