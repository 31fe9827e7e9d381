"""Terms and signatures for staff: to find and to read."""

from django.contrib import admin
from unfold.admin import TabularInline

from contracts.agreements.models.terms import Signature, TermsVersion
from marketplace.core.staff.admin_base import ReadOnly, ReadOnlyAdmin


class VersionInline(ReadOnly, TabularInline):
    model = TermsVersion
    fk_name = "contract"
    fields = ["number", "side", "proposed_by", "sha256", "created_at"]
    readonly_fields = ["created_at"]
    show_change_link = True


class SignatureInline(ReadOnly, TabularInline):
    model = Signature
    fields = ["side", "name", "user", "address", "sha256", "signed_at"]
    readonly_fields = ["signed_at"]


@admin.register(TermsVersion)
class TermsVersionAdmin(ReadOnlyAdmin):
    list_display = ["contract", "number", "side", "proposed_by", "sha256", "created_at"]
    list_select_related = ["contract", "proposed_by"]
    search_fields = ["contract__title", "sha256"]
    inlines = [SignatureInline]


@admin.register(Signature)
class SignatureAdmin(ReadOnlyAdmin):
    list_display = ["name", "side", "terms", "user", "signed_at", "sha256"]
    list_filter = ["side", "signed_at"]
    list_select_related = ["terms__contract", "user"]
    search_fields = ["name", "user__email", "terms__contract__title", "sha256"]
