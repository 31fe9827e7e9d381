"""Proposals for staff: to find and to read."""

from django.contrib import admin
from unfold.admin import TabularInline

from marketplace.core.staff.admin_base import ReadOnly, ReadOnlyAdmin
from projects.proposals.models.proposals import Proposal
from projects.proposals.models.versions import ProposalMilestone, ProposalVersion


class Priced:
    """Shows a price in its words."""

    @admin.display(description="price")
    def asked(self, row: Proposal | ProposalVersion) -> str:
        return row.price_words


class MilestoneInline(ReadOnly, TabularInline):
    model = ProposalMilestone
    fields = ["position", "title", "phase", "price", "due_on"]
    readonly_fields = ["price"]


class VersionInline(Priced, ReadOnly, TabularInline):
    model = ProposalVersion
    fk_name = "proposal"
    fields = ["number", "asked", "saved_at", "sent_at"]
    readonly_fields = ["asked", "saved_at", "sent_at"]
    show_change_link = True


@admin.register(Proposal)
class ProposalAdmin(Priced, ReadOnlyAdmin):
    list_display = ["brief", "freelancer", "state", "asked", "submitted_at", "lapses_at"]
    list_filter = ["state"]
    list_select_related = ["brief", "freelancer", "current"]
    search_fields = ["brief__title", "freelancer__name", "freelancer__email", "public_id"]
    readonly_fields = ["asked", "submitted_at", "lapses_at"]
    inlines = [VersionInline]


@admin.register(ProposalVersion)
class ProposalVersionAdmin(Priced, ReadOnlyAdmin):
    list_display = ["proposal", "number", "asked", "sent_at"]
    list_select_related = ["proposal__brief", "proposal__freelancer"]
    search_fields = ["proposal__brief__title", "proposal__freelancer__name"]
    readonly_fields = ["asked", "saved_at", "sent_at"]
    inlines = [MilestoneInline]
