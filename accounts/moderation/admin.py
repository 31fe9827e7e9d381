"""People for staff: to find and to read. Suspending, hiding and powers have pages of their own."""

from django.contrib import admin
from django.urls import reverse
from unfold.admin import TabularInline

from accounts.organisations.models.organisations import Membership
from accounts.people.models import User
from marketplace.core.staff.admin_base import ReadOnly, ReadOnlyAdmin


class MembershipInline(ReadOnly, TabularInline):
    model = Membership
    extra = 0
    fields = ["organisation", "role", "created_at"]
    readonly_fields = ["created_at"]


@admin.register(User)
class UserAdmin(ReadOnlyAdmin):
    list_display = ["email", "name", "time_zone", "is_moderator", "is_staff", "is_active"]
    list_filter = ["is_active", "is_moderator", "is_staff", "is_demo", "date_joined"]
    search_fields = ["email", "name", "public_id"]
    fieldsets = [
        (None, {"fields": ["public_id", "email", "name", "time_zone"]}),
        ("Powers", {"fields": ["is_active", "is_moderator", "is_staff", "is_superuser"]}),
        ("Facts", {"fields": ["is_demo", "last_login", "date_joined"]}),
    ]
    inlines = [MembershipInline]

    def view_on_site(self, user: User) -> str:
        return reverse("accounts:staff_person", args=[user.public_id])
