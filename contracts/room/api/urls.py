from django.urls import path

from contracts.room.api import contracts, terms

CONTRACT = "contracts/<uuid:public_id>/"

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
]
