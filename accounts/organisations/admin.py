from django.contrib import admin
from unfold.admin import TabularInline

from accounts.organisations.models.invitations import Invitation
from accounts.organisations.models.organisations import Membership, Organisation
from marketplace.core.staff.admin_base import ReadOnly, ReadOnlyAdmin


class MemberInline(ReadOnly, TabularInline):
    model = Membership
    extra = 0
    fields = ["user", "role", "created_at"]
    readonly_fields = ["created_at"]


@admin.register(Organisation)
class OrganisationAdmin(ReadOnlyAdmin):
    list_display = ["name", "country", "website", "created_at"]
    list_filter = ["created_at", "country"]
    search_fields = ["name", "public_id", "members__email"]
    readonly_fields = ["public_id", "created_at"]
    inlines = [MemberInline]


@admin.register(Membership)
class MembershipAdmin(ReadOnlyAdmin):
    list_display = ["user", "organisation", "role", "created_at"]
    list_filter = ["role"]
    list_select_related = ["user", "organisation"]
    search_fields = ["user__email", "user__name", "organisation__name"]
    readonly_fields = ["public_id", "created_at"]


@admin.register(Invitation)
class InvitationAdmin(ReadOnlyAdmin):
    list_display = ["email", "organisation", "role", "expires_at", "accepted_at", "revoked_at"]
    list_filter = ["role", "accepted_at", "revoked_at"]
    list_select_related = ["organisation"]
    search_fields = ["email", "organisation__name"]
    readonly_fields = ["public_id", "created_at", "sendings", "emailed_at"]
