"""Money in the admin: to search and to read. What staff may do has pages with a reason."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from unfold.widgets import UnfoldAdminTextareaWidget

from marketplace.core.data.actors import moderator
from marketplace.core.staff.admin_base import ReadOnlyAdmin
from marketplace.core.staff.reasons import SHORTEST_REASON
from marketplace.core.web.number_fields import WholeNumberField
from marketplace.core.web.text_fields import Words
from payments import models
from payments.services.fees import set_fee


class FeeScheduleForm(forms.ModelForm):
    why = Words(
        label="Reason",
        min_length=SHORTEST_REASON,
        max_length=2000,
        widget=UnfoldAdminTextareaWidget,
        help_text="Kept in the event log with your name.",
    )

    class Meta:
        field_classes: ClassVar = dict.fromkeys(
            ("basis_points", "repeat_basis_points"), WholeNumberField
        )


@admin.register(models.Escrow)
class EscrowAdmin(ReadOnlyAdmin):
    list_display = ("title", "payer", "payee", "money", "state", "created_at")
    list_filter = ("state", "currency")
    list_select_related = ("payer", "payee")
    search_fields = ("title", "public_id", "payer__name", "payee__email")


@admin.register(models.Charge)
class ChargeAdmin(ReadOnlyAdmin):
    list_display = ("escrow", "money", "state", "payment_intent_id", "created_at")
    list_filter = ("state", "currency")
    list_select_related = ("escrow",)
    search_fields = ("public_id", "session_id", "payment_intent_id", "charge_id")


@admin.register(models.ChargePlan)
class ChargePlanAdmin(ReadOnlyAdmin):
    list_display = ("escrow", "method", "state", "attempts", "next_try_at", "started_at")
    list_filter = ("state",)
    list_select_related = ("escrow", "method")
    search_fields = ("public_id", "escrow__title", "escrow__payer__name")


@admin.register(models.Refund)
class RefundAdmin(ReadOnlyAdmin):
    list_display = ("escrow", "money", "state", "processor_id", "created_at")
    list_filter = ("state", "currency")
    list_select_related = ("escrow",)
    search_fields = ("public_id", "processor_id", "escrow__title")


@admin.register(models.CardDispute)
class CardDisputeAdmin(ReadOnlyAdmin):
    list_display = ("charge", "money", "state", "bears", "evidence_due_at", "processor_id")
    list_filter = ("state", "bears", "currency")
    list_select_related = ("charge__escrow",)
    search_fields = ("public_id", "processor_id", "charge__charge_id")


@admin.register(models.CardDisputeEvidence)
class CardDisputeEvidenceAdmin(ReadOnlyAdmin):
    list_display = ("dispute", "given_by", "submitted_at", "problem")
    list_select_related = ("dispute__charge__escrow", "given_by")
    search_fields = ("dispute__processor_id", "note")


@admin.register(models.Payout)
class PayoutAdmin(ReadOnlyAdmin):
    list_display = ("escrow", "payee", "money", "state", "clears_at", "processor_id")
    list_filter = ("state", "currency")
    list_select_related = ("escrow", "payee")
    search_fields = ("public_id", "processor_id", "payee__email", "escrow__title")


@admin.register(models.BankPayout)
class BankPayoutAdmin(ReadOnlyAdmin):
    list_display = ("payee", "money", "bank", "state", "arrives_on", "processor_id")
    list_filter = ("state", "currency")
    list_select_related = ("payee",)
    search_fields = ("public_id", "processor_id", "payee__email")


@admin.register(models.Statement)
class StatementAdmin(ReadOnlyAdmin):
    list_display = ("kind", "starts_on", "organisation", "user", "issued_at")
    list_filter = ("kind",)
    list_select_related = ("organisation", "user")
    search_fields = ("public_id", "organisation__name", "user__email")


@admin.register(models.Reversal)
class ReversalAdmin(ReadOnlyAdmin):
    list_display = ("payout", "money", "state", "processor_id", "created_at")
    list_filter = ("state", "currency")
    list_select_related = ("payout__escrow",)
    search_fields = ("public_id", "processor_id", "payout__payee__email")


@admin.register(models.Payee)
class PayeeAdmin(ReadOnlyAdmin):
    list_display = ("user", "country", "state", "account_id", "created_at")
    list_filter = ("state", "country")
    list_select_related = ("user",)
    search_fields = ("user__email", "account_id")


@admin.register(models.ProcessorCustomer)
class ProcessorCustomerAdmin(ReadOnlyAdmin):
    list_display = ("organisation", "customer_id", "created_at")
    list_select_related = ("organisation",)
    search_fields = ("organisation__name", "customer_id")


@admin.register(models.PaymentMethod)
class PaymentMethodAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "organisation", "state", "is_default", "created_at")
    list_filter = ("state", "kind")
    list_select_related = ("organisation",)
    search_fields = ("organisation__name", "processor_id", "last4")


@admin.register(models.MethodSetup)
class MethodSetupAdmin(ReadOnlyAdmin):
    list_display = ("organisation", "state", "method", "currency", "created_at")
    list_filter = ("state", "currency")
    list_select_related = ("organisation", "method")
    search_fields = ("organisation__name", "session_id", "public_id")


@admin.register(models.Adjustment)
class AdjustmentAdmin(ReadOnlyAdmin):
    list_display = ("act", "money", "state", "asked_by", "decided_by", "asked_at")
    list_filter = ("state", "act", "currency")
    list_select_related = ("asked_by", "decided_by")
    search_fields = ("public_id", "reason", "asked_by__email", "decided_by__email")


@admin.register(models.Operation)
class OperationAdmin(ReadOnlyAdmin):
    list_display = ("verb", "state", "attempt", "processor_id", "times_sent", "created_at")
    list_filter = ("state", "verb")
    search_fields = ("idempotency_key", "processor_id", "public_id")


@admin.register(models.EventCursor)
class EventCursorAdmin(ReadOnlyAdmin):
    list_display = ("stream", "seen_until", "polled_at")
    search_fields = ("stream",)


@admin.register(models.StripeEvent)
class StripeEventAdmin(ReadOnlyAdmin):
    list_display = ("type", "event_id", "object_id", "state", "attempts", "received_at")
    list_filter = ("state", "is_thin")
    search_fields = ("event_id", "object_id", "type")


@admin.register(models.FeeSchedule)
class FeeScheduleAdmin(ReadOnlyAdmin):
    """A new schedule is a new row from a day on; signed contracts keep theirs."""

    list_display = ("engagement_kind", "basis_points", "repeat_basis_points", "valid_from")
    list_filter = ("engagement_kind", "valid_from")
    search_fields = ("engagement_kind",)
    form = FeeScheduleForm

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        stated = ["engagement_kind", "basis_points", "repeat_basis_points", "valid_from"]
        return stated if obj else [*stated, "why"]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        set_fee(schedule=obj, by=moderator(request.user), why=form.cleaned_data["why"])

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(getattr(request.user, "is_superuser", False))


@admin.register(models.BillingDetails)
class BillingDetailsAdmin(ReadOnlyAdmin):
    list_display = ("legal_name", "organisation", "user", "country", "tax_number")
    list_filter = ("country",)
    list_select_related = ("organisation", "user")
    search_fields = ("legal_name", "tax_number", "organisation__name", "user__email")


@admin.register(models.Document)
class DocumentAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "kind", "charge", "payout", "fee_return", "refund", "issued_at")
    list_filter = ("kind",)
    list_select_related = ("charge", "payout", "fee_return__payout", "refund")
    search_fields = ("=number", "public_id")


@admin.register(models.FeeReturn)
class FeeReturnAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "payout", "taken_back", "created_at")
    list_select_related = ("payout",)
    search_fields = ("public_id", "payout__public_id")


@admin.register(models.DocumentSeries)
class DocumentSeriesAdmin(ReadOnlyAdmin):
    list_display = ("kind", "last_number")
    search_fields = ("kind",)


@admin.register(models.Reconciliation)
class ReconciliationAdmin(ReadOnlyAdmin):
    list_display = ("started_at", "state", "is_full", "matched", "open_cases")
    list_filter = ("state", "is_full")
    search_fields = ("public_id",)


@admin.register(models.ReconciliationCase)
class ReconciliationCaseAdmin(ReadOnlyAdmin):
    list_display = ("kind", "reference", "theirs", "ours", "currency", "state", "opened_at")
    list_filter = ("state", "kind", "currency")
    list_select_related = ("closed_by",)
    search_fields = ("reference", "public_id", "explanation")


@admin.register(models.BalanceLine)
class BalanceLineAdmin(ReadOnlyAdmin):
    list_display = ("line_id", "kind", "source", "net", "currency", "at")
    list_filter = ("kind", "currency")
    list_select_related = ("transfer",)
    search_fields = ("=line_id", "=source")


@admin.register(models.PlatformBalance)
class PlatformBalanceAdmin(ReadOnlyAdmin):
    list_display = ("currency", "state", "available", "pending", "due", "looked_at")
    list_filter = ("state",)
    search_fields = ("currency",)


@admin.register(models.Account)
class AccountAdmin(ReadOnlyAdmin):
    list_display = ("kind", "owner_id", "currency", "balance")
    list_filter = ("kind", "currency")
    search_fields = ("=owner_id",)


@admin.register(models.AccountRollUp)
class AccountRollUpAdmin(ReadOnlyAdmin):
    list_display = ("account", "balance", "up_to", "made_at")
    list_select_related = ("account",)
    search_fields = ("=account__kind",)


@admin.register(models.Transfer)
class TransferAdmin(ReadOnlyAdmin):
    list_display = ("code", "key", "currency", "posted_at")
    list_filter = ("code", "currency")
    search_fields = ("key",)


@admin.register(models.Entry)
class EntryAdmin(ReadOnlyAdmin):
    list_display = ("transfer", "account", "amount")
    list_select_related = ("transfer", "account")
    search_fields = ("transfer__key",)
