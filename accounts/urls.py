from django.urls import include, path

app_name = "accounts"
urlpatterns = [
    path("", include("accounts.desk.urls")),
    path("", include("accounts.sign_in.urls")),
    path("", include("accounts.organisations.urls")),
    path("", include("accounts.directory.urls")),
    path("", include("accounts.profiles.urls")),
    path("", include("accounts.notices.urls")),
    path("", include("accounts.people.urls")),
    path("", include("accounts.api_tokens.urls")),
    path("", include("accounts.moderation.urls")),
]
