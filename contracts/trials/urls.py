from django.urls import path

from contracts.trials.views import reviews
from contracts.trials.views.cancellations import AskCancellation, ReclaimTrial
from contracts.trials.views.comparison import CompareTrials
from contracts.trials.views.funding import FundTrial
from contracts.trials.views.offers import OfferTrial
from contracts.trials.views.submissions import SubmitTrial
from contracts.trials.views.trials import TrialPage

TRIAL = "trials/<uuid:public_id>/"

urlpatterns = [
    path("proposals/<uuid:public_id>/trial/", OfferTrial.as_view(), name="trial_offer"),
    path("briefs/<uuid:public_id>/trials/", CompareTrials.as_view(), name="trials"),
    path(TRIAL, TrialPage.as_view(), name="trial"),
    path(TRIAL + "funding/", FundTrial.as_view(), name="trial_funding"),
    path(TRIAL + "submission/", SubmitTrial.as_view(), name="trial_submission"),
    path(TRIAL + "approval/", reviews.ApproveTrial.as_view(), name="trial_approval"),
    path(TRIAL + "change-request/", reviews.RequestChanges.as_view(), name="trial_change_request"),
    path(TRIAL + "feedback/", reviews.GiveFeedback.as_view(), name="trial_feedback"),
    path(TRIAL + "cancellation/", AskCancellation.as_view(), name="trial_cancellation"),
    path(TRIAL + "reclaim/", ReclaimTrial.as_view(), name="trial_reclaim"),
]
