"""The fee between the two of a proposal: shown with it, and frozen into their contract."""

from django.db.models import Exists

from accounts.profiles.taxonomy import EngagementKind, offered_kinds
from contracts.agreements.models.contracts import Contract
from contracts.agreements.queries.contracts import completed_by
from payments.escrows.services.fees import current_fee
from projects.proposals.models.proposals import Proposal
from projects.proposals.queries.fees import fee_rate
from projects.proposals.states import ProposalState


def kind_of_proposal(proposal: Proposal) -> str:
    """How the newest version wants the work to be paid; a fixed price unless it says otherwise.

    A trial comes before that, and is offered beside the proposal.
    """
    version = proposal.current
    kind = version.engagement_kind if version is not None else ""
    is_offered = kind in offered_kinds() and kind != EngagementKind.TRIAL
    return kind if is_offered else EngagementKind.FIXED


def fee_to_freeze(proposal: Proposal, *, kind: str) -> int:
    """Today's fee in hundredths of a percent, the lower one for a pair that worked before."""
    is_repeat = Exists(completed_by(proposal.brief.organisation, proposal.freelancer))
    return current_fee(engagement_kind=kind, is_repeat=is_repeat).basis_points


@fee_rate
def fee_of_proposal(proposal: Proposal) -> int:
    """The fee that its contract froze; before there is one, what it would freeze today."""
    if proposal.state == ProposalState.ACCEPTED:
        made = Contract.objects.filter(proposal=proposal).order_by("-id")
        frozen = made.values_list("fee_basis_points", flat=True).first()
        if frozen is not None:
            return frozen
    return fee_to_freeze(proposal, kind=kind_of_proposal(proposal))
