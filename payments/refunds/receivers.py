"""News from the nouns below, in the transaction that made it true."""

from typing import Any

from django.dispatch import receiver

from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.money import Money
from payments.charges.models import Charge
from payments.charges.signals import carried_money_unneeded, charge_returned
from payments.escrows.models.escrows import Escrow
from payments.refunds.services.refunds import refund_shares, start_refund


@receiver(charge_returned)
def give_charge_back(charge: Charge, amount: Money, why: str, **_: Any) -> None:
    start_refund(charge=charge, escrow=charge.escrow, amount=amount, by=SYSTEM, why=why)


@receiver(carried_money_unneeded)
def give_carried_money_back(escrow: Escrow, part: Money, why: str, actor: Actor, **_: Any) -> None:
    refund_shares(escrow=escrow, part=part, by=actor, why=why)
