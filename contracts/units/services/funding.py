"""Money for a milestone: its escrow is opened by the client and filled by the processor."""

from django.db import transaction
from django.utils import timezone

from contracts.agreements.errors import ContractNotRunning
from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.terms import refuse_lapsed
from contracts.agreements.states import CONTRACT, FUNDABLE, ContractState
from contracts.milestones.models import Milestone
from contracts.units.errors import EarlierMilestoneUnfunded
from contracts.units.services.locks import lock_milestone
from contracts.units.states import MILESTONE, UNFUNDED, MilestoneState
from marketplace.core.data.actors import SYSTEM, Actor
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.escrows import UnitGroup, open_escrow
from payments.escrows.services.fees import FeeTerms
from projects.briefs.services.briefs import fill_brief


@transaction.atomic
def open_funding(*, milestone: Milestone, by: Actor) -> Escrow:
    """Open the escrow that the client pays into; asked again, the same one."""
    lock_milestone(milestone)
    contract = milestone.contract
    refuse_lapsed(contract)
    if contract.state not in FUNDABLE:
        raise ContractNotRunning(state=contract.get_state_display(), act="funding")
    _refuse_out_of_order(milestone)
    if milestone.state == MilestoneState.AWAITING_FUNDS and milestone.escrow is not None:
        return milestone.escrow
    escrow = open_escrow(
        payer=contract.organisation,
        payee=contract.freelancer,
        amount=milestone.price,
        title=f"{contract.title}, milestone {milestone.position}",
        fee=FeeTerms(basis_points=contract.fee_basis_points),
        group=UnitGroup(contract.public_id, contract.title),
        by=by,
    )
    MILESTONE.move(
        milestone,
        "opened",
        actor=by,
        changes={"escrow": escrow},
        particulars={"position": milestone.position},
    )
    return escrow


def _refuse_out_of_order(milestone: Milestone) -> None:
    earlier = milestone.contract.milestones.filter(
        position__lt=milestone.position, state__in=UNFUNDED
    ).first()
    if earlier is not None:
        raise EarlierMilestoneUnfunded(position=earlier.position)


@transaction.atomic
def mark_funded(*, milestone: Milestone) -> Milestone:
    """The money is held: work may begin. The first one makes the contract active.

    Both sides are told; the brief of an active contract is filled. Harmless twice.
    """
    lock_milestone(milestone)
    if milestone.state != MilestoneState.AWAITING_FUNDS:
        return milestone
    MILESTONE.move(
        milestone,
        "funded",
        actor=SYSTEM,
        changes={"funded_at": timezone.now()},
        particulars={
            "position": milestone.position,
            "amount": milestone.amount,
            "currency": milestone.currency,
        },
    )
    if milestone.contract.state == ContractState.AWAITING_FUNDS:
        _activate(milestone.contract)
    return milestone


def _activate(contract: Contract) -> None:
    CONTRACT.move(contract, "activated", actor=SYSTEM)
    fill_brief(brief=contract.brief)
