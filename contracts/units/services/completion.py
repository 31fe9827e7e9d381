"""A contract closes with the last of its units."""

from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.agreements.signals import contract_ended
from contracts.agreements.states import CONTRACT, RUNNING, ContractState
from contracts.units.models.units import kind_of
from contracts.units.states import SETTLED, UnitState
from marketplace.core.data.actors import SYSTEM


def close_if_settled(contract: Contract) -> None:
    """Close a locked contract once none of its units is open.

    It is completed, unless a notice left it without anything released: then terminated. One
    whose kind lays down more units by and by goes on until the last of them.
    """
    if contract.state not in RUNNING:
        return
    if kind_of(contract).goes_on(contract):
        return
    states = set(contract.units.values_list("state", flat=True))
    if not states <= set(SETTLED):
        return
    is_ending = contract.state == ContractState.ENDING
    verb = "terminated" if is_ending and UnitState.RELEASED not in states else "completed"
    changes = {"closed_at": timezone.now()}
    CONTRACT.move(contract, verb, actor=SYSTEM, changes=changes, is_locked=True)
    contract_ended.send(sender=Contract, contract=contract)
