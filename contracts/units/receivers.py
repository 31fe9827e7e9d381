"""News from below, in the transaction that made it true.

Of an escrow it comes while that is locked, and so its unit and contract are: `escrow_locking`
comes before. Nothing is locked a second time.
"""

from datetime import datetime
from typing import Any

from django.dispatch import receiver

from contracts.agreements.models.contracts import Contract
from contracts.agreements.models.terms import TermsVersion
from contracts.agreements.signals import contract_agreed, contract_going_on
from contracts.units.models.units import Unit, kind_of
from contracts.units.services.annulments import mark_charged_back, mark_refunded
from contracts.units.services.card_disputes import note_dispute, resume_after_dispute
from contracts.units.services.funding import mark_funded
from contracts.units.services.locks import lock_unit_of
from contracts.units.services.reviews import mark_released
from contracts.units.services.standstills import continue_reviews
from marketplace.core.data.actors import Actor
from marketplace.core.data.money import Money
from payments.card_disputes.signals import escrow_charged_back, escrow_disputed, escrow_undisputed
from payments.charges.signals import escrow_funded
from payments.escrows.models.escrows import Escrow
from payments.escrows.signals import escrow_locking
from payments.refunds.signals import escrow_refunded
from payments.releases.signals import escrow_released


@receiver(contract_agreed)
def lay_down_units(contract: Contract, terms: TermsVersion, **_: Any) -> None:
    kind_of(contract).lay_down(contract, terms.draft)


@receiver(contract_going_on)
def continue_reviews_of_contract(contract: Contract, since: datetime, **_: Any) -> None:
    continue_reviews(contract=contract, since=since)


@receiver(escrow_locking)
def lock_unit_first(escrow: Escrow, **_: Any) -> None:
    if unit := _unit_of(escrow):
        lock_unit_of(unit, escrow)


@receiver(escrow_funded)
def begin_work(escrow: Escrow, **_: Any) -> None:
    if unit := _unit_of(escrow):
        mark_funded(unit=unit)


@receiver(escrow_released)
def settle_unit(escrow: Escrow, **_: Any) -> None:
    if unit := _unit_of(escrow):
        mark_released(unit=unit)


@receiver(escrow_refunded)
def end_refunded_unit(escrow: Escrow, amount: Money, actor: Actor, why: str, **_: Any) -> None:
    if unit := _unit_of(escrow):
        mark_refunded(unit=unit, amount=amount, by=actor, why=why)


@receiver(escrow_disputed)
def rest_unit(escrow: Escrow, **_: Any) -> None:
    if unit := _unit_of(escrow):
        note_dispute(unit=unit)


@receiver(escrow_undisputed)
def resume_unit(escrow: Escrow, since: datetime, **_: Any) -> None:
    if unit := _unit_of(escrow):
        resume_after_dispute(unit=unit, since=since)


@receiver(escrow_charged_back)
def end_unit(escrow: Escrow, **_: Any) -> None:
    if unit := _unit_of(escrow):
        mark_charged_back(unit=unit)


def _unit_of(escrow: Escrow) -> Unit | None:
    """The unit that the escrow was opened for; none for what is no part of a contract.

    Asked once for each escrow in hand: it never changes.
    """
    return getattr(escrow, "unit", None) if escrow.group_id else None
