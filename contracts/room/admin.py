"""Contracts for staff: to find and to read. The one act, ending a contract, has its own page."""

from django.contrib import admin
from django.urls import reverse
from unfold.admin import TabularInline

from contracts.agreements.admin import VersionInline
from contracts.agreements.models.contracts import Contract
from contracts.units.models.units import Unit
from marketplace.core.staff.admin_base import ReadOnly, ReadOnlyAdmin


class UnitInline(ReadOnly, TabularInline):
    model = Unit
    fields = ["position", "title", "kind", "state", "price", "review_ends_at"]
    readonly_fields = ["state", "price"]
    show_change_link = True


@admin.register(Contract)
class ContractAdmin(ReadOnlyAdmin):
    list_display = ["title", "organisation", "freelancer", "kind", "state", "price", "offered_at"]
    list_filter = ["state", "kind", "currency"]
    list_select_related = ["organisation", "freelancer", "terms"]
    search_fields = ["title", "organisation__name", "freelancer__name", "public_id"]
    date_hierarchy = "offered_at"
    readonly_fields = ["state", "price"]
    inlines = [UnitInline, VersionInline]

    @admin.display(description="price")
    def price(self, contract: Contract) -> str:
        return str(contract.terms.draft.price) if contract.terms else ""

    def view_on_site(self, contract: Contract) -> str:
        return reverse("contracts:staff_contract", args=[contract.public_id])
