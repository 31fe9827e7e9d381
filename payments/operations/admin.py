"""Calls to the processor in the admin: to search and to read."""

from django.contrib import admin

from marketplace.core.staff.admin_base import ReadOnlyAdmin
from payments.operations.models import Operation


@admin.register(Operation)
class OperationAdmin(ReadOnlyAdmin):
    list_display = ("verb", "state", "attempt", "processor_id", "times_sent", "created_at")
    list_filter = ("state", "verb")
    search_fields = ("idempotency_key", "processor_id", "public_id")
