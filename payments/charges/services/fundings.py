"""Of which charges the money of an escrow is, where another one had something left for it.

All run in the transaction of a caller that has locked the escrow, and that counts the same on
the escrow itself. Amounts are minor units. Decision 27.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from payments.charges.models import Charge, Funding
from payments.charges.queries import paid_charge
from payments.escrows.models.escrows import Escrow

RELEASED, REFUNDED, CARRIED_ON = "released", "refunded", "carried_on"
CHARGED_BACK = "charged_back"


@dataclass(frozen=True)
class Share:
    """A part of an escrow's money that is of one charge."""

    charge: Charge
    amount: int


def take_shares(escrow: Escrow, amount: int, counter: str) -> list[Share]:
    """Take `amount` of what an escrow holds, the oldest charge first: one share for each charge.

    `counter` of its fundings says where it went; one without carried money has none to count.
    What is carried on is of the newest: the oldest stays, to be spent first.
    """
    if not escrow.carried_in:
        return [Share(paid_charge(escrow), amount)]
    order = ("-charge_id", "-id") if counter == CARRIED_ON else ("charge_id", "id")
    fundings = escrow.fundings.select_related("charge").order_by(*order)
    taken: dict[Charge, int] = {}
    for funding, part in _take(fundings, amount, counter):
        taken[funding.charge] = taken.get(funding.charge, 0) + part
    return [Share(charge, part) for charge, part in taken.items()]


def take_of_charge(escrow: Escrow, charge: Charge, amount: int, *counters: str) -> None:
    """Take `amount` of one charge, and count it under each of the `counters`."""
    if escrow.carried_in:
        _take(escrow.fundings.filter(charge=charge).order_by("id"), amount, *counters)


def put_back(escrow: Escrow, charge_id: int, amount: int, *counters: str) -> None:
    """`amount` of one charge, taken before and counted so, is there again: the newest first."""
    rest = amount if escrow.carried_in else 0
    for funding in escrow.fundings.filter(charge=charge_id).order_by("-id") if rest else ():
        part = min(rest, *(getattr(funding, counter) for counter in counters))
        _count(funding, -part, *counters)
        rest -= part
    assert not rest, f"{rest} of {amount} more than was taken of escrow {escrow.pk}"


def charged_back(escrow: Escrow, charge: Charge) -> int:
    """What a bank took of one charge out of an escrow that has fundings."""
    return sum(funding.charged_back for funding in escrow.fundings.filter(charge=charge))


def note_charged_back(escrow: Escrow, charge: Charge, amount: int) -> None:
    """A bank took `amount` that counts as refunded already."""
    rest = amount if escrow.carried_in else 0
    for funding in escrow.fundings.filter(charge=charge).order_by("id") if rest else ():
        part = min(rest, funding.refunded - funding.charged_back)
        _count(funding, part, CHARGED_BACK)
        rest -= part


def _take(fundings: Iterable[Funding], amount: int, *counters: str) -> list[tuple[Funding, int]]:
    rest, taken = amount, []
    for funding in fundings:
        part = min(rest, funding.left)
        if part:
            _count(funding, part, *counters)
            taken.append((funding, part))
            rest -= part
    assert not rest, f"{rest} of {amount} more than the fundings hold"
    return taken


def _count(funding: Funding, part: int, *counters: str) -> None:
    for counter in counters:
        setattr(funding, counter, getattr(funding, counter) + part)
    funding.save(update_fields=counters)
