"""Retainer periods and their reports for staff, to find and to read."""

from django.contrib import admin

from contracts.retainers.models.periods import Period
from contracts.retainers.models.reports import Report
from marketplace.core.staff.admin_base import ReadOnlyAdmin


@admin.register(Period)
class PeriodAdmin(ReadOnlyAdmin):
    list_display = ["unit", "included_hours", "rolled_seconds", "closed_at"]
    list_select_related = ["unit"]
    search_fields = ["unit__title", "unit__contract__title", "unit__public_id"]
    view_on_site = False


@admin.register(Report)
class ReportAdmin(ReadOnlyAdmin):
    list_display = ["period", "choice", "trend", "signed_name", "signed_at"]
    list_filter = ["choice", "trend"]
    list_select_related = ["period__unit"]
    search_fields = ["period__unit__title", "period__unit__contract__title", "public_id"]
    readonly_fields = ["sha256", "signed_at"]
    view_on_site = False
