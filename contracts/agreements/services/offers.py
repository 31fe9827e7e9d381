"""An offer: made from an accepted proposal, and ended without a contract."""

from django.db import transaction
from django.utils import timezone

from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.drafts import draft_from_proposal
from contracts.agreements.services.fees import kind_of_proposal
from contracts.agreements.services.terms import LAPSES_AFTER, write_version
from contracts.agreements.states import CONTRACT
from marketplace.core.data.actors import Actor
from marketplace.core.data.events import record
from marketplace.core.web.reasons import require_reason
from projects.proposals.models.proposals import Proposal
from projects.proposals.services.proposals import return_proposal


@transaction.atomic
def make_offer(*, proposal: Proposal, by: Actor) -> Contract:
    """Draw up version 1 of the terms from an accepted proposal; the freelancer is told."""
    kind = kind_of_proposal(proposal)
    return draw_up(proposal=proposal, draft=draft_from_proposal(proposal, kind=kind), by=by)


@transaction.atomic
def draw_up(*, proposal: Proposal, draft: TermsDraft, by: Actor, title: str = "") -> Contract:
    """Offer a contract on these terms to who wrote the proposal; they are told."""
    contract = Contract.objects.create(
        kind=draft.kind,
        title=title or draft.title,
        brief=proposal.brief,
        proposal=proposal,
        organisation=proposal.brief.organisation,
        freelancer=proposal.freelancer,
        offered_by=by.user,
        currency=draft.currency,
        fee_basis_points=draft.fee_basis_points,
        review_days=draft.review_days,
        lapses_at=timezone.now() + LAPSES_AFTER,
    )
    contract.terms = write_version(contract=contract, draft=draft, by=by)
    contract.save(update_fields=["terms"])
    record(
        "contract.offered",
        subject=contract,
        actor=by,
        to_state=contract.state,
        particulars={"version": 1, "sha256": contract.terms.sha256},
    )
    return contract


@transaction.atomic
def withdraw_offer(*, contract: Contract, by: Actor, why: str = "") -> Contract:
    """Take an offer back before both signed; its proposal returns to the shortlist."""
    CONTRACT.move(contract, "withdrawn", actor=by, why=why, changes=_closed_now())
    free_proposal(contract, why=why or "The offer was withdrawn.")
    return contract


@transaction.atomic
def decline_offer(*, contract: Contract, by: Actor, why: str) -> Contract:
    """Say no to an offer with a reason; its proposal returns to the client's shortlist."""
    require_reason(why)
    CONTRACT.move(contract, "declined", actor=by, why=why, changes=_closed_now())
    free_proposal(contract, why=why)
    return contract


def free_proposal(contract: Contract, *, why: str) -> None:
    """An offer came to nothing: what it was made from is undecided again, or still is."""
    if not contract.is_trial:
        return_proposal(proposal=contract.proposal, why=why)


def _closed_now() -> dict[str, object]:
    return {"closed_at": timezone.now()}
