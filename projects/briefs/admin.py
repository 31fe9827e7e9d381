"""Briefs for staff: to find and to read. A moderator's acts are on the brief's own page."""

from django.contrib import admin
from unfold.admin import TabularInline

from marketplace.core.staff.admin_base import ReadOnly, ReadOnlyAdmin
from projects.briefs.models.attachments import BriefAttachment
from projects.briefs.models.briefs import Brief


class AttachmentInline(ReadOnly, TabularInline):
    model = BriefAttachment
    fields = ["name", "size", "uploaded_by", "uploaded_at"]
    readonly_fields = ["uploaded_at"]


@admin.register(Brief)
class BriefAdmin(ReadOnlyAdmin):
    list_display = ["title", "organisation", "state", "kind", "published_at", "last_active_at"]
    list_filter = ["state", "engagement_kind", "industry", "currency", "data_sensitivity"]
    list_select_related = ["organisation"]
    search_fields = ["title", "summary", "organisation__name", "public_id"]
    date_hierarchy = "published_at"
    inlines = [AttachmentInline]

    @admin.display(description="kind")
    def kind(self, brief: Brief) -> str:
        return brief.kind_label
