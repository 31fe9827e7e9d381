from django.urls import path

from projects.briefs.views import attachments, moderation, staff
from projects.briefs.views import moves as brief_states
from projects.briefs.views import writing as brief_writing
from projects.briefs.views.briefs import BriefPage, MyBriefs
from projects.comparison.views import BriefProposals, Comparison
from projects.invitations import views as invitations
from projects.proposals.views import moves as proposal_states
from projects.proposals.views import proposals
from projects.proposals.views import writing as proposal_writing
from projects.proposals.views.decisions import Acceptance, Decline, Shortlisting
from projects.search.views.find_work import BriefList

app_name = "projects"
BRIEF = "briefs/<uuid:public_id>/"
PROPOSAL = "proposals/<uuid:public_id>/"
urlpatterns = [
    path(
        "freelancers/<uuid:public_id>/invitation/",
        invitations.InviteToBrief.as_view(),
        name="brief_invitation",
    ),
    path("briefs/", BriefList.as_view(), name="brief_list"),
    path("briefs/mine/", MyBriefs.as_view(), name="my_briefs"),
    path("briefs/new/", brief_writing.NewBrief.as_view(), name="brief_new"),
    path(BRIEF, BriefPage.as_view(), name="brief"),
    path(f"{BRIEF}edit/", brief_writing.EditBrief.as_view(), name="brief_edit"),
    path(f"{BRIEF}draft/", brief_writing.BriefDraft.as_view(), name="brief_draft"),
    path(f"{BRIEF}publication/", brief_states.Publication.as_view(), name="brief_publication"),
    path(f"{BRIEF}recall/", brief_states.Recall.as_view(), name="brief_recall"),
    path(f"{BRIEF}decision/", moderation.Decision.as_view(), name="brief_decision"),
    path(f"{BRIEF}copies/", brief_states.Copies.as_view(), name="brief_copies"),
    path(f"{BRIEF}pause/", brief_states.Pause.as_view(), name="brief_pause"),
    path(f"{BRIEF}reopening/", brief_states.Reopening.as_view(), name="brief_reopening"),
    path(f"{BRIEF}activity/", brief_states.Activity.as_view(), name="brief_activity"),
    path(f"{BRIEF}closing/", brief_states.Closing.as_view(), name="brief_closing"),
    path(f"{BRIEF}disposal/", brief_states.Disposal.as_view(), name="brief_disposal"),
    path(f"{BRIEF}removal/", moderation.Removal.as_view(), name="brief_removal"),
    path(f"{BRIEF}restoration/", moderation.Restoration.as_view(), name="brief_restoration"),
    path(f"{BRIEF}appeal/", moderation.Appeal.as_view(), name="brief_appeal"),
    path(f"{BRIEF}files/", attachments.NewAttachment.as_view(), name="attachment_new"),
    path("brief-files/<uuid:public_id>/", attachments.Attachment.as_view(), name="attachment"),
    path(
        "brief-files/<uuid:public_id>/removal/",
        attachments.AttachmentRemoval.as_view(),
        name="attachment_removal",
    ),
    path(f"{BRIEF}proposals/", BriefProposals.as_view(), name="brief_proposals"),
    path(f"{BRIEF}proposals/comparison/", Comparison.as_view(), name="comparison"),
    path(f"{BRIEF}proposals/new/", proposal_writing.NewProposal.as_view(), name="proposal_new"),
    path(
        f"{BRIEF}proposals/drafts/", proposal_writing.ProposalStart.as_view(), name="proposal_start"
    ),
    path("staff/briefs/appeals/", staff.Appeals.as_view(), name="staff_appeals"),
    path("staff/briefs/review/", staff.ReviewQueue.as_view(), name="staff_review_queue"),
    path("staff/briefs/first/", staff.FirstBriefs.as_view(), name="staff_first_briefs"),
    path("proposals/", proposals.MyProposals.as_view(), name="proposal_list"),
    path(PROPOSAL, proposals.ProposalPage.as_view(), name="proposal"),
    path(
        f"{PROPOSAL}versions/<int:number>/",
        proposals.VersionPage.as_view(),
        name="proposal_version",
    ),
    path(f"{PROPOSAL}edit/", proposal_writing.EditProposal.as_view(), name="proposal_edit"),
    path(f"{PROPOSAL}draft/", proposal_writing.ProposalDraft.as_view(), name="proposal_draft"),
    path(f"{PROPOSAL}price/", proposal_writing.ProposalPrice.as_view(), name="proposal_price"),
    path(
        f"{PROPOSAL}submission/", proposal_states.Submission.as_view(), name="proposal_submission"
    ),
    path(f"{PROPOSAL}revision/", proposal_states.Revision.as_view(), name="proposal_revision"),
    path(
        f"{PROPOSAL}withdrawal/", proposal_states.Withdrawal.as_view(), name="proposal_withdrawal"
    ),
    path(f"{PROPOSAL}disposal/", proposal_states.DraftDisposal.as_view(), name="proposal_disposal"),
    path(f"{PROPOSAL}shortlisting/", Shortlisting.as_view(), name="proposal_shortlisting"),
    path(f"{PROPOSAL}decline/", Decline.as_view(), name="proposal_decline"),
    path(f"{PROPOSAL}acceptance/", Acceptance.as_view(), name="proposal_acceptance"),
]
