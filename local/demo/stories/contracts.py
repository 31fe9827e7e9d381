"""A contract from the accepted proposal to where its deal says."""

from dataclasses import replace
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from accounts.people.models import User
from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.offers import decline_offer, withdraw_offer
from contracts.agreements.services.pauses import pause_contract
from contracts.agreements.services.progress import note_progress
from contracts.agreements.services.signatures import sign_terms
from contracts.agreements.services.terms import propose_terms
from contracts.agreements.states import ContractState
from contracts.units.services.closings import lapse_contract
from contracts.units.states import UnitState
from local.demo.content import shapes
from local.demo.content.briefs import BRIEFS
from local.demo.content.deals import DEALS
from local.demo.stories.asides import tell_aside
from local.demo.stories.cast import FREELANCER_ADDRESS, freelancer_called, hirer_of, organisation_of
from local.demo.stories.change_orders import tell_change
from local.demo.stories.jobs import run_promised_jobs
from local.demo.stories.milestones import Course
from local.demo.stories.money import set_up_payouts
from local.demo.stories.retainers import look_after_a_model
from local.demo.stories.weeks import work_by_the_hour
from marketplace.core.data.actors import Actor, freelancer
from marketplace.core.data.events import events_of
from payments.payouts.queries.payees import payouts_out_of_reach
from projects.proposals.models.proposals import Proposal
from projects.proposals.services.proposals import accept_proposal
from projects.proposals.states import ProposalState

# The deals that stop before both sides have signed.
UNSIGNED = (
    *(ContractState.OFFERED, ContractState.COUNTERED),
    *(ContractState.DECLINED, ContractState.WITHDRAWN),
)
LONGER_REVIEW = 10
USER_AGENT = "Mozilla/5.0 (demo)"


def tell_contracts() -> int:
    """Take every contract to where its deal says; returns how many contracts there are."""
    for deal in DEALS:
        _tell(deal)
        run_promised_jobs()
    return Contract.objects.count()


def _tell(deal: shapes.Deal) -> None:
    contract = _contract_of(deal)
    if contract.state == deal.state and not (deal.milestones or deal.lines):
        return
    if deal.state in UNSIGNED:
        _stop_before_signing(contract, deal)
        return
    if not _can_be_paid(contract.freelancer):
        return
    for actor in (hirer_of(contract.organisation), _freelancer_of(contract)):
        _sign(contract, actor)
    if deal.state == ContractState.LAPSED:
        _let_lapse(contract)
    if deal.milestones and settings.STRIPE_API_BASE:
        _work(contract, deal)
    if deal.lines and settings.STRIPE_API_BASE:
        set_up_payouts(contract.freelancer)
        (look_after_a_model if deal.monthly else work_by_the_hour)(contract, deal)


def _can_be_paid(user: User) -> bool:
    """Where payouts do not reach, a payout account elsewhere comes before the signature."""
    if payouts_out_of_reach(user) and settings.STRIPE_API_BASE:
        set_up_payouts(user)
    return payouts_out_of_reach(user) is None


def _contract_of(deal: shapes.Deal) -> Contract:
    """The contract that the accepted plan of the deal's brief became."""
    brief = next(brief for brief in BRIEFS if brief.key == deal.brief)
    plan = next(plan for plan in brief.plans if plan.state == ProposalState.ACCEPTED)
    proposal = Proposal.objects.get(
        brief__title=brief.title,
        brief__organisation=organisation_of(brief.organisation),
        freelancer=freelancer_called(plan.by).user,
    )
    if not proposal.contracts.exists():
        by = hirer_of(proposal.brief.organisation)
        accept_proposal(proposal=proposal, by=by, version=1)
    return proposal.contracts.get()


def _freelancer_of(contract: Contract) -> Actor:
    return freelancer(contract.freelancer, FREELANCER_ADDRESS)


def _stop_before_signing(contract: Contract, deal: shapes.Deal) -> None:
    by_freelancer, by_client = _freelancer_of(contract), hirer_of(contract.organisation)
    if deal.state == ContractState.COUNTERED:
        assert contract.terms is not None  # every offer is made with its first version
        draft = replace(contract.terms.draft, review_days=LONGER_REVIEW)
        propose_terms(contract=contract, draft=draft, by=by_freelancer, note=deal.why)
    if deal.state == ContractState.DECLINED:
        decline_offer(contract=contract, by=by_freelancer, why=deal.why)
    if deal.state == ContractState.WITHDRAWN:
        withdraw_offer(contract=contract, by=by_client, why=deal.why)


def _sign(contract: Contract, actor: Actor) -> None:
    """Sign the version on the table unless this side has."""
    terms = contract.terms
    assert terms is not None  # every offer is made with its first version
    if not terms.signatures.filter(side=actor.role).exists():
        sign_terms(
            contract=contract,
            sha256=terms.sha256,
            by=actor,
            name=actor.user.name,
            user_agent=USER_AGENT,
        )


def _let_lapse(contract: Contract) -> None:
    """Nobody waits seven days for a demo: the last day for funding is moved to yesterday."""
    yesterday = timezone.now() - timedelta(days=1)
    Contract.objects.filter(pk=contract.pk).update(lapses_at=yesterday)
    lapse_contract(contract=contract)


def _work(contract: Contract, deal: shapes.Deal) -> None:
    if deal.is_paid_out and UnitState.RELEASED in deal.milestones:
        set_up_payouts(contract.freelancer)
    for position, target in enumerate(deal.milestones, start=1):
        Course(deal, contract.units.get(position=position), target).run()
    contract.refresh_from_db()
    if deal.progress and not events_of(contract).filter(why=deal.progress).exists():
        note_progress(contract=contract, by=_freelancer_of(contract), note=deal.progress)
    for aside in deal.asides:
        run_promised_jobs()  # what was released is sent before a part of it is taken back
        tell_aside(contract.units.get(position=aside.milestone).held_in, aside)
    if deal.change is not None:
        tell_change(contract, deal.change)
    if deal.state == ContractState.PAUSED and contract.state == ContractState.ACTIVE:
        pause_contract(contract=contract, by=hirer_of(contract.organisation), why=deal.why)
