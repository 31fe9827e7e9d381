"""Weeks of one contract, of which the next is paid by what the last one did not use."""

from collections.abc import Iterable
from uuid import uuid4

from accounts.organisations.models.organisations import Organisation
from accounts.people.models import User
from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.money import Money
from payments.charges.models import Charge, Funding
from payments.charges.services.carries import carry_over
from payments.charges.services.charges import apply_payment
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.escrows import UnitGroup, open_escrow
from payments.escrows.services.fees import FeeTerms
from payments.payouts.models.payouts import Payout
from payments.refunds.models import Refund
from tests.factories.payments import make_charge, paid

WHY = "The week did not use it."


class Weeks:
    """Opens the weeks of one contract, all with one limit."""

    def __init__(self, payer: Organisation, payee: User, *, currency: str = "USD") -> None:
        self.payer, self.payee, self.currency = payer, payee, currency
        self.group = UnitGroup(uuid4(), "Churn model by the hour")
        self.all: list[Escrow] = []

    def open(self, amount: int = 100_000) -> Escrow:
        escrow = open_escrow(
            payer=self.payer,
            payee=self.payee,
            amount=Money(amount, self.currency),
            title=f"Week {len(self.all) + 1}",
            fee=FeeTerms(basis_points=800),
            by=SYSTEM,
            group=self.group,
        )
        self.all.append(escrow)
        return escrow

    def paid(self, amount: int = 100_000) -> Escrow:
        escrow = self.open(amount)
        pay(escrow)
        return escrow


def pay(escrow: Escrow) -> Charge:
    """Its own charge pays what is still to be charged."""
    charge = make_charge(escrow)
    apply_payment(charge, paid(charge))
    escrow.refresh_from_db()
    charge.refresh_from_db()
    return charge


def carry(source: Escrow, target: Escrow, minor: int) -> list[Funding]:
    part = Money(minor, source.currency)
    return carry_over(source=source, target=target, part=part, by=SYSTEM, why=WHY)


def usd(minor: int) -> Money:
    return Money(minor, "USD")


def fresh(escrow: Escrow) -> Escrow:
    return Escrow.objects.get(pk=escrow.pk)


def parts(escrow: Escrow) -> tuple[str, int, int, int, int, int]:
    """State, carried in, released, refunded, carried on, left."""
    row = fresh(escrow)
    return row.state, row.carried_in, row.released, row.refunded, row.carried_on, row.left


def payouts(escrow: Escrow) -> list[tuple[int, int, int]]:
    """Charge, net and fee of each payout, in order."""
    return _told(Payout.objects.filter(escrow=escrow), "charge", "amount", "fee")


def refunds(escrow: Escrow) -> list[tuple[int, int]]:
    return _told(Refund.objects.filter(escrow=escrow), "charge", "amount")


def fundings(escrow: Escrow) -> list[tuple[int, int]]:
    """Charge and minor units of each, in order."""
    return _told(Funding.objects.filter(escrow=escrow), "charge", "amount")


def _told(rows: Iterable[object], *names: str) -> list:
    return list(rows.order_by("id").values_list(*names))  # type: ignore[attr-defined]
