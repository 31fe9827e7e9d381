from django.urls import path

from projects.proposals.api import views

BRIEF = "briefs/<uuid:public_id>/"
PROPOSAL = "proposals/<uuid:public_id>/"

urlpatterns = [
    path(f"{BRIEF}proposals/", views.BriefProposals.as_view(), name="brief_proposals"),
    path("proposals/", views.MyProposals.as_view(), name="proposals"),
    path("proposals/received/", views.ReceivedProposals.as_view(), name="received_proposals"),
    path(PROPOSAL, views.ProposalDetail.as_view(), name="proposal"),
    path(
        f"{PROPOSAL}versions/<int:number>/",
        views.VersionDetail.as_view(),
        name="proposal_version",
    ),
    path(f"{PROPOSAL}submission/", views.Submission.as_view(), name="proposal_submission"),
    path(f"{PROPOSAL}revision/", views.Revision.as_view(), name="proposal_revision"),
    path(f"{PROPOSAL}withdrawal/", views.Withdrawal.as_view(), name="proposal_withdrawal"),
    path(f"{PROPOSAL}shortlisting/", views.Shortlisting.as_view(), name="proposal_shortlisting"),
    path(f"{PROPOSAL}decline/", views.Decline.as_view(), name="proposal_decline"),
    path(f"{PROPOSAL}acceptance/", views.Acceptance.as_view(), name="proposal_acceptance"),
]
