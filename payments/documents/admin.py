"""Numbered papers in the admin, and who they name: to search and to read."""

from django.contrib import admin

from marketplace.core.staff.admin_base import ReadOnlyAdmin
from payments.documents.models.billing_details import BillingDetails
from payments.documents.models.documents import Document, DocumentSeries
from payments.documents.models.statements import Statement


@admin.register(Statement)
class StatementAdmin(ReadOnlyAdmin):
    list_display = ("kind", "starts_on", "organisation", "user", "issued_at")
    list_filter = ("kind",)
    list_select_related = ("organisation", "user")
    search_fields = ("public_id", "organisation__name", "user__email")


@admin.register(BillingDetails)
class BillingDetailsAdmin(ReadOnlyAdmin):
    list_display = ("legal_name", "organisation", "user", "country", "tax_number")
    list_filter = ("country",)
    list_select_related = ("organisation", "user")
    search_fields = ("legal_name", "tax_number", "organisation__name", "user__email")


@admin.register(Document)
class DocumentAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "kind", "charge", "payout", "fee_return", "refund", "issued_at")
    list_filter = ("kind",)
    list_select_related = ("charge", "payout", "fee_return__payout", "refund")
    search_fields = ("=number", "public_id")


@admin.register(DocumentSeries)
class DocumentSeriesAdmin(ReadOnlyAdmin):
    list_display = ("kind", "last_number")
    search_fields = ("kind",)
