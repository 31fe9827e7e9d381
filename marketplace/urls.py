from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from health_check.views import HealthCheckView

from accounts.sign_in.views.proof import SetPassword

CHECKS = ["health_check.checks.Database", "health_check.checks.Cache"]

handler400 = "marketplace.core.web.refusals.not_understood"

urlpatterns = [
    path("health/", HealthCheckView.as_view(checks=CHECKS)),
    path("", include("marketplace.core.urls")),
    path("admin/", admin.site.urls),
    path("account/password/set/", SetPassword.as_view(), name="account_set_password"),
    path("account/", include("allauth.urls")),
    path("", include("accounts.urls")),
    path("", include("projects.urls")),
    path("", include("contracts.urls")),
    path("", include("payments.urls")),
    path("api/v1/", include("marketplace.api_urls")),
]
if settings.LOCAL:
    urlpatterns.append(path("dev/mail/", include("local.urls")))
