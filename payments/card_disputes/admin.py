"""Card disputes in the admin: to read. Staff answer them on pages of their own."""

from django.contrib import admin

from marketplace.core.staff.admin_base import ReadOnlyAdmin
from payments.card_disputes.models import CardDispute, CardDisputeEvidence


@admin.register(CardDispute)
class CardDisputeAdmin(ReadOnlyAdmin):
    list_display = ("charge", "money", "state", "bears", "evidence_due_at", "processor_id")
    list_filter = ("state", "bears", "currency")
    list_select_related = ("charge__escrow",)
    search_fields = ("public_id", "processor_id", "charge__charge_id")


@admin.register(CardDisputeEvidence)
class CardDisputeEvidenceAdmin(ReadOnlyAdmin):
    list_display = ("dispute", "given_by", "submitted_at", "problem")
    list_select_related = ("dispute__charge__escrow", "given_by")
    search_fields = ("dispute__processor_id", "note")
