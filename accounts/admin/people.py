"""People for staff: to find and to read. Suspending, hiding and powers have pages of their own."""

from django.contrib import admin
from django.urls import reverse
from unfold.admin import StackedInline, TabularInline

from accounts.models import ApiToken, CaseStudy, FreelancerProfile, Membership, ToolExperience, User
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


class ToolInline(ReadOnly, TabularInline):
    model = ToolExperience
    extra = 0


class CaseStudyInline(ReadOnly, StackedInline):
    model = CaseStudy
    extra = 0
    readonly_fields = ["public_id", "grade", "created_at", "updated_at"]


@admin.register(FreelancerProfile)
class FreelancerProfileAdmin(ReadOnlyAdmin):
    list_display = ["user", "headline", "availability", "is_listed", "is_hidden", "updated_at"]
    list_filter = ["is_listed", "is_hidden", "availability", "currency"]
    list_select_related = ["user"]
    search_fields = ["user__email", "user__name", "headline", "public_id"]
    readonly_fields = ["public_id", "created_at", "updated_at"]
    inlines = [ToolInline, CaseStudyInline]


@admin.register(CaseStudy)
class CaseStudyAdmin(ReadOnlyAdmin):
    list_display = ["title", "profile", "industry", "grade", "created_at"]
    list_filter = ["grade", "industry"]
    list_select_related = ["profile__user"]
    search_fields = ["title", "profile__user__name", "profile__user__email", "public_id"]
    readonly_fields = ["public_id", "grade", "created_at", "updated_at"]
    # A case study is shown on its profile, not on a page of its own.
    view_on_site = False


@admin.register(ToolExperience)
class ToolExperienceAdmin(ReadOnlyAdmin):
    list_display = ["name", "profile", "years", "last_used"]
    list_select_related = ["profile__user"]
    search_fields = ["name", "profile__user__name"]
    list_filter = ["last_used"]


@admin.register(ApiToken)
class ApiTokenAdmin(ReadOnlyAdmin):
    """Staff see which programs act for whom; secrets are nowhere to be seen."""

    list_display = ["name", "user", "scopes", "last_used_at", "expires_at", "revoked_at"]
    list_filter = ["revoked_at", "expires_at"]
    list_select_related = ["user"]
    search_fields = ["name", "user__email", "ending"]
    exclude = ["digest"]
