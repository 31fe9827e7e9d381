"""A retainer period and its report, as programs see and write them."""

from typing import Any

from rest_framework import serializers

from contracts.retainers.models.reports import HEADINGS, Report
from contracts.retainers.states import Choice, Trend
from contracts.timesheets.api.serializers import TimeEntrySerializer
from contracts.units.models.units import Unit
from marketplace.core.api.serializers import (
    MoneySerializer,
    ShownModelSerializer,
    StrictModelSerializer,
)
from marketplace.core.web.text_fields import check_line, check_name


class ReportSerializer(ShownModelSerializer):
    """What was done for a period, how the model does, and the choice that was signed."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    sha256 = serializers.CharField(read_only=True, help_text="Of the text as it was signed.")
    text = serializers.CharField(read_only=True, help_text="As it was signed.")

    class Meta:
        model = Report
        fields = ["id", *HEADINGS, "signed_name", "signed_at", "sha256", "text"]
        read_only_fields = fields


class HoursSerializer(serializers.Serializer):
    """In seconds. Rolled ones are spent first, and lapse with the period."""

    included = serializers.IntegerField(read_only=True)
    rolled = serializers.IntegerField(
        read_only=True, help_text="Left by the period before; at most a quarter of the included."
    )
    used = serializers.IntegerField(read_only=True)
    left = serializers.IntegerField(read_only=True)
    rolls_over = serializers.IntegerField(
        read_only=True, help_text="Into the next period, as it stands."
    )
    lapses = serializers.IntegerField(
        read_only=True, help_text="At the end of this period, as it stands."
    )


class PeriodSerializer(ShownModelSerializer):
    """One period of a retainer, its hours and its report, and where its money is."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    contract_id = serializers.UUIDField(source="contract.public_id", read_only=True)
    escrow_id = serializers.UUIDField(
        source="escrow.public_id",
        read_only=True,
        allow_null=True,
        default=None,
        help_text="Of its held funds; null before the funding is begun.",
    )
    grace_ends_at = serializers.DateTimeField(
        source="period.grace_ends_at",
        read_only=True,
        help_text="Unpaid until then, the contract rests.",
    )
    closed_at = serializers.DateTimeField(
        source="period.closed_at",
        read_only=True,
        allow_null=True,
        help_text="Since when its hours stand; null while they can be changed.",
    )
    report_due_at = serializers.DateTimeField(source="period.report_due_at", read_only=True)
    is_report_missed = serializers.BooleanField(
        source="period.misses_report",
        read_only=True,
        help_text="Whether it is over and paid for, and was not reported in time.",
    )
    price = MoneySerializer(read_only=True, help_text="The fee of the period.")
    outstanding = MoneySerializer(
        read_only=True, help_text="What of the price was not released or given back."
    )
    fee = MoneySerializer(
        source="outstanding_fee",
        read_only=True,
        help_text="What the platform keeps of a release of what is outstanding.",
    )
    review_ends_at = serializers.DateTimeField(
        source="review_due_at",
        read_only=True,
        allow_null=True,
        help_text="When silence approves it; null while the review is paused, and unreported.",
    )
    hours = HoursSerializer(
        read_only=True, allow_null=True, help_text="Null where outcomes are named instead."
    )
    report = ReportSerializer(source="period.report", read_only=True, allow_null=True, default=None)
    lines = TimeEntrySerializer(many=True, read_only=True)

    class Meta:
        model = Unit
        fields = [
            *("id", "contract_id", "escrow_id", "position", "title", "state", "starts_at"),
            *("ends_at", "grace_ends_at", "closed_at", "report_due_at", "is_report_missed"),
            *("price", "outstanding", "fee", "funded_at", "submitted_at", "review_ends_at"),
            *("approved_at", "settled_at", "hours", "report", "lines"),
        ]
        read_only_fields = fields


class ReportInput(StrictModelSerializer):
    """The report of a period that is over, and the name under which its choice is signed."""

    trend = serializers.ChoiceField(choices=Trend.choices)
    choice = serializers.ChoiceField(choices=Choice.choices, help_text="What is signed.")
    name = serializers.CharField(
        min_length=2,
        max_length=120,
        validators=[check_line, check_name],
        help_text="Your full name; it stands as your signature.",
    )
    is_meant = serializers.BooleanField(
        required=False,
        default=False,
        help_text="Whether you mean a name that is not the one of your account.",
    )

    class Meta:
        model = Report
        fields = [*HEADINGS, "name", "is_meant"]

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        return {name: attrs.get(name, "") for name in HEADINGS} | {
            name: attrs[name] for name in ("name", "is_meant")
        }
