from django.urls import path

from payments.api import views

urlpatterns = [
    path("escrows/", views.Escrows.as_view(), name="escrows"),
    path("escrows/<uuid:public_id>/", views.EscrowDetail.as_view(), name="escrow"),
    path("payouts/", views.Payouts.as_view(), name="payouts"),
    path("payouts/<uuid:public_id>/", views.PayoutDetail.as_view(), name="payout"),
    path("payout-account/", views.PayoutAccount.as_view(), name="payout_account"),
    path("payout-account/onboarding/", views.Onboarding.as_view(), name="onboarding"),
]
