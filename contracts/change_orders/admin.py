"""Change orders for staff: to find and to read."""

from django.contrib import admin

from contracts.change_orders.models import ChangeOrder
from marketplace.core.staff.admin_base import ReadOnlyAdmin


@admin.register(ChangeOrder)
class ChangeOrderAdmin(ReadOnlyAdmin):
    list_display = ["contract", "proposed", "side", "proposed_by", "state", "proposed_at"]
    list_filter = ["state", "side", "proposed_at"]
    list_select_related = ["contract", "proposed", "proposed_by"]
    search_fields = ["reason", "contract__title", "proposed_by__email", "public_id"]
    readonly_fields = ["state", "proposed_at"]
    view_on_site = False
