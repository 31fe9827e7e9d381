from django.contrib import admin

from marketplace.core.staff.admin_base import ReadOnlyAdmin
from projects.invitations.models import BriefInvitation


@admin.register(BriefInvitation)
class BriefInvitationAdmin(ReadOnlyAdmin):
    list_display = ["brief", "freelancer", "invited_by", "created_at"]
    list_select_related = ["brief", "freelancer", "invited_by"]
    search_fields = ["brief__title", "freelancer__name", "invited_by__name", "public_id"]
    readonly_fields = ["created_at"]
