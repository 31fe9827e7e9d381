from django.urls import path

from payments.charges.api.views import ChargePlanDetail, Charges

urlpatterns = [
    path(
        "escrows/<uuid:public_id>/charge-plan/",
        ChargePlanDetail.as_view(),
        name="charge_plan",
    ),
    path("charges/", Charges.as_view(), name="charges"),
]
