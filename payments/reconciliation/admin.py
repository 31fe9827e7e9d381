"""Comparisons with the processor in the admin: to search and to read."""

from django.contrib import admin

from marketplace.core.staff.admin_base import ReadOnlyAdmin
from payments.reconciliation.models.platform_balances import PlatformBalance
from payments.reconciliation.models.reconciliations import (
    BalanceLine,
    Reconciliation,
    ReconciliationCase,
)


@admin.register(Reconciliation)
class ReconciliationAdmin(ReadOnlyAdmin):
    list_display = ("started_at", "state", "is_full", "matched", "open_cases")
    list_filter = ("state", "is_full")
    search_fields = ("public_id",)


@admin.register(ReconciliationCase)
class ReconciliationCaseAdmin(ReadOnlyAdmin):
    list_display = ("kind", "reference", "theirs", "ours", "currency", "state", "opened_at")
    list_filter = ("state", "kind", "currency")
    list_select_related = ("closed_by",)
    search_fields = ("reference", "public_id", "explanation")


@admin.register(BalanceLine)
class BalanceLineAdmin(ReadOnlyAdmin):
    list_display = ("line_id", "kind", "source", "net", "currency", "at")
    list_filter = ("kind", "currency")
    list_select_related = ("transfer",)
    search_fields = ("=line_id", "=source")


@admin.register(PlatformBalance)
class PlatformBalanceAdmin(ReadOnlyAdmin):
    list_display = ("currency", "state", "available", "pending", "due", "looked_at")
    list_filter = ("state",)
    search_fields = ("currency",)
