"""Briefs and proposals for staff: to find and to read. A moderator's acts need a reason and are
on the brief's own page."""

from django.contrib import admin
from unfold.admin import TabularInline

from marketplace.core.staff.admin_base import ReadOnly, ReadOnlyAdmin
from projects.models import (
    Brief,
    BriefAttachment,
    BriefInvitation,
    Proposal,
    ProposalMilestone,
    ProposalVersion,
)


class AttachmentInline(ReadOnly, TabularInline):
    model = BriefAttachment
    fields = ["name", "size", "uploaded_by", "uploaded_at"]
    readonly_fields = ["uploaded_at"]


class MilestoneInline(ReadOnly, TabularInline):
    model = ProposalMilestone
    fields = ["position", "title", "phase", "price", "due_on"]
    readonly_fields = ["price"]


class VersionInline(ReadOnly, TabularInline):
    model = ProposalVersion
    fk_name = "proposal"
    fields = ["number", "price", "saved_at", "sent_at"]
    readonly_fields = ["price", "saved_at", "sent_at"]
    show_change_link = True


@admin.register(Brief)
class BriefAdmin(ReadOnlyAdmin):
    list_display = ["title", "organisation", "state", "kind", "published_at", "last_active_at"]
    list_filter = ["state", "engagement_kind", "industry", "currency", "data_sensitivity"]
    list_select_related = ["organisation"]
    search_fields = ["title", "summary", "organisation__name", "public_id"]
    date_hierarchy = "published_at"
    inlines = [AttachmentInline]
    exclude = ["search", "search_text"]

    @admin.display(description="kind")
    def kind(self, brief: Brief) -> str:
        return brief.kind_label


@admin.register(BriefInvitation)
class BriefInvitationAdmin(ReadOnlyAdmin):
    list_display = ["brief", "freelancer", "invited_by", "created_at"]
    list_select_related = ["brief", "freelancer", "invited_by"]
    search_fields = ["brief__title", "freelancer__name", "invited_by__name", "public_id"]
    readonly_fields = ["created_at"]


@admin.register(Proposal)
class ProposalAdmin(ReadOnlyAdmin):
    list_display = ["brief", "freelancer", "state", "price", "submitted_at", "lapses_at"]
    list_filter = ["state"]
    list_select_related = ["brief", "freelancer", "current"]
    search_fields = ["brief__title", "freelancer__name", "freelancer__email", "public_id"]
    readonly_fields = ["price", "submitted_at", "lapses_at"]
    inlines = [VersionInline]


@admin.register(ProposalVersion)
class ProposalVersionAdmin(ReadOnlyAdmin):
    list_display = ["proposal", "number", "price", "sent_at"]
    list_select_related = ["proposal__brief", "proposal__freelancer"]
    search_fields = ["proposal__brief__title", "proposal__freelancer__name"]
    readonly_fields = ["price", "saved_at", "sent_at"]
    inlines = [MilestoneInline]
