from django.urls import include, path

urlpatterns = [
    path("", include("contracts.room.api.urls")),
    path("", include("contracts.change_orders.api.urls")),
    path("", include("contracts.milestones.api.urls")),
    path("", include("contracts.retainers.api.urls")),
    path("", include("contracts.timesheets.api.urls")),
    path("", include("contracts.trials.api.urls")),
    path("", include("contracts.units.api.urls")),
]
