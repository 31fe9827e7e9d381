from django.contrib import admin

from accounts.api_tokens.models import ApiToken
from marketplace.core.staff.admin_base import ReadOnlyAdmin


@admin.register(ApiToken)
class ApiTokenAdmin(ReadOnlyAdmin):
    """Staff see which programs act for whom; secrets are nowhere to be seen."""

    list_display = ["name", "user", "scopes", "last_used_at", "expires_at", "revoked_at"]
    list_filter = ["revoked_at", "expires_at"]
    list_select_related = ["user"]
    search_fields = ["name", "user__email", "ending"]
    exclude = ["digest"]
