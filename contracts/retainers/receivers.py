"""News from below about the money of periods, and about retainers that rest or go on."""

from datetime import datetime
from typing import Any

from django.dispatch import receiver

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.models.contracts import Contract
from contracts.agreements.signals import contract_going_on, contract_paused, contract_resumed
from contracts.retainers.queries.periods import NOUN
from contracts.retainers.services.periods import move_on, stop_charging, tell_unpaid
from contracts.units.models.units import Unit
from marketplace.core.data.actors import SYSTEM_ROLE, Actor
from payments.charges.signals import charge_given_up, charge_postponed
from payments.escrows.models.escrows import Escrow


@receiver(charge_postponed)
@receiver(charge_given_up)
def tell_of_unpaid_period(escrow: Escrow, sentence: str, **_: Any) -> None:
    unit: Unit | None = getattr(escrow, "unit", None) if escrow.group_id else None
    if unit is not None and unit.kind == NOUN:
        tell_unpaid(unit, sentence, is_payer_told=True)


@receiver(contract_paused)
def rest_periods(contract: Contract, by: Actor, **_: Any) -> None:
    """What a side pauses is charged no more; what rests unpaid waits for its money."""
    if contract.kind == EngagementKind.RETAINER and by.role != SYSTEM_ROLE:
        stop_charging(contract, by=by)


@receiver(contract_resumed)
@receiver(contract_going_on)
def move_periods_on(contract: Contract, since: datetime, **_: Any) -> None:
    if contract.kind == EngagementKind.RETAINER:
        move_on(contract, since=since)
