from django.urls import path

from contracts.milestones.views import reviews, submissions
from contracts.milestones.views.cancellations import AskCancellation, ReclaimMilestone
from contracts.milestones.views.change_orders import ProposeMilestoneChange
from contracts.milestones.views.change_requests import AcceptChangeRequest, RefuseChangeRequest
from contracts.milestones.views.funding import FundMilestone
from contracts.milestones.views.milestones import MilestonePage

MILESTONE = "milestones/<uuid:public_id>/"
CHANGE_REQUEST = "change-requests/<uuid:public_id>/"

urlpatterns = [
    path(
        "contracts/<uuid:public_id>/change-orders/milestones/",
        ProposeMilestoneChange.as_view(),
        name="milestone_change_order",
    ),
    path(MILESTONE, MilestonePage.as_view(), name="milestone"),
    path(MILESTONE + "funding/", FundMilestone.as_view(), name="funding"),
    path(MILESTONE + "submission/", submissions.SubmitMilestone.as_view(), name="submission"),
    path(MILESTONE + "approval/", reviews.ApproveMilestone.as_view(), name="approval"),
    path(MILESTONE + "change-request/", reviews.RequestChanges.as_view(), name="change_request"),
    path(MILESTONE + "cancellation/", AskCancellation.as_view(), name="cancellation"),
    path(MILESTONE + "reclaim/", ReclaimMilestone.as_view(), name="reclaim"),
    path("submission-files/<uuid:public_id>/", submissions.DownloadFile.as_view(), name="file"),
    path(
        CHANGE_REQUEST + "acceptance/",
        AcceptChangeRequest.as_view(),
        name="change_request_acceptance",
    ),
    path(CHANGE_REQUEST + "refusal/", RefuseChangeRequest.as_view(), name="change_request_refusal"),
]
