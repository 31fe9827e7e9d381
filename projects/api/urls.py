from django.urls import path

from projects.api.views import attachments, briefs, invitations, proposals

BRIEF = "briefs/<uuid:public_id>/"
PROPOSAL = "proposals/<uuid:public_id>/"
urlpatterns = [
    path("briefs/", briefs.Briefs.as_view(), name="briefs"),
    path("briefs/mine/", briefs.MyBriefs.as_view(), name="my_briefs"),
    path(BRIEF, briefs.BriefDetail.as_view(), name="brief"),
    path(f"{BRIEF}publication/", briefs.Publication.as_view(), name="brief_publication"),
    path(f"{BRIEF}recall/", briefs.Recall.as_view(), name="brief_recall"),
    path(f"{BRIEF}copies/", briefs.Copies.as_view(), name="brief_copies"),
    path(f"{BRIEF}pause/", briefs.Pause.as_view(), name="brief_pause"),
    path(f"{BRIEF}reopening/", briefs.Reopening.as_view(), name="brief_reopening"),
    path(f"{BRIEF}activity/", briefs.Activity.as_view(), name="brief_activity"),
    path(f"{BRIEF}closing/", briefs.Closing.as_view(), name="brief_closing"),
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
