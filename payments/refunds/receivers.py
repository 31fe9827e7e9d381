"""News from the nouns below, in the transaction that made it true."""

from typing import Any

from django.dispatch import receiver

from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.money import Money
from payments.charges.models import Charge
from payments.charges.signals import charge_returned
from payments.refunds.services.refunds import start_refund


@receiver(charge_returned)
def give_charge_back(charge: Charge, amount: Money, why: str, **_: Any) -> None:
    start_refund(charge=charge, amount=amount, by=SYSTEM, why=why)
