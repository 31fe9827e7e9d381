"""The books in the admin: to search and to read."""

from django.contrib import admin

from marketplace.core.staff.admin_base import ReadOnlyAdmin
from payments.ledger.models import Account, AccountRollUp, Entry, Transfer


@admin.register(Account)
class AccountAdmin(ReadOnlyAdmin):
    list_display = ("kind", "owner_id", "currency", "balance")
    list_filter = ("kind", "currency")
    search_fields = ("=owner_id",)


@admin.register(AccountRollUp)
class AccountRollUpAdmin(ReadOnlyAdmin):
    list_display = ("account", "balance", "up_to", "made_at")
    list_select_related = ("account",)
    search_fields = ("=account__kind",)


@admin.register(Transfer)
class TransferAdmin(ReadOnlyAdmin):
    list_display = ("code", "key", "currency", "posted_at")
    list_filter = ("code", "currency")
    search_fields = ("key",)


@admin.register(Entry)
class EntryAdmin(ReadOnlyAdmin):
    list_display = ("transfer", "account", "amount")
    list_select_related = ("transfer", "account")
    search_fields = ("transfer__key",)
