from django.urls import path

from contracts.milestones.api.cancellations import Consent, Refusal, Retraction
from contracts.milestones.api.change_requests import RoundAcceptance, RoundRefusal
from contracts.milestones.api.milestones import (
    Approval,
    Cancellations,
    ChangeRequests,
    DeliveredFile,
    Delivery,
    Funding,
    MilestoneDetail,
    Reclaim,
)
from contracts.room.api import contracts, terms

CONTRACT = "contracts/<uuid:public_id>/"
MILESTONE = "milestones/<uuid:public_id>/"
CANCELLATION = "cancellations/<uuid:public_id>/"
CHANGE_REQUEST = "change-requests/<uuid:public_id>/"
urlpatterns = [
    path("contracts/", contracts.Contracts.as_view(), name="contracts"),
    path(CONTRACT, contracts.ContractDetail.as_view(), name="contract"),
    path(f"{CONTRACT}events/", contracts.ContractEvents.as_view(), name="contract_events"),
    path(f"{CONTRACT}terms/", terms.Terms.as_view(), name="terms"),
    path(f"{CONTRACT}terms/<int:number>/", terms.TermsDetail.as_view(), name="terms_version"),
    path(f"{CONTRACT}signature/", terms.SignatureAct.as_view(), name="signature"),
    path(f"{CONTRACT}withdrawal/", contracts.Withdrawal.as_view(), name="offer_withdrawal"),
    path(f"{CONTRACT}decline/", contracts.Decline.as_view(), name="offer_decline"),
    path(f"{CONTRACT}pause/", contracts.Pause.as_view(), name="contract_pause"),
    path(f"{CONTRACT}resumption/", contracts.Resumption.as_view(), name="resumption"),
    path(f"{CONTRACT}notice/", contracts.Notice.as_view(), name="notice"),
    path(f"{CONTRACT}progress/", contracts.Progress.as_view(), name="progress"),
    path(MILESTONE, MilestoneDetail.as_view(), name="milestone"),
    path(f"{MILESTONE}funding/", Funding.as_view(), name="funding"),
    path(f"{MILESTONE}submission/", Delivery.as_view(), name="submission"),
    path(f"{MILESTONE}approval/", Approval.as_view(), name="approval"),
    path(f"{MILESTONE}change-request/", ChangeRequests.as_view(), name="change_request"),
    path(f"{MILESTONE}cancellation/", Cancellations.as_view(), name="cancellation"),
    path(f"{MILESTONE}reclaim/", Reclaim.as_view(), name="reclaim"),
    path(
        "submission-files/<uuid:public_id>/",
        DeliveredFile.as_view(),
        name="delivered_file",
    ),
    path(f"{CANCELLATION}consent/", Consent.as_view(), name="consent"),
    path(f"{CANCELLATION}refusal/", Refusal.as_view(), name="refusal"),
    path(f"{CANCELLATION}retraction/", Retraction.as_view(), name="retraction"),
    path(f"{CHANGE_REQUEST}acceptance/", RoundAcceptance.as_view(), name="round"),
    path(f"{CHANGE_REQUEST}refusal/", RoundRefusal.as_view(), name="round_refusal"),
]
