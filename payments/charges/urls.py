from django.urls import path

from payments.charges.views import charges, funding

urlpatterns = [
    path("money/escrows/<uuid:public_id>/funding/", funding.FundPage.as_view(), name="fund"),
    path(
        "money/escrows/<uuid:public_id>/funding/result/",
        funding.FundingResultPage.as_view(),
        name="funding_result",
    ),
    path(
        "money/escrows/<uuid:public_id>/funding/confirmation/",
        funding.ConfirmChargePage.as_view(),
        name="confirm_charge",
    ),
    path("money/charges/", charges.ChargesPage.as_view(), name="charges"),
]
