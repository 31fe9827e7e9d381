"""Payouts and payees in the admin: to search and to read."""

from django.contrib import admin

from marketplace.core.staff.admin_base import ReadOnlyAdmin
from payments.payouts.models.bank_payouts import BankPayout
from payments.payouts.models.payees import Payee
from payments.payouts.models.payouts import Payout
from payments.payouts.models.reversals import Reversal


@admin.register(Payout)
class PayoutAdmin(ReadOnlyAdmin):
    list_display = ("escrow", "payee", "money", "state", "clears_at", "processor_id")
    list_filter = ("state", "currency")
    list_select_related = ("escrow", "payee")
    search_fields = ("public_id", "processor_id", "payee__email", "escrow__title")


@admin.register(BankPayout)
class BankPayoutAdmin(ReadOnlyAdmin):
    list_display = ("payee", "money", "bank", "state", "arrives_on", "processor_id")
    list_filter = ("state", "currency")
    list_select_related = ("payee",)
    search_fields = ("public_id", "processor_id", "payee__email")


@admin.register(Reversal)
class ReversalAdmin(ReadOnlyAdmin):
    list_display = ("payout", "money", "state", "processor_id", "created_at")
    list_filter = ("state", "currency")
    list_select_related = ("payout__escrow",)
    search_fields = ("public_id", "processor_id", "payout__payee__email")


@admin.register(Payee)
class PayeeAdmin(ReadOnlyAdmin):
    list_display = ("user", "country", "state", "account_id", "created_at")
    list_filter = ("state", "country")
    list_select_related = ("user",)
    search_fields = ("user__email", "account_id")
