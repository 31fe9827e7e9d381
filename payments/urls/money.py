"""What clients, freelancers and the processor ask for."""

from django.urls import path

from payments.charges.views import charges, funding
from payments.documents.views import documents, statements
from payments.overview.views import escrows, money
from payments.overview.views.payouts import PayoutPage
from payments.payment_methods import views as payment_methods
from payments.payouts.views import bank_payouts, debts, onboarding
from payments.payouts.views.payouts import PayOutPage, PayoutsPage
from payments.releases.views import bonuses, parts
from payments.webhooks import views as stripe_webhook

urlpatterns = [
    path("money/", money.MoneyPage.as_view(), name="money"),
    # Held funds
    path("money/escrows/<uuid:public_id>/", escrows.EscrowPage.as_view(), name="escrow"),
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
    path(
        "money/escrows/<uuid:public_id>/releases/new/",
        parts.ReleasePartPage.as_view(),
        name="release_part",
    ),
    path(
        "money/escrows/<uuid:public_id>/refunds/new/",
        parts.GivePartBackPage.as_view(),
        name="give_part_back",
    ),
    path(
        "money/escrows/<uuid:public_id>/returns/new/",
        parts.GiveReleaseBackPage.as_view(),
        name="give_release_back",
    ),
    path("money/escrows/<uuid:public_id>/bonuses/new/", parts.BonusPage.as_view(), name="bonus"),
    path(
        "money/escrows/<uuid:public_id>/cancellation/",
        bonuses.CancelBonusPage.as_view(),
        name="cancel_bonus",
    ),
    path("money/charges/", charges.ChargesPage.as_view(), name="charges"),
    # Payment methods
    path("money/methods/", payment_methods.MethodsPage.as_view(), name="methods"),
    path(
        "money/methods/new/<uuid:public_id>/",
        payment_methods.AddMethodPage.as_view(),
        name="add_method",
    ),
    path(
        "money/methods/setups/<uuid:public_id>/result/",
        payment_methods.MethodSetupResult.as_view(),
        name="method_setup_result",
    ),
    path(
        "money/methods/<uuid:public_id>/default/",
        payment_methods.MakeDefault.as_view(),
        name="make_default",
    ),
    path(
        "money/methods/<uuid:public_id>/removal/",
        payment_methods.RemoveMethodPage.as_view(),
        name="remove_method",
    ),
    path("money/debts/", debts.DebtsPage.as_view(), name="debts"),
    # Payouts
    path("money/payouts/", PayoutsPage.as_view(), name="payouts"),
    path("money/payouts/new/", PayOutPage.as_view(), name="pay_out"),
    path("money/payouts/<uuid:public_id>/", PayoutPage.as_view(), name="payout"),
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
    # Documents
    path(
        "money/documents/<uuid:public_id>/", documents.DocumentDownload.as_view(), name="document"
    ),
    path("money/statements/", statements.StatementsPage.as_view(), name="statements"),
    path("money/statements/<int:year>/", statements.StatementsPage.as_view(), name="statements_of"),
    path("money/statements/<int:year>/pdf/", statements.YearPaper.as_view(), name="year_paper"),
    path(
        "money/statements/<int:year>/<int:month>/",
        statements.StatementTable.as_view(),
        name="statement",
    ),
    path(
        "money/statements/<int:year>/<int:month>/pdf/",
        statements.StatementPaper.as_view(),
        name="statement_paper",
    ),
    path(
        "money/organisations/<uuid:public_id>/statements/<int:year>/pdf/",
        statements.YearPaper.as_view(),
        name="organisation_year_paper",
    ),
    path(
        "money/organisations/<uuid:public_id>/statements/<int:year>/<int:month>/",
        statements.StatementTable.as_view(),
        name="organisation_statement",
    ),
    path(
        "money/organisations/<uuid:public_id>/statements/<int:year>/<int:month>/pdf/",
        statements.StatementPaper.as_view(),
        name="organisation_statement_paper",
    ),
    path("money/billing-details/", documents.BillingDetailsPage.as_view(), name="billing_details"),
    path(
        "money/billing-details/<uuid:public_id>/",
        documents.BillingDetailsPage.as_view(),
        name="billing_details_of",
    ),
    path("webhooks/stripe/", stripe_webhook.StripeWebhook.as_view(), name="stripe_webhook"),
]
