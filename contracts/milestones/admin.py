"""Contracts for staff: to find and to read. The one act, ending a contract, has its own page."""

from django.contrib import admin
from unfold.admin import TabularInline

from contracts.milestones.models import AcceptanceCriterion, Milestone
from contracts.units.admin import CancellationInline, SubmissionInline
from marketplace.core.staff.admin_base import ReadOnly, ReadOnlyAdmin


class CriterionInline(ReadOnly, TabularInline):
    model = AcceptanceCriterion
    fields = ["position", "text"]


@admin.register(Milestone)
class MilestoneAdmin(ReadOnlyAdmin):
    list_display = ["contract", "position", "title", "state", "price", "review_ends_at"]
    list_filter = ["state", "currency"]
    list_select_related = ["contract"]
    search_fields = ["title", "contract__title", "public_id"]
    readonly_fields = ["state", "price"]
    inlines = [CriterionInline, SubmissionInline, CancellationInline]
    view_on_site = False
