"""The kernel for staff: the event log, the outbox, and the answers kept for repeated requests."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from marketplace.core.data.jobs import hurry
from marketplace.core.data.models import Event, IdempotencyRecord, OutboxMessage
from marketplace.core.staff.admin_base import ReadOnlyAdmin

# Sign-in belongs to its library: a change made here would go round its checks, and what it
# keeps (second factors, tokens of other sites) is not for staff to read.
for model in [
    model
    for model in admin.site._registry
    if model._meta.app_label in ("account", "auth", "mfa", "socialaccount", "usersessions")
]:
    admin.site.unregister(model)


class WaitingFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("waiting", "Waiting"), ("failed", "Failed last time"), ("done", "Done")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "done":
            return queryset.filter(done_at__isnull=False)
        if self.value() == "waiting":
            return queryset.filter(done_at=None)
        if self.value() == "failed":
            return queryset.filter(done_at=None).exclude(last_error="")
        return queryset


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    """Who did what, when and why; the database itself refuses to change a row."""

    list_display = ["at", "verb", "role", "actor", "subject_type", "subject_id", "why"]
    list_filter = ["role", "subject_type", "at"]
    list_select_related = ["actor"]
    search_fields = ["verb", "actor__email", "actor__name", "why", "=subject_id", "=public_id"]
    search_help_text = "A verb such as milestone.approved, a person, a reason, a subject's row"


@admin.register(OutboxMessage)
class OutboxMessageAdmin(ReadOnlyAdmin):
    """Jobs that were promised; the workers send again whatever is overdue, staff may hurry it."""

    list_display = ["name", "ids", "attempts", "created_at", "due_at", "done_at", "last_error"]
    list_filter = [WaitingFilter, "name", "created_at"]
    search_fields = ["name", "last_error", "ids"]
    ordering = ["-created_at"]
    actions = ["send_again"]

    @admin.action(description="Send again", permissions=["view"])
    def send_again(self, request: HttpRequest, chosen: QuerySet[OutboxMessage]) -> None:
        """Hurries the promise that stands already: it decides nothing, so it asks for no reason."""
        self.message_user(request, f"{hurry(chosen)} sent again.", messages.SUCCESS)


@admin.register(IdempotencyRecord)
class IdempotencyRecordAdmin(ReadOnlyAdmin):
    """Which programs repeat themselves; what they were answered is theirs alone."""

    list_display = ["key", "user", "status", "created_at", "claimed_at"]
    list_filter = ["status", "created_at"]
    list_select_related = ["user"]
    search_fields = ["key", "user__email"]
    exclude = ["body"]
