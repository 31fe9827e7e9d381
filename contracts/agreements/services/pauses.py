"""Pausing a contract, giving notice, and how a contract ends."""

from django.db import transaction
from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.agreements.signals import contract_paused
from contracts.agreements.states import CONTRACT
from marketplace.core.data.actors import Actor
from marketplace.core.web.reasons import require_reason


@transaction.atomic
def pause_contract(*, contract: Contract, by: Actor, why: str) -> Contract:
    """Stop funding and delivering for a while; reviews that began go on. The other is told."""
    require_reason(why)
    CONTRACT.move(contract, "paused", actor=by, why=why)
    contract_paused.send(sender=Contract, contract=contract, by=by)
    return contract


@transaction.atomic
def resume_contract(*, contract: Contract, by: Actor) -> Contract:
    """Go on with a paused contract; either side may. The freelancer's silence counts anew."""
    CONTRACT.move(contract, "resumed", actor=by, changes={"resumed_at": timezone.now()})
    return contract
