from django.urls import path

from accounts.api_tokens import views

urlpatterns = [
    path("settings/tokens/", views.TokensPage.as_view(), name="settings_tokens"),
    path(
        "settings/tokens/<uuid:public_id>/revocation/",
        views.RevokeTokenAct.as_view(),
        name="token_revocation",
    ),
]
