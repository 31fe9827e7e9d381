from django.urls import path

from contracts.agreements.views.offers import DeclineOffer, WithdrawOffer
from contracts.agreements.views.pauses import PauseContract, ResumeContract
from contracts.agreements.views.progress import NoteProgress
from contracts.agreements.views.terms import TermsChanges, TermsPaper, TermsText
from contracts.agreements.views.terms_proposals import ProposeTerms

CONTRACT = "contracts/<uuid:public_id>/"
TERMS = CONTRACT + "terms/<int:number>/"

urlpatterns = [
    path(CONTRACT + "terms/new/", ProposeTerms.as_view(), name="terms_proposal"),
    path(TERMS + "changes/", TermsChanges.as_view(), name="terms_changes"),
    path(TERMS + "terms.pdf", TermsPaper.as_view(), name="terms_paper"),
    path(TERMS + "text.md", TermsText.as_view(), {"extension": "md"}, name="terms_markdown"),
    path(TERMS + "text.txt", TermsText.as_view(), {"extension": "txt"}, name="terms_text"),
    path(CONTRACT + "withdrawal/", WithdrawOffer.as_view(), name="withdrawal"),
    path(CONTRACT + "decline/", DeclineOffer.as_view(), name="decline"),
    path(CONTRACT + "pause/", PauseContract.as_view(), name="pause"),
    path(CONTRACT + "resumption/", ResumeContract.as_view(), name="resumption"),
    path(CONTRACT + "progress/", NoteProgress.as_view(), name="progress"),
]
