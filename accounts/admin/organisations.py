from django.contrib import admin
from unfold.admin import ModelAdmin, TabularInline

from accounts.models import Invitation, Membership, Organisation


class MemberInline(TabularInline):
    model = Membership
    extra = 0
    autocomplete_fields = ["user"]
    readonly_fields = ["created_at"]


@admin.register(Organisation)
class OrganisationAdmin(ModelAdmin):
    list_display = ["name", "country", "website", "created_at"]
    list_filter = ["created_at", "country"]
    search_fields = ["name", "public_id", "members__email"]
    readonly_fields = ["public_id", "created_at"]
    ordering = ["-id"]
    inlines = [MemberInline]


@admin.register(Membership)
class MembershipAdmin(ModelAdmin):
    list_display = ["user", "organisation", "role", "created_at"]
    list_filter = ["role"]
    list_select_related = ["user", "organisation"]
    search_fields = ["user__email", "user__name", "organisation__name"]
    autocomplete_fields = ["user", "organisation"]
    readonly_fields = ["public_id", "created_at"]
    ordering = ["-id"]


@admin.register(Invitation)
class InvitationAdmin(ModelAdmin):
    list_display = ["email", "organisation", "role", "expires_at", "accepted_at", "revoked_at"]
    list_filter = ["role", "accepted_at", "revoked_at"]
    list_select_related = ["organisation"]
    search_fields = ["email", "organisation__name"]
    autocomplete_fields = ["organisation", "invited_by"]
    readonly_fields = ["public_id", "created_at", "sendings", "emailed_at"]
    ordering = ["-id"]
