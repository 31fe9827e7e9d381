from django.urls import include, path

urlpatterns = [
    path("", include("accounts.desk.api.urls")),
    path("", include("accounts.organisations.api.urls")),
    path("", include("accounts.directory.api.urls")),
]
