"""Weeks and their lines for staff, to find and to read; a contested line with why."""

from django.contrib import admin

from contracts.timesheets.models.entries import TimeContest, TimeEntry
from contracts.timesheets.models.timers import Timer
from contracts.timesheets.models.weeks import Week
from marketplace.core.staff.admin_base import ReadOnlyAdmin


@admin.register(Week)
class WeekAdmin(ReadOnlyAdmin):
    list_display = ["unit", "rate", "waiting_rate", "limit_hours"]
    list_select_related = ["unit"]
    search_fields = ["unit__title", "unit__contract__title", "unit__public_id"]
    view_on_site = False


@admin.register(TimeEntry)
class TimeEntryAdmin(ReadOnlyAdmin):
    list_display = ["unit", "started_at", "ended_at", "task", "is_waiting", "amount"]
    list_select_related = ["unit__contract"]
    search_fields = ["task", "unit__title", "unit__contract__title", "unit__public_id"]
    readonly_fields = ["entered_at"]
    view_on_site = False


@admin.register(TimeContest)
class TimeContestAdmin(ReadOnlyAdmin):
    list_display = ["entry", "ground", "state", "opened_by", "opened_at"]
    list_filter = ["ground", "state"]
    list_select_related = ["entry", "opened_by"]
    search_fields = ["entry__task", "reason", "public_id"]
    readonly_fields = ["state", "opened_at", "answered_at"]
    view_on_site = False


@admin.register(Timer)
class TimerAdmin(ReadOnlyAdmin):
    list_display = ["freelancer", "contract", "started_at", "seen_at"]
    list_select_related = ["freelancer", "contract"]
    search_fields = ["freelancer__name", "contract__title"]
    view_on_site = False
