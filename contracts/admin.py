"""Contracts for staff: to find and to read. The one act, ending a contract, has its own page."""

from django.contrib import admin
from django.urls import reverse
from unfold.admin import TabularInline

from contracts.models import (
    AcceptanceCriterion,
    Cancellation,
    ChangeRequest,
    Contract,
    CriterionAnswer,
    Milestone,
    Signature,
    Submission,
    SubmissionFile,
    TermsVersion,
)
from marketplace.core.admin_base import ReadOnly, ReadOnlyAdmin


class MilestoneInline(ReadOnly, TabularInline):
    model = Milestone
    fields = ["position", "title", "state", "price", "due_on", "review_ends_at"]
    readonly_fields = ["state", "price"]
    show_change_link = True


class VersionInline(ReadOnly, TabularInline):
    model = TermsVersion
    fk_name = "contract"
    fields = ["number", "side", "proposed_by", "sha256", "created_at"]
    readonly_fields = ["created_at"]
    show_change_link = True


class SignatureInline(ReadOnly, TabularInline):
    model = Signature
    fields = ["side", "name", "user", "address", "sha256", "signed_at"]
    readonly_fields = ["signed_at"]


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


@admin.register(Contract)
class ContractAdmin(ReadOnlyAdmin):
    list_display = ["title", "organisation", "freelancer", "kind", "state", "price", "offered_at"]
    list_filter = ["state", "kind", "currency"]
    list_select_related = ["organisation", "freelancer", "terms"]
    search_fields = ["title", "organisation__name", "freelancer__name", "public_id"]
    date_hierarchy = "offered_at"
    readonly_fields = ["state", "price"]
    inlines = [MilestoneInline, VersionInline]

    @admin.display(description="price")
    def price(self, contract: Contract) -> str:
        return str(contract.terms.draft.price) if contract.terms else ""

    def view_on_site(self, contract: Contract) -> str:
        return reverse("contracts:staff_contract", args=[contract.public_id])


@admin.register(TermsVersion)
class TermsVersionAdmin(ReadOnlyAdmin):
    list_display = ["contract", "number", "side", "proposed_by", "sha256", "created_at"]
    list_select_related = ["contract", "proposed_by"]
    search_fields = ["contract__title", "sha256"]
    inlines = [SignatureInline]


@admin.register(Milestone)
class MilestoneAdmin(ReadOnlyAdmin):
    list_display = ["contract", "position", "title", "state", "price", "review_ends_at"]
    list_filter = ["state", "currency"]
    list_select_related = ["contract"]
    search_fields = ["title", "contract__title", "public_id"]
    readonly_fields = ["state", "price"]
    inlines = [CriterionInline, SubmissionInline, CancellationInline]
    view_on_site = False


@admin.register(Submission)
class SubmissionAdmin(ReadOnlyAdmin):
    list_display = ["milestone", "round", "submitted_by", "submitted_at", "review_ends_at"]
    list_select_related = ["milestone__contract", "submitted_by"]
    search_fields = ["milestone__title", "milestone__contract__title"]
    inlines = [AnswerInline, FileInline, ChangeRequestInline]


@admin.register(Signature)
class SignatureAdmin(ReadOnlyAdmin):
    list_display = ["name", "side", "terms", "user", "signed_at", "sha256"]
    list_filter = ["side", "signed_at"]
    list_select_related = ["terms__contract", "user"]
    search_fields = ["name", "user__email", "terms__contract__title", "sha256"]


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
