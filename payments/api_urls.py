from django.urls import path

from payments.charges.api.views import ChargePlanDetail, Charges
from payments.documents.api import documents, statements
from payments.escrows.api.views import Escrows
from payments.overview.api import amounts as parts
from payments.overview.api.escrows import EscrowDetail
from payments.payment_methods.api.views import PaymentMethods
from payments.payouts.api import bank_payouts, payouts

urlpatterns = [
    path("escrows/", Escrows.as_view(), name="escrows"),
    path("escrows/<uuid:public_id>/", EscrowDetail.as_view(), name="escrow"),
    path("escrows/<uuid:public_id>/releases/", parts.Releases.as_view(), name="release_part"),
    path("escrows/<uuid:public_id>/refunds/", parts.Refunds.as_view(), name="give_part_back"),
    path("escrows/<uuid:public_id>/returns/", parts.Returns.as_view(), name="give_release_back"),
    path("escrows/<uuid:public_id>/bonuses/", parts.Bonuses.as_view(), name="bonus"),
    path(
        "escrows/<uuid:public_id>/cancellation/",
        parts.BonusCancellation.as_view(),
        name="cancel_bonus",
    ),
    path(
        "escrows/<uuid:public_id>/charge-plan/",
        ChargePlanDetail.as_view(),
        name="charge_plan",
    ),
    path("charges/", Charges.as_view(), name="charges"),
    path("payment-methods/", PaymentMethods.as_view(), name="payment_methods"),
    path("documents/", documents.Documents.as_view(), name="documents"),
    path(
        "documents/<uuid:public_id>/file/", documents.DocumentFile.as_view(), name="document_file"
    ),
    path("payouts/", payouts.Payouts.as_view(), name="payouts"),
    path("payouts/<uuid:public_id>/", payouts.PayoutDetail.as_view(), name="payout"),
    path("bank-payouts/", bank_payouts.BankPayouts.as_view(), name="bank_payouts"),
    path(
        "bank-payouts/<uuid:public_id>/",
        bank_payouts.BankPayoutDetail.as_view(),
        name="bank_payout",
    ),
    path(
        "statements/<int:year>/<int:month>/",
        statements.StatementOfMonth.as_view(),
        name="statement",
    ),
    path(
        "organisations/<uuid:public_id>/statements/<int:year>/<int:month>/",
        statements.StatementOfOrganisation.as_view(),
        name="organisation_statement",
    ),
    path("payout-account/", payouts.PayoutAccount.as_view(), name="payout_account"),
    path("payout-account/onboarding/", payouts.Onboarding.as_view(), name="onboarding"),
]
