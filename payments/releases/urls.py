from django.urls import path

from payments.releases.views import bonuses, parts

urlpatterns = [
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
]
