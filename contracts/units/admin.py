"""Units of work for staff, with what was handed in and asked: to find and to read."""

from django.contrib import admin
from unfold.admin import TabularInline

from contracts.units.models.cancellations import Cancellation
from contracts.units.models.criteria import AcceptanceCriterion
from contracts.units.models.submissions import (
    ChangeRequest,
    CriterionAnswer,
    Submission,
    SubmissionFile,
)
from contracts.units.models.units import Unit
from marketplace.core.staff.admin_base import ReadOnly, ReadOnlyAdmin


class CriterionInline(ReadOnly, TabularInline):
    model = AcceptanceCriterion
    fields = ["position", "text"]


class SubmissionInline(ReadOnly, TabularInline):
    model = Submission
    fields = ["round", "submitted_by", "submitted_at", "review_ends_at"]
    readonly_fields = ["submitted_at"]
    show_change_link = True


class CancellationInline(ReadOnly, TabularInline):
    model = Cancellation
    fields = ["side", "asked_by", "asked_at", "state", "reason"]
    readonly_fields = ["asked_at", "state"]


class FileInline(ReadOnly, TabularInline):
    model = SubmissionFile
    fields = ["name", "size", "sha256", "uploaded_at"]
    readonly_fields = ["uploaded_at"]


class ChangeRequestInline(ReadOnly, TabularInline):
    model = ChangeRequest
    fields = ["note", "state", "requested_by", "requested_at"]
    readonly_fields = ["state", "requested_at"]


class AnswerInline(ReadOnly, TabularInline):
    model = CriterionAnswer
    fields = ["criterion", "is_claimed_met", "shown_by", "is_found_met", "reason"]


@admin.register(Unit)
class UnitAdmin(ReadOnlyAdmin):
    list_display = ["contract", "position", "kind", "title", "state", "price", "review_ends_at"]
    list_filter = ["kind", "state", "currency"]
    list_select_related = ["contract"]
    search_fields = ["title", "contract__title", "public_id"]
    readonly_fields = ["state", "price"]
    inlines = [CriterionInline, SubmissionInline, CancellationInline]
    view_on_site = False


@admin.register(Submission)
class SubmissionAdmin(ReadOnlyAdmin):
    list_display = ["unit", "round", "submitted_by", "submitted_at", "review_ends_at"]
    list_select_related = ["unit__contract", "submitted_by"]
    search_fields = ["unit__title", "unit__contract__title"]
    inlines = [AnswerInline, FileInline, ChangeRequestInline]


@admin.register(ChangeRequest)
class ChangeRequestAdmin(ReadOnlyAdmin):
    list_display = ["submission", "state", "requested_by", "requested_at"]
    list_filter = ["state", "requested_at"]
    list_select_related = ["submission__unit", "requested_by"]
    search_fields = ["note", "submission__unit__title", "requested_by__email"]


@admin.register(Cancellation)
class CancellationAdmin(ReadOnlyAdmin):
    list_display = ["unit", "side", "asked_by", "state", "asked_at", "reason"]
    list_filter = ["state", "side", "asked_at"]
    list_select_related = ["unit__contract", "asked_by"]
    search_fields = ["reason", "unit__title", "asked_by__email"]
