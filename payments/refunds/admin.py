"""Refunds in the admin: to search and to read."""

from django.contrib import admin

from marketplace.core.staff.admin_base import ReadOnlyAdmin
from payments.refunds.models import Refund


@admin.register(Refund)
class RefundAdmin(ReadOnlyAdmin):
    list_display = ("escrow", "money", "state", "processor_id", "created_at")
    list_filter = ("state", "currency")
    list_select_related = ("escrow",)
    search_fields = ("public_id", "processor_id", "escrow__title")
