from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.http import HttpRequest
from unfold.admin import ModelAdmin, StackedInline, TabularInline
from unfold.forms import AdminPasswordChangeForm, UserChangeForm

from accounts.models import ApiToken, CaseStudy, FreelancerProfile, Membership, ToolExperience, User


class MembershipInline(TabularInline):
    model = Membership
    extra = 0
    autocomplete_fields = ["organisation"]
    readonly_fields = ["created_at"]


@admin.register(User)
class UserAdmin(DjangoUserAdmin, ModelAdmin):
    form = UserChangeForm
    change_password_form = AdminPasswordChangeForm
    list_display = ["email", "name", "time_zone", "is_moderator", "is_staff", "is_active"]
    list_filter = ["is_active", "is_moderator", "is_staff", "is_demo", "date_joined"]
    search_fields = ["email", "name", "public_id"]
    ordering = ["-id"]
    readonly_fields = ["public_id", "is_demo", "last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["public_id", "email", "name", "time_zone", "password"]}),
        ("Powers", {"fields": ["is_active", "is_moderator", "is_staff", "is_superuser", "groups"]}),
        ("Facts", {"fields": ["is_demo", "last_login", "date_joined"]}),
    ]
    add_fieldsets = [(None, {"fields": ["email", "name", "password1", "password2"]})]
    inlines = [MembershipInline]


class ToolInline(TabularInline):
    model = ToolExperience
    extra = 0


class CaseStudyInline(StackedInline):
    model = CaseStudy
    extra = 0
    readonly_fields = ["public_id", "grade", "created_at", "updated_at"]


@admin.register(FreelancerProfile)
class FreelancerProfileAdmin(ModelAdmin):
    list_display = ["user", "headline", "availability", "is_listed", "updated_at"]
    list_filter = ["is_listed", "availability", "currency"]
    list_select_related = ["user"]
    search_fields = ["user__email", "user__name", "headline", "public_id"]
    autocomplete_fields = ["user"]
    readonly_fields = ["public_id", "created_at", "updated_at"]
    ordering = ["-id"]
    inlines = [ToolInline, CaseStudyInline]


@admin.register(CaseStudy)
class CaseStudyAdmin(ModelAdmin):
    list_display = ["title", "profile", "industry", "grade", "created_at"]
    list_filter = ["grade", "industry"]
    list_select_related = ["profile__user"]
    search_fields = ["title", "profile__user__name", "profile__user__email", "public_id"]
    autocomplete_fields = ["profile"]
    readonly_fields = ["public_id", "grade", "created_at", "updated_at"]
    ordering = ["-id"]


@admin.register(ToolExperience)
class ToolExperienceAdmin(ModelAdmin):
    list_display = ["name", "profile", "years", "last_used"]
    list_select_related = ["profile__user"]
    search_fields = ["name", "profile__user__name"]
    list_filter = ["last_used"]
    autocomplete_fields = ["profile"]


@admin.register(ApiToken)
class ApiTokenAdmin(ModelAdmin):
    """Staff see which programs act for whom; secrets are nowhere to be seen."""

    list_display = ["name", "user", "scopes", "last_used_at", "expires_at", "revoked_at"]
    list_filter = ["revoked_at", "expires_at"]
    list_select_related = ["user"]
    search_fields = ["name", "user__email", "ending"]
    exclude = ["digest"]
    ordering = ["-id"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
