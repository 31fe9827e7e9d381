from django.urls import path

from projects.proposals.views import moves, proposals, writing
from projects.proposals.views.decisions import Acceptance, Decline, Shortlisting

BRIEF = "briefs/<uuid:public_id>/"
PROPOSAL = "proposals/<uuid:public_id>/"

urlpatterns = [
    path(f"{BRIEF}proposals/new/", writing.NewProposal.as_view(), name="proposal_new"),
    path(f"{BRIEF}proposals/drafts/", writing.ProposalStart.as_view(), name="proposal_start"),
    path("proposals/", proposals.MyProposals.as_view(), name="proposal_list"),
    path(PROPOSAL, proposals.ProposalPage.as_view(), name="proposal"),
    path(
        f"{PROPOSAL}versions/<int:number>/",
        proposals.VersionPage.as_view(),
        name="proposal_version",
    ),
    path(f"{PROPOSAL}edit/", writing.EditProposal.as_view(), name="proposal_edit"),
    path(f"{PROPOSAL}draft/", writing.ProposalDraft.as_view(), name="proposal_draft"),
    path(f"{PROPOSAL}price/", writing.ProposalPrice.as_view(), name="proposal_price"),
    path(f"{PROPOSAL}submission/", moves.Submission.as_view(), name="proposal_submission"),
    path(f"{PROPOSAL}revision/", moves.Revision.as_view(), name="proposal_revision"),
    path(f"{PROPOSAL}withdrawal/", moves.Withdrawal.as_view(), name="proposal_withdrawal"),
    path(f"{PROPOSAL}disposal/", moves.DraftDisposal.as_view(), name="proposal_disposal"),
    path(f"{PROPOSAL}shortlisting/", Shortlisting.as_view(), name="proposal_shortlisting"),
    path(f"{PROPOSAL}decline/", Decline.as_view(), name="proposal_decline"),
    path(f"{PROPOSAL}acceptance/", Acceptance.as_view(), name="proposal_acceptance"),
]
