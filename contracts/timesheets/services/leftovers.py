"""What a week did not use pays for those after it, for four weeks; decisions 27 and 28."""

import structlog
from django.db import transaction
from django.utils import timezone

from contracts.agreements.states import ContractState
from contracts.timesheets.cycle.clock import CARRIED_FOR
from contracts.timesheets.services.laying_down import next_unpaid
from contracts.units.models.units import Unit
from contracts.units.services.funding import open_funding
from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.errors import DomainError
from marketplace.core.data.money import Money
from payments.charges.queries import older_part
from payments.charges.services.carries import carry_over, most_to_carry

log = structlog.get_logger(__name__)
NOT_USED = "It was not used in this week."


def carry_unused(unit: Unit, *, used: int) -> Money:
    """Let what a locked week did not use pay for the next ones; returns how much of it does.

    The rest is left to be given back: what was charged more than four weeks ago, what cannot be
    carried, and all of it where the contract does not go on. Side effects: the next week may be
    laid down, and is funded once it is paid whole.
    """
    carried = Money(0, unit.currency)
    if unit.contract.state != ContractState.ACTIVE:
        return carried
    # The oldest is spent first: only what of it is not used now goes back.
    old = older_part(unit.held_in, timezone.now() - CARRIED_FOR)
    rest = unit.outstanding - Money(max(used, old.minor), unit.currency)
    try:
        while rest and (part := _carry(unit, rest)):
            carried, rest = carried + part, rest - part
    except DomainError as refusal:
        log.warning("not carried", unit=unit.pk, sentence=refusal.sentence)
    return carried


@transaction.atomic
def _carry(unit: Unit, rest: Money) -> Money:
    """To one week, as much as it takes; a refusal undoes that the week was laid down for it."""
    target = open_funding(unit=next_unpaid(unit.contract), by=SYSTEM)
    part = most_to_carry(part=rest, target=target)
    if part:
        carry_over(
            source=unit.held_in,
            target=target,
            part=part,
            by=SYSTEM,
            why=NOT_USED,
            is_source_locked=True,
        )
    return part
