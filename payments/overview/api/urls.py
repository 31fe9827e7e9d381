from django.urls import path

from payments.overview.api import amounts
from payments.overview.api.escrows import EscrowDetail

urlpatterns = [
    path("escrows/<uuid:public_id>/", EscrowDetail.as_view(), name="escrow"),
    path("escrows/<uuid:public_id>/releases/", amounts.Releases.as_view(), name="release_part"),
    path("escrows/<uuid:public_id>/refunds/", amounts.Refunds.as_view(), name="give_part_back"),
    path("escrows/<uuid:public_id>/returns/", amounts.Returns.as_view(), name="give_release_back"),
    path("escrows/<uuid:public_id>/bonuses/", amounts.Bonuses.as_view(), name="bonus"),
    path(
        "escrows/<uuid:public_id>/cancellation/",
        amounts.BonusCancellation.as_view(),
        name="cancel_bonus",
    ),
]
