"""Money for a unit: its escrow is opened by the client and filled by the processor."""

from django.db import transaction
from django.utils import timezone

from contracts.agreements.errors import ContractNotRunning
from contracts.agreements.services.pauses import resume_locked
from contracts.agreements.services.terms import refuse_lapsed
from contracts.agreements.states import CONTRACT, ContractState
from contracts.units.errors import EarlierUnitUnfunded
from contracts.units.models.units import Unit
from contracts.units.services.locks import lock_unit
from contracts.units.services.moves import move_unit
from contracts.units.states import UnitState
from marketplace.core.data.actors import SYSTEM, Actor
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.escrows import UnitGroup, open_escrow
from payments.escrows.services.fees import FeeTerms
from projects.briefs.services.briefs import fill_brief


@transaction.atomic
def open_funding(*, unit: Unit, by: Actor) -> Escrow:
    """Open the escrow that the client pays into; asked again, the same one."""
    lock_unit(unit)
    contract = unit.contract
    refuse_lapsed(contract)
    if contract.state not in unit.of_kind.fundable_in:
        raise ContractNotRunning(state=contract.get_state_display(), act="funding")
    if unit.of_kind.in_order:
        _refuse_out_of_order(unit)
    if unit.state == UnitState.AWAITING_FUNDS and unit.escrow is not None:
        return unit.escrow
    escrow = open_escrow(
        payer=contract.organisation,
        payee=contract.freelancer,
        amount=unit.price,
        title=f"{contract.title}, {unit.name}",
        fee=FeeTerms(basis_points=contract.fee_basis_points),
        group=UnitGroup(contract.public_id, contract.title),
        clears_at_once=unit.of_kind.clears_at_once,
        by=by,
    )
    move_unit(unit, "opened", by=by, changes={"escrow": escrow})
    return escrow


def _refuse_out_of_order(unit: Unit) -> None:
    """Raise EarlierUnitUnfunded while another unit of the contract is to be funded first."""
    units = unit.contract.units.order_by("position")
    first = unit.of_kind.next_to_fund(list(units))
    if first is not None and first.position < unit.position:
        raise EarlierUnitUnfunded(name=first.name, noun=unit.of_kind.noun)


def mark_funded(*, unit: Unit) -> Unit:
    """The money of a locked unit is held: work may begin. The first makes the contract active.

    Both sides are told; the brief of an active contract is filled. Harmless twice.
    """
    if unit.state != UnitState.AWAITING_FUNDS:
        return unit
    now = timezone.now()
    move_unit(
        unit,
        "funded",
        by=SYSTEM,
        changes={"funded_at": now, **unit.of_kind.begins(unit, now)},
        amount=unit.amount,
        currency=unit.currency,
    )
    if unit.contract.state == ContractState.AWAITING_FUNDS:
        CONTRACT.move(unit.contract, "activated", actor=SYSTEM, is_locked=True)
        if unit.of_kind.fills_brief:
            fill_brief(brief=unit.contract.brief)
    elif unit.contract.is_paused and unit.of_kind.resumes_with_money:
        resume_locked(unit.contract, by=SYSTEM)
    return unit
