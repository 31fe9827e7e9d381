"""Pausing a contract, giving notice, and how a contract ends."""

from django.db import transaction
from django.utils import timezone

from contracts.errors import ReasonMissing
from contracts.models import Contract
from contracts.services.unfunded import cancel_unfunded
from contracts.states import CONTRACT, RUNNING, SETTLED, ContractState, MilestoneState
from marketplace.core.actors import SYSTEM, Actor
from payments.states import CancelReason


@transaction.atomic
def pause_contract(*, contract: Contract, by: Actor, why: str) -> Contract:
    """Stop funding and delivering for a while; reviews that began go on. The other is told."""
    if not why.strip():
        raise ReasonMissing
    CONTRACT.move(contract, "paused", actor=by, why=why)
    return contract


@transaction.atomic
def resume_contract(*, contract: Contract, by: Actor) -> Contract:
    """Go on with a paused contract; either side may. The freelancer's silence counts anew."""
    CONTRACT.move(contract, "resumed", actor=by, changes={"resumed_at": timezone.now()})
    return contract


@transaction.atomic
def give_notice(*, contract: Contract, by: Actor, why: str) -> Contract:
    """End what is not funded; funded milestones are delivered, reviewed and paid as agreed."""
    if not why.strip():
        raise ReasonMissing
    CONTRACT.move(contract, "given_notice", actor=by, why=why)
    cancel_unfunded(contract, by=by, because=CancelReason.NOTICE)
    close_if_settled(contract)
    return contract


def close_if_settled(contract: Contract) -> None:
    """Close a locked contract once none of its milestones is open.

    It is completed, unless a notice left it without anything released: then terminated.
    """
    milestones = contract.milestones.all()
    if contract.state not in RUNNING or milestones.exclude(state__in=SETTLED).exists():
        return
    ended = contract.state == ContractState.ENDING
    worked = milestones.filter(state=MilestoneState.RELEASED).exists()
    verb = "terminated" if ended and not worked else "completed"
    CONTRACT.move(contract, verb, actor=SYSTEM, changes={"closed_at": timezone.now()})
