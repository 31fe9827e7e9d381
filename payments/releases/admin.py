"""Returned fees in the admin: to search and to read."""

from django.contrib import admin

from marketplace.core.staff.admin_base import ReadOnlyAdmin
from payments.releases.models import FeeReturn


@admin.register(FeeReturn)
class FeeReturnAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "payout", "taken_back", "created_at")
    list_select_related = ("payout",)
    search_fields = ("public_id", "payout__public_id")
