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

BRIEF = "briefs/<uuid:public_id>/"

urlpatterns = [
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
]
