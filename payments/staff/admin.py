"""Adjustments in the admin: to read. They are asked for and decided on pages with a reason."""

from django.contrib import admin

from marketplace.core.staff.admin_base import ReadOnlyAdmin
from payments.staff.models import Adjustment


@admin.register(Adjustment)
class AdjustmentAdmin(ReadOnlyAdmin):
    list_display = ("act", "money", "state", "asked_by", "decided_by", "asked_at")
    list_filter = ("state", "act", "currency")
    list_select_related = ("asked_by", "decided_by")
    search_fields = ("public_id", "reason", "asked_by__email", "decided_by__email")
