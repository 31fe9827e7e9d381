"""Profiles for staff: to find and to read. Hiding has a page of its own."""

from django.contrib import admin
from unfold.admin import StackedInline, TabularInline

from accounts.profiles.models.case_studies import CaseStudy
from accounts.profiles.models.profiles import FreelancerProfile, ToolExperience
from marketplace.core.staff.admin_base import ReadOnly, ReadOnlyAdmin


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
