from django.urls import path

from contracts.milestones.api import milestones
from contracts.milestones.api.change_orders import MilestoneChangeOrders
from contracts.milestones.api.change_requests import RoundAcceptance, RoundRefusal

MILESTONE = "milestones/<uuid:public_id>/"
CHANGE_REQUEST = "change-requests/<uuid:public_id>/"

urlpatterns = [
    path(
        "contracts/<uuid:public_id>/change-orders/milestones/",
        MilestoneChangeOrders.as_view(),
        name="milestone_change_orders",
    ),
    path(MILESTONE, milestones.MilestoneDetail.as_view(), name="milestone"),
    path(f"{MILESTONE}funding/", milestones.Funding.as_view(), name="funding"),
    path(f"{MILESTONE}submission/", milestones.Delivery.as_view(), name="submission"),
    path(f"{MILESTONE}approval/", milestones.Approval.as_view(), name="approval"),
    path(f"{MILESTONE}change-request/", milestones.ChangeRequests.as_view(), name="change_request"),
    path(f"{MILESTONE}cancellation/", milestones.Cancellations.as_view(), name="cancellation"),
    path(f"{MILESTONE}reclaim/", milestones.Reclaim.as_view(), name="reclaim"),
    path(
        "submission-files/<uuid:public_id>/",
        milestones.DeliveredFile.as_view(),
        name="delivered_file",
    ),
    path(f"{CHANGE_REQUEST}acceptance/", RoundAcceptance.as_view(), name="round"),
    path(f"{CHANGE_REQUEST}refusal/", RoundRefusal.as_view(), name="round_refusal"),
]
