"""Paid trials for staff: what each adds to its unit, to find and to read."""

from django.contrib import admin

from contracts.trials.models import Trial, TrialReport
from marketplace.core.staff.admin_base import ReadOnlyAdmin


@admin.register(Trial)
class TrialAdmin(ReadOnlyAdmin):
    list_display = ["unit", "hours", "due_days", "feedback_by", "feedback_at"]
    list_select_related = ["unit", "feedback_by"]
    search_fields = ["unit__title", "unit__contract__title", "unit__public_id", "task"]
    view_on_site = False


@admin.register(TrialReport)
class TrialReportAdmin(ReadOnlyAdmin):
    list_display = ["submission", "next_steps"]
    list_select_related = ["submission__unit"]
    search_fields = ["submission__unit__title", "next_steps", "questions"]
    view_on_site = False
