from django.urls import include, path

app_name = "contracts"
urlpatterns = [
    path("", include("contracts.room.urls")),
    path("", include("contracts.agreements.urls")),
    path("", include("contracts.change_orders.urls")),
    path("", include("contracts.milestones.urls")),
    path("", include("contracts.retainers.urls")),
    path("", include("contracts.timesheets.urls")),
    path("", include("contracts.trials.urls")),
    path("", include("contracts.units.urls")),
]
