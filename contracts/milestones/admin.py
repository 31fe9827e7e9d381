"""Milestones for staff: what each adds to its unit, to find and to read."""

from django.contrib import admin

from contracts.milestones.models import Milestone
from marketplace.core.staff.admin_base import ReadOnlyAdmin


@admin.register(Milestone)
class MilestoneAdmin(ReadOnlyAdmin):
    list_display = ["unit", "phase", "due_on", "rounds_used", "rounds_allowed"]
    list_filter = ["phase"]
    list_select_related = ["unit"]
    search_fields = ["unit__title", "unit__contract__title", "unit__public_id"]
    view_on_site = False
