from django.urls import path

from payments.payouts.views import bank_payouts, debts, onboarding
from payments.payouts.views.payouts import PayOutPage, PayoutsPage

urlpatterns = [
    path("money/debts/", debts.DebtsPage.as_view(), name="debts"),
    path("money/payouts/", PayoutsPage.as_view(), name="payouts"),
    path("money/payouts/new/", PayOutPage.as_view(), name="pay_out"),
    path("money/bank-payouts/", bank_payouts.BankPayoutsPage.as_view(), name="bank_payouts"),
    path(
        "money/bank-payouts/<uuid:public_id>/",
        bank_payouts.BankPayoutPage.as_view(),
        name="bank_payout",
    ),
    path("money/onboarding/", onboarding.OnboardingPage.as_view(), name="onboarding"),
    path(
        "money/onboarding/return/", onboarding.OnboardingReturn.as_view(), name="onboarding_return"
    ),
    path("money/dashboard/", onboarding.DashboardAct.as_view(), name="dashboard"),
]
