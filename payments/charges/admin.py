"""Attempts to pay in the admin: to search and to read."""

from django.contrib import admin

from marketplace.core.staff.admin_base import ReadOnlyAdmin
from payments.charges.models import Charge, ChargePlan, Funding


@admin.register(Charge)
class ChargeAdmin(ReadOnlyAdmin):
    list_display = ("escrow", "money", "state", "payment_intent_id", "created_at")
    list_filter = ("state", "currency")
    list_select_related = ("escrow",)
    search_fields = ("public_id", "session_id", "payment_intent_id", "charge_id")


@admin.register(ChargePlan)
class ChargePlanAdmin(ReadOnlyAdmin):
    list_display = ("escrow", "method", "state", "attempts", "next_try_at", "started_at")
    list_filter = ("state",)
    list_select_related = ("escrow", "method")
    search_fields = ("public_id", "escrow__title", "escrow__payer__name")


@admin.register(Funding)
class FundingAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "carried_from", "released", "refunded", "carried_on", "created_at")
    list_select_related = ("escrow", "carried_from")
    search_fields = ("public_id", "escrow__public_id", "charge__public_id", "charge__charge_id")
