from django.urls import path

from contracts.trials.api import trials
from contracts.trials.api.offers import TrialOffer, Trials

TRIAL = "trials/<uuid:public_id>/"

urlpatterns = [
    path("proposals/<uuid:public_id>/trial/", TrialOffer.as_view(), name="trial_offer"),
    path("briefs/<uuid:public_id>/trials/", Trials.as_view(), name="trials"),
    path(
        "contracts/<uuid:public_id>/trial/",
        trials.TrialOfContract.as_view(),
        name="trial_of_contract",
    ),
    path(TRIAL, trials.TrialDetail.as_view(), name="trial"),
    path(f"{TRIAL}funding/", trials.Funding.as_view(), name="trial_funding"),
    path(f"{TRIAL}submission/", trials.Delivery.as_view(), name="trial_submission"),
    path(f"{TRIAL}approval/", trials.Approval.as_view(), name="trial_approval"),
    path(f"{TRIAL}change-request/", trials.ChangeRequests.as_view(), name="trial_change_request"),
    path(f"{TRIAL}feedback/", trials.Feedback.as_view(), name="trial_feedback"),
    path(f"{TRIAL}cancellation/", trials.Cancellations.as_view(), name="trial_cancellation"),
    path(f"{TRIAL}reclaim/", trials.Reclaim.as_view(), name="trial_reclaim"),
]
