from django.urls import include, path

app_name = "payments"
urlpatterns = [
    path("", include("payments.overview.urls")),
    path("", include("payments.payment_methods.urls")),
    path("", include("payments.charges.urls")),
    path("", include("payments.payouts.urls")),
    path("", include("payments.releases.urls")),
    path("", include("payments.documents.urls")),
    path("", include("payments.webhooks.urls")),
    path("", include("payments.reconciliation.urls")),
    path("", include("payments.staff.urls")),
]
