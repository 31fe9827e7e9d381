"""Contracts for staff: to find and to read. The one act, ending a contract, has its own page."""

from django.contrib import admin
from unfold.admin import TabularInline

from contracts.units.models.cancellations import Cancellation
from contracts.units.models.submissions import (
    ChangeRequest,
    CriterionAnswer,
    Submission,
    SubmissionFile,
)
from marketplace.core.staff.admin_base import ReadOnly, ReadOnlyAdmin


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


@admin.register(Submission)
class SubmissionAdmin(ReadOnlyAdmin):
    list_display = ["milestone", "round", "submitted_by", "submitted_at", "review_ends_at"]
    list_select_related = ["milestone__contract", "submitted_by"]
    search_fields = ["milestone__title", "milestone__contract__title"]
    inlines = [AnswerInline, FileInline, ChangeRequestInline]


@admin.register(ChangeRequest)
class ChangeRequestAdmin(ReadOnlyAdmin):
    list_display = ["submission", "state", "requested_by", "requested_at"]
    list_filter = ["state", "requested_at"]
    list_select_related = ["submission__milestone", "requested_by"]
    search_fields = ["note", "submission__milestone__title", "requested_by__email"]


@admin.register(Cancellation)
class CancellationAdmin(ReadOnlyAdmin):
    list_display = ["milestone", "side", "asked_by", "state", "asked_at", "reason"]
    list_filter = ["state", "side", "asked_at"]
    list_select_related = ["milestone__contract", "asked_by"]
    search_fields = ["reason", "milestone__title", "asked_by__email"]
