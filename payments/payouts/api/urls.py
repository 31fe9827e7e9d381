from django.urls import path

from payments.payouts.api import bank_payouts, payouts

urlpatterns = [
    path("payouts/", payouts.Payouts.as_view(), name="payouts"),
    path("payouts/<uuid:public_id>/", payouts.PayoutDetail.as_view(), name="payout"),
    path("bank-payouts/", bank_payouts.BankPayouts.as_view(), name="bank_payouts"),
    path(
        "bank-payouts/<uuid:public_id>/",
        bank_payouts.BankPayoutDetail.as_view(),
        name="bank_payout",
    ),
    path("payout-account/", payouts.PayoutAccount.as_view(), name="payout_account"),
    path("payout-account/onboarding/", payouts.Onboarding.as_view(), name="onboarding"),
]
