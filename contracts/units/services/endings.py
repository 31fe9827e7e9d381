"""Pausing a contract, giving notice, and how a contract ends."""

from django.db import transaction
from django.utils import timezone

from contracts.agreements.errors import ReasonMissing
from contracts.agreements.models.contracts import Contract
from contracts.agreements.states import CONTRACT, RUNNING, ContractState
from contracts.units.services.unfunded import cancel_unfunded
from contracts.units.states import SETTLED, MilestoneState
from marketplace.core.data.actors import SYSTEM, Actor
from payments.escrows.states import CancelReason


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
