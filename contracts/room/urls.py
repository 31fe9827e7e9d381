from django.urls import path

from contracts.room.views import contracts
from contracts.room.views.room import ContractRoom
from contracts.room.views.signatures import SignTerms
from contracts.room.views.staff import StaffContract
from contracts.room.views.termination import TerminateContract
from contracts.room.views.terms import TermsDocument

CONTRACT = "contracts/<uuid:public_id>/"
STAFF = "staff/contracts/<uuid:public_id>/"

urlpatterns = [
    path("contracts/", contracts.ContractList.as_view(), name="list"),
    path(CONTRACT, ContractRoom.as_view(), name="room"),
    path(CONTRACT + "timeline/", contracts.ContractTimeline.as_view(), name="timeline"),
    path(CONTRACT + "money/", contracts.ContractMoney.as_view(), name="money"),
    path(
        "proposals/<uuid:public_id>/contract/",
        contracts.ContractOfProposal.as_view(),
        name="of_proposal",
    ),
    path(CONTRACT + "terms/", TermsDocument.as_view(), name="terms"),
    path(CONTRACT + "terms/<int:number>/", TermsDocument.as_view(), name="terms_version"),
    path(CONTRACT + "signature/", SignTerms.as_view(), name="signature"),
    path(STAFF, StaffContract.as_view(), name="staff_contract"),
    path(STAFF + "termination/", TerminateContract.as_view(), name="staff_termination"),
]
