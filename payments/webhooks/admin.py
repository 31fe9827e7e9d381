"""Messages of the processor in the admin: to search and to read."""

from django.contrib import admin

from marketplace.core.staff.admin_base import ReadOnlyAdmin
from payments.webhooks.models import EventCursor, StripeEvent


@admin.register(EventCursor)
class EventCursorAdmin(ReadOnlyAdmin):
    list_display = ("stream", "seen_until", "polled_at")
    search_fields = ("stream",)


@admin.register(StripeEvent)
class StripeEventAdmin(ReadOnlyAdmin):
    list_display = ("type", "event_id", "object_id", "state", "attempts", "received_at")
    list_filter = ("state", "is_thin")
    search_fields = ("event_id", "object_id", "type")
