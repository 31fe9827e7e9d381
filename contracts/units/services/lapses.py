"""An offer: made from an accepted proposal, and ended without a contract."""

from django.db import transaction
from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.offers import _closed_now
from contracts.agreements.services.standstills import stands_still
from contracts.agreements.states import CONTRACT
from contracts.units.services.unfunded import cancel_unfunded, payment_is_under_way
from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.locks import lock
from payments.escrows.states import CancelReason
from projects.proposals.services.proposals import return_proposal


@transaction.atomic
def lapse_contract(*, contract: Contract) -> Contract:
    """End what nobody signed or funded in time; harmless twice, waits for a running payment."""
    lock(contract)
    if not contract.has_lapsed(timezone.now()) or payment_is_under_way(contract):
        return contract
    if stands_still(contract):
        return contract
    cancel_unfunded(contract, by=SYSTEM, because=CancelReason.LAPSED)
    CONTRACT.move(contract, "lapsed", actor=SYSTEM, changes=_closed_now())
    return_proposal(proposal=contract.proposal, why="The offer lapsed.")
    return contract
