from django.urls import path

from projects.briefs.api import attachments
from projects.briefs.api.briefs import (
    Activity,
    BriefDetail,
    Closing,
    Copies,
    MyBriefs,
    Pause,
    Publication,
    Recall,
    Reopening,
)
from projects.invitations.api import views as invitations
from projects.proposals.api import views as proposals
from projects.search.api.views import Briefs

BRIEF = "briefs/<uuid:public_id>/"
PROPOSAL = "proposals/<uuid:public_id>/"
urlpatterns = [
    path("briefs/", Briefs.as_view(), name="briefs"),
    path("briefs/mine/", MyBriefs.as_view(), name="my_briefs"),
    path(BRIEF, BriefDetail.as_view(), name="brief"),
    path(f"{BRIEF}publication/", Publication.as_view(), name="brief_publication"),
    path(f"{BRIEF}recall/", Recall.as_view(), name="brief_recall"),
    path(f"{BRIEF}copies/", Copies.as_view(), name="brief_copies"),
    path(f"{BRIEF}pause/", Pause.as_view(), name="brief_pause"),
    path(f"{BRIEF}reopening/", Reopening.as_view(), name="brief_reopening"),
    path(f"{BRIEF}activity/", Activity.as_view(), name="brief_activity"),
    path(f"{BRIEF}closing/", Closing.as_view(), name="brief_closing"),
    path(f"{BRIEF}files/", attachments.Attachments.as_view(), name="brief_files"),
    path("brief-files/<uuid:public_id>/", attachments.Attachment.as_view(), name="brief_file"),
    path("brief-invitations/", invitations.MyInvitations.as_view(), name="my_invitations"),
    path(f"{BRIEF}invitations/", invitations.BriefInvitations.as_view(), name="brief_invitations"),
    path(f"{BRIEF}proposals/", proposals.BriefProposals.as_view(), name="brief_proposals"),
    path("proposals/", proposals.MyProposals.as_view(), name="proposals"),
    path("proposals/received/", proposals.ReceivedProposals.as_view(), name="received_proposals"),
    path(PROPOSAL, proposals.ProposalDetail.as_view(), name="proposal"),
    path(
        f"{PROPOSAL}versions/<int:number>/",
        proposals.VersionDetail.as_view(),
        name="proposal_version",
    ),
    path(f"{PROPOSAL}submission/", proposals.Submission.as_view(), name="proposal_submission"),
    path(f"{PROPOSAL}revision/", proposals.Revision.as_view(), name="proposal_revision"),
    path(f"{PROPOSAL}withdrawal/", proposals.Withdrawal.as_view(), name="proposal_withdrawal"),
    path(
        f"{PROPOSAL}shortlisting/", proposals.Shortlisting.as_view(), name="proposal_shortlisting"
    ),
    path(f"{PROPOSAL}decline/", proposals.Decline.as_view(), name="proposal_decline"),
    path(f"{PROPOSAL}acceptance/", proposals.Acceptance.as_view(), name="proposal_acceptance"),
]
