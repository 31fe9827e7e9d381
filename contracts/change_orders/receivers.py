"""News from below: a contract ended before a change of its terms was answered."""

from typing import Any

from django.dispatch import receiver

from contracts.agreements.models.contracts import Contract
from contracts.agreements.signals import contract_ended
from contracts.change_orders.services.orders import drop_change_orders


@receiver(contract_ended)
def drop_open_change_orders(contract: Contract, **_: Any) -> None:
    drop_change_orders(contract)
