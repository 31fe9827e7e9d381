"""News from below about the money of weeks, and about contracts that rest."""

from typing import Any

from django.dispatch import receiver

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.models.contracts import Contract
from contracts.agreements.signals import contract_paused
from contracts.timesheets.queries.weeks import NOUN
from contracts.timesheets.services.weeks import stop_charging, tell_unpaid
from contracts.units.models.units import Unit
from marketplace.core.data.actors import Actor
from payments.charges.signals import charge_given_up, charge_postponed
from payments.escrows.models.escrows import Escrow


@receiver(charge_postponed)
@receiver(charge_given_up)
def tell_of_unpaid_week(escrow: Escrow, sentence: str, **_: Any) -> None:
    unit: Unit | None = getattr(escrow, "unit", None) if escrow.group_id else None
    if unit is not None and unit.kind == NOUN:
        tell_unpaid(unit, sentence, is_payer_told=True)


@receiver(contract_paused)
def rest_weeks(contract: Contract, by: Actor, **_: Any) -> None:
    if contract.kind == EngagementKind.HOURLY:
        stop_charging(contract, by=by)
