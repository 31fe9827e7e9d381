from django.contrib import admin

from accounts.notices.models import NoticePreference, Notification
from marketplace.core.staff.admin_base import ReadOnlyAdmin


@admin.register(Notification)
class NotificationAdmin(ReadOnlyAdmin):
    """What was said to whom."""

    list_display = ["subject", "user", "kind", "created_at", "read_at", "emailed_at"]
    list_filter = ["kind", "created_at", "emailed_at"]
    list_select_related = ["user"]
    search_fields = ["subject", "user__email", "user__name"]


@admin.register(NoticePreference)
class NoticePreferenceAdmin(ReadOnlyAdmin):
    list_display = ["user", "kind", "in_app", "email"]
    list_filter = ["kind", "in_app", "email"]
    list_select_related = ["user"]
    search_fields = ["user__email"]
