"""A contract ends before its last unit: by notice, by lapse, or by staff."""

from django.db import transaction
from django.utils import timezone
from django.utils.text import capfirst

from contracts.agreements.models.contracts import Contract
from contracts.agreements.queries.contracts import paused_since
from contracts.agreements.services.offers import free_proposal
from contracts.agreements.services.pauses import tell_resumed
from contracts.agreements.services.standstills import stands_still
from contracts.agreements.signals import contract_ended
from contracts.agreements.states import CONTRACT
from contracts.units.errors import PaymentUnderWay, RefundNeedsSecondPerson, WorkUndecided
from contracts.units.models.units import Unit, kind_of
from contracts.units.services.annulments import annul_unit, cancel_unfunded_units, is_being_paid
from contracts.units.services.completion import close_if_settled
from contracts.units.services.locks import lock_unit
from contracts.units.states import SETTLED, UnitState
from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.locks import lock
from marketplace.core.data.money import Money
from marketplace.core.staff.reasons import require_staff_reason
from marketplace.core.web.reasons import require_reason
from payments.escrows.states import CancelReason
from payments.staff.queries.adjustments import approval_limit, needs_second_person

UNDECIDED = (UnitState.SUBMITTED, UnitState.CHANGES_REQUESTED, UnitState.PARTLY_APPROVED)


@transaction.atomic
def give_notice(*, contract: Contract, by: Actor, why: str) -> Contract:
    """End what is not funded; funded units are delivered, reviewed and paid as agreed.

    What still begins within the notice of a kind that has one is done, too.
    """
    require_reason(why)
    lock(contract)
    rested_since, at_notice = paused_since(contract), kind_of(contract).at_notice
    CONTRACT.move(contract, "given_notice", actor=by, why=why, is_locked=True)
    contract_ended.send(sender=Contract, contract=contract)
    tell_resumed(contract, rested_since)
    if at_notice is None:
        cancel_unfunded_units(contract, by=by, because=CancelReason.NOTICE)
    else:
        at_notice(contract, by)
    close_if_settled(contract)
    return contract


@transaction.atomic
def lapse_contract(*, contract: Contract) -> Contract:
    """End what nobody signed or funded in time; harmless twice, waits for a running payment."""
    lock(contract)
    if not contract.has_lapsed(timezone.now()) or is_being_paid(contract):
        return contract
    if stands_still(contract):
        return contract
    cancel_unfunded_units(contract, by=SYSTEM, because=CancelReason.LAPSED)
    _close(contract, "lapsed", by=SYSTEM)
    free_proposal(contract, why="The offer lapsed.")
    return contract


@transaction.atomic
def terminate_contract(*, contract: Contract, by: Actor, why: str) -> Contract:
    """End a contract at once: unfunded units are cancelled, funded ones refunded.

    Refuses while delivered work waits for a decision, and where more is held than one person
    may refund alone. Both sides are told.
    """
    require_staff_reason(why)
    lock(contract)
    if is_being_paid(contract):
        raise PaymentUnderWay
    units = list(contract.units.exclude(state__in=SETTLED).select_related("escrow"))
    for unit in units:
        unit.contract = contract
        lock_unit(unit, is_contract_locked=True)
        if unit.state in UNDECIDED or unit.of_kind.has_work(unit):
            raise WorkUndecided(name=capfirst(unit.name))
    _refuse_large_refunds(contract, units)
    for unit in units:
        annul_unit(unit, by=by, because=CancelReason.TERMINATED, why=why)
    _close(contract, "terminated", by=by, why=why)
    return contract


def _close(contract: Contract, verb: str, *, by: Actor, why: str = "") -> None:
    changes = {"closed_at": timezone.now()}
    CONTRACT.move(contract, verb, actor=by, why=why, changes=changes, is_locked=True)
    contract_ended.send(sender=Contract, contract=contract)


def _refuse_large_refunds(contract: Contract, units: list[Unit]) -> None:
    """What a second person has to approve is no side effect of ending a contract."""
    escrows = [unit.escrow for unit in units if unit.escrow is not None]
    held = {escrow: Money(escrow.inside, contract.currency) for escrow in escrows}
    whole = sum(held.values(), Money(0, contract.currency))
    limit = approval_limit(contract.currency)
    if limit < whole or any(needs_second_person(*each) for each in held.items()):
        raise RefundNeedsSecondPerson(held=whole, limit=limit)
