"""A contract rests for a while, and goes on."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.agreements.queries.contracts import paused_since
from contracts.agreements.signals import contract_paused, contract_resumed
from contracts.agreements.states import CONTRACT
from marketplace.core.data.actors import Actor
from marketplace.core.data.locks import lock
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
    lock(contract)
    resume_locked(contract, by=by)
    return contract


def resume_locked(contract: Contract, *, by: Actor) -> None:
    """The same of a locked one; `contract_resumed` tells since when it rested."""
    since = paused_since(contract)
    changes = {"resumed_at": timezone.now()}
    CONTRACT.move(contract, "resumed", actor=by, changes=changes, is_locked=True)
    tell_resumed(contract, since)


def tell_resumed(contract: Contract, since: datetime | None) -> None:
    """A locked contract rests no more; nothing where it did not."""
    if since is not None:
        contract_resumed.send(sender=Contract, contract=contract, since=since)
