from django.urls import path

from contracts.agreements.views import terms_proposals
from contracts.agreements.views.offers import DeclineOffer, WithdrawOffer
from contracts.agreements.views.pauses import PauseContract, ResumeContract
from contracts.agreements.views.progress import NoteProgress
from contracts.agreements.views.terms import TermsChanges, TermsPaper, TermsText
from contracts.milestones.views import funding, milestones, reviews, submissions
from contracts.milestones.views.cancellations import AskCancellation, ReclaimMilestone
from contracts.room.views import contracts, signatures
from contracts.room.views import room as rooms
from contracts.room.views import staff as staff_contract
from contracts.room.views import termination as staff
from contracts.room.views.terms import TermsDocument
from contracts.units.views import change_requests, standing_reviews
from contracts.units.views.cancellations import (
    AgreeCancellation,
    DropCancellation,
    RefuseCancellation,
)
from contracts.units.views.notice import GiveNotice

app_name = "contracts"
CONTRACT = "contracts/<uuid:public_id>/"
TERMS = CONTRACT + "terms/<int:number>/"
MILESTONE = "milestones/<uuid:public_id>/"
CANCELLATION = "cancellations/<uuid:public_id>/"
CHANGE_REQUEST = "change-requests/<uuid:public_id>/"

urlpatterns = [
    path("contracts/", contracts.ContractList.as_view(), name="list"),
    path(CONTRACT, rooms.ContractRoom.as_view(), name="room"),
    path(CONTRACT + "timeline/", contracts.ContractTimeline.as_view(), name="timeline"),
    path(CONTRACT + "money/", contracts.ContractMoney.as_view(), name="money"),
    path(
        "proposals/<uuid:public_id>/contract/",
        contracts.ContractOfProposal.as_view(),
        name="of_proposal",
    ),
    # The terms
    path(CONTRACT + "terms/", TermsDocument.as_view(), name="terms"),
    path(CONTRACT + "terms/new/", terms_proposals.ProposeTerms.as_view(), name="terms_proposal"),
    path(TERMS, TermsDocument.as_view(), name="terms_version"),
    path(TERMS + "changes/", TermsChanges.as_view(), name="terms_changes"),
    path(TERMS + "terms.pdf", TermsPaper.as_view(), name="terms_paper"),
    path(TERMS + "text.md", TermsText.as_view(), {"extension": "md"}, name="terms_markdown"),
    path(TERMS + "text.txt", TermsText.as_view(), {"extension": "txt"}, name="terms_text"),
    path(CONTRACT + "signature/", signatures.SignTerms.as_view(), name="signature"),
    # Where the contract goes
    path(CONTRACT + "withdrawal/", WithdrawOffer.as_view(), name="withdrawal"),
    path(CONTRACT + "decline/", DeclineOffer.as_view(), name="decline"),
    path(CONTRACT + "pause/", PauseContract.as_view(), name="pause"),
    path(CONTRACT + "resumption/", ResumeContract.as_view(), name="resumption"),
    path(CONTRACT + "notice/", GiveNotice.as_view(), name="notice"),
    path(CONTRACT + "progress/", NoteProgress.as_view(), name="progress"),
    # Milestones
    path(MILESTONE, milestones.MilestonePage.as_view(), name="milestone"),
    path(MILESTONE + "funding/", funding.FundMilestone.as_view(), name="funding"),
    path(MILESTONE + "submission/", submissions.SubmitMilestone.as_view(), name="submission"),
    path(MILESTONE + "approval/", reviews.ApproveMilestone.as_view(), name="approval"),
    path(
        MILESTONE + "change-request/",
        reviews.RequestChanges.as_view(),
        name="change_request",
    ),
    path(MILESTONE + "cancellation/", AskCancellation.as_view(), name="cancellation"),
    path(MILESTONE + "reclaim/", ReclaimMilestone.as_view(), name="reclaim"),
    path("submission-files/<uuid:public_id>/", submissions.DownloadFile.as_view(), name="file"),
    # Questions
    path(
        CANCELLATION + "consent/",
        AgreeCancellation.as_view(),
        name="cancellation_consent",
    ),
    path(
        CANCELLATION + "refusal/",
        RefuseCancellation.as_view(),
        name="cancellation_refusal",
    ),
    path(
        CANCELLATION + "retraction/",
        DropCancellation.as_view(),
        name="cancellation_retraction",
    ),
    path(
        CHANGE_REQUEST + "acceptance/",
        change_requests.AcceptChangeRequest.as_view(),
        name="change_request_acceptance",
    ),
    path(
        CHANGE_REQUEST + "refusal/",
        change_requests.RefuseChangeRequest.as_view(),
        name="change_request_refusal",
    ),
    # Staff
    path(
        "staff/contracts/standing-still/",
        standing_reviews.StandingReviews.as_view(),
        name="staff_standing",
    ),
    path(
        "staff/milestones/<uuid:public_id>/approval/",
        standing_reviews.ApproveWork.as_view(),
        name="staff_approval",
    ),
    path(
        "staff/contracts/<uuid:public_id>/",
        staff_contract.StaffContract.as_view(),
        name="staff_contract",
    ),
    path(
        "staff/contracts/<uuid:public_id>/termination/",
        staff.TerminateContract.as_view(),
        name="staff_termination",
    ),
]
