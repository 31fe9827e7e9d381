"""Locking units; the order: docs/decisions/0020-lock-order.md."""

from typing import Any

from contracts.units.models.units import Unit
from marketplace.core.data.locks import lock
from payments.escrows.models.escrows import Escrow


def lock_unit(unit: Unit, *, is_contract_locked: bool = False, **also: Any) -> dict[str, Any]:
    """Lock contract, unit and escrow, each once in an act; all are read afresh in place.

    Whatever follows in the act is told that they are locked. Returns the ORM expressions `also`
    by name, read by the query that locks the escrow; nothing of a unit without one.
    """
    escrow = unit.escrow
    _lock_below(unit, is_contract_locked)
    if unit.escrow_id is None:
        return {}
    unit.escrow = escrow or unit.escrow
    return lock(unit.held_in, **also)


def lock_unit_of(unit: Unit, escrow: Escrow) -> None:
    """Lock contract and unit, as an escrow is about to be locked by payments."""
    _lock_below(unit, is_contract_locked=False)
    unit.escrow = escrow


def _lock_below(unit: Unit, is_contract_locked: bool) -> None:
    """A lock forgets what its row points to: the contract in hand is the one that is held."""
    contract = unit.contract
    if not is_contract_locked:
        lock(contract)
    lock(unit)
    unit.contract = contract
