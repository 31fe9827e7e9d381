from django.urls import path

from projects.briefs.views import attachments, moderation, moves, staff, writing
from projects.briefs.views.briefs import BriefPage, MyBriefs

BRIEF = "briefs/<uuid:public_id>/"

urlpatterns = [
    path("briefs/mine/", MyBriefs.as_view(), name="my_briefs"),
    path("briefs/new/", writing.NewBrief.as_view(), name="brief_new"),
    path(BRIEF, BriefPage.as_view(), name="brief"),
    path(f"{BRIEF}edit/", writing.EditBrief.as_view(), name="brief_edit"),
    path(f"{BRIEF}draft/", writing.BriefDraft.as_view(), name="brief_draft"),
    path(f"{BRIEF}publication/", moves.Publication.as_view(), name="brief_publication"),
    path(f"{BRIEF}recall/", moves.Recall.as_view(), name="brief_recall"),
    path(f"{BRIEF}decision/", moderation.Decision.as_view(), name="brief_decision"),
    path(f"{BRIEF}copies/", moves.Copies.as_view(), name="brief_copies"),
    path(f"{BRIEF}pause/", moves.Pause.as_view(), name="brief_pause"),
    path(f"{BRIEF}reopening/", moves.Reopening.as_view(), name="brief_reopening"),
    path(f"{BRIEF}activity/", moves.Activity.as_view(), name="brief_activity"),
    path(f"{BRIEF}closing/", moves.Closing.as_view(), name="brief_closing"),
    path(f"{BRIEF}disposal/", moves.Disposal.as_view(), name="brief_disposal"),
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
    path("staff/briefs/appeals/", staff.Appeals.as_view(), name="staff_appeals"),
    path("staff/briefs/review/", staff.ReviewQueue.as_view(), name="staff_review_queue"),
    path("staff/briefs/first/", staff.FirstBriefs.as_view(), name="staff_first_briefs"),
]
