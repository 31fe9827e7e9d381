from django.urls import path

from contracts.units.views.cancellations import (
    AgreeCancellation,
    DropCancellation,
    RefuseCancellation,
)
from contracts.units.views.notice import GiveNotice
from contracts.units.views.standing_reviews import ApproveWork, StandingReviews

CANCELLATION = "cancellations/<uuid:public_id>/"

urlpatterns = [
    path("contracts/<uuid:public_id>/notice/", GiveNotice.as_view(), name="notice"),
    path(CANCELLATION + "consent/", AgreeCancellation.as_view(), name="cancellation_consent"),
    path(CANCELLATION + "refusal/", RefuseCancellation.as_view(), name="cancellation_refusal"),
    path(CANCELLATION + "retraction/", DropCancellation.as_view(), name="cancellation_retraction"),
    path("staff/contracts/standing-still/", StandingReviews.as_view(), name="staff_standing"),
    path(
        "staff/milestones/<uuid:public_id>/approval/",
        ApproveWork.as_view(),
        name="staff_approval",
    ),
]
