"""No period runs against a side that staff keep out: a contract stands still, and goes on.

What is true of the two sides counts, not the mark: whatever decides by silence asks
`stands_still` under its lock, so that a suspension and the schedule may come in any order.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.agreements.queries.standstills import side_kept_out
from contracts.agreements.signals import contract_going_on
from contracts.agreements.states import WAITING
from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock

# What was left of a period goes on, and never less than this: nobody comes back to an end.
SHORTEST_REST = timedelta(days=1)


def stands_still(contract: Contract) -> bool:
    """Whether a side of a locked contract cannot act; marks one that does not say so yet."""
    if not contract.stands_still and (side := side_kept_out(contract)):
        _stop(contract, side)
    return contract.stands_still


@transaction.atomic
def look_at_standstill(*, contract: Contract) -> None:
    """Stop or continue a contract by who can act now. Harmless when repeated.

    Side effects: events, of which both sides and staff are told.
    """
    lock(contract)
    if contract.is_closed:
        return
    side = side_kept_out(contract)
    if side and contract.stands_still_since is None:
        _stop(contract, side)
    elif side != contract.kept_out and side:
        contract.kept_out = side
        contract.save(update_fields=["kept_out"])
    elif not side and contract.stands_still_since is not None:
        _continue(contract, contract.stands_still_since)


def continued(end: datetime, since: datetime) -> datetime:
    """A new end for a period that was to end at `end` and has stood still `since` then."""
    return timezone.now() + max(end - since, SHORTEST_REST)


def _stop(contract: Contract, side: str) -> None:
    contract.kept_out, contract.stands_still_since = side, timezone.now()
    contract.save(update_fields=["kept_out", "stands_still_since"])
    record("contract.stood_still", subject=contract, actor=SYSTEM, particulars={"side": side})


def _continue(contract: Contract, since: datetime) -> None:
    """Every period goes on for what was left of it; a freelancer's silence counts anew."""
    side, now = contract.kept_out, timezone.now()
    contract.kept_out, contract.stands_still_since, contract.resumed_at = "", None, now
    if contract.state in WAITING:
        contract.lapses_at = continued(contract.lapses_at, since)
    contract.save(update_fields=["kept_out", "stands_still_since", "resumed_at", "lapses_at"])
    contract_going_on.send(sender=Contract, contract=contract, since=since)
    record("contract.went_on", subject=contract, actor=SYSTEM, particulars={"side": side})
