from django.urls import include, path

urlpatterns = [
    path("", include("payments.overview.api.urls")),
    path("", include("payments.escrows.api.urls")),
    path("", include("payments.payment_methods.api.urls")),
    path("", include("payments.charges.api.urls")),
    path("", include("payments.payouts.api.urls")),
    path("", include("payments.documents.api.urls")),
]
