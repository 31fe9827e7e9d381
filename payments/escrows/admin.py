"""Held funds in the admin, to read; and the fee schedule, which a superuser adds to."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from unfold.widgets import UnfoldAdminTextareaWidget

from marketplace.core.data.actors import moderator
from marketplace.core.staff.admin_base import ReadOnlyAdmin
from marketplace.core.staff.reasons import staff_reason
from marketplace.core.web.number_fields import WholeNumberField
from payments.escrows.models.escrows import Escrow
from payments.escrows.models.fee_schedules import FeeSchedule
from payments.escrows.services.fees import set_fee


class FeeScheduleForm(forms.ModelForm):
    why = staff_reason(widget=UnfoldAdminTextareaWidget)

    class Meta:
        field_classes: ClassVar = dict.fromkeys(
            ("basis_points", "repeat_basis_points"), WholeNumberField
        )


@admin.register(Escrow)
class EscrowAdmin(ReadOnlyAdmin):
    list_display = ("title", "payer", "payee", "money", "state", "created_at")
    list_filter = ("state", "currency")
    list_select_related = ("payer", "payee")
    search_fields = ("title", "public_id", "payer__name", "payee__email")


@admin.register(FeeSchedule)
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
