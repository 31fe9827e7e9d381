from django.urls import path

from payments.overview.views import escrows, money
from payments.overview.views.payouts import PayoutPage

urlpatterns = [
    path("money/", money.MoneyPage.as_view(), name="money"),
    path("money/escrows/<uuid:public_id>/", escrows.EscrowPage.as_view(), name="escrow"),
    path("money/payouts/<uuid:public_id>/", PayoutPage.as_view(), name="payout"),
]
