"""Contracts for staff: to find and to read. The one act, ending a contract, has its own page."""

from django.contrib import admin
from django.urls import reverse
from unfold.admin import TabularInline

from contracts.agreements.models.contracts import Contract
from contracts.agreements.models.terms import Signature, TermsVersion
from contracts.milestones.models import Milestone
from marketplace.core.staff.admin_base import ReadOnly, ReadOnlyAdmin


class MilestoneInline(ReadOnly, TabularInline):
    model = Milestone
    fields = ["position", "title", "state", "price", "due_on", "review_ends_at"]
    readonly_fields = ["state", "price"]
    show_change_link = True


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


@admin.register(Contract)
class ContractAdmin(ReadOnlyAdmin):
    list_display = ["title", "organisation", "freelancer", "kind", "state", "price", "offered_at"]
    list_filter = ["state", "kind", "currency"]
    list_select_related = ["organisation", "freelancer", "terms"]
    search_fields = ["title", "organisation__name", "freelancer__name", "public_id"]
    date_hierarchy = "offered_at"
    readonly_fields = ["state", "price"]
    inlines = [MilestoneInline, VersionInline]

    @admin.display(description="price")
    def price(self, contract: Contract) -> str:
        return str(contract.terms.draft.price) if contract.terms else ""

    def view_on_site(self, contract: Contract) -> str:
        return reverse("contracts:staff_contract", args=[contract.public_id])


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
