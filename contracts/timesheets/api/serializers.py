"""A week, its lines and what is contested of them, as programs see and write them."""

from typing import Any

from django.core.exceptions import ValidationError
from rest_framework import serializers

from contracts.agreements.clauses.schedules import HourlySchedule
from contracts.timesheets.forms.entries import LONGEST_LINK, check_link
from contracts.timesheets.forms.terms import MOST_HOURS
from contracts.timesheets.models.entries import MOST_LINKS, TimeContest, TimeEntry
from contracts.timesheets.states import Ground
from contracts.units.models.units import Unit
from marketplace.core.api.serializers import (
    MoneySerializer,
    Price,
    Reason,
    ShownModelSerializer,
    StrictSerializer,
    WholeNumber,
)
from marketplace.core.api.timestamps import Timestamp
from marketplace.core.web.text_fields import check_line


class ContestSerializer(ShownModelSerializer):
    """Why the client does not accept a line; its amount stays held until a side gives way."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    line_id = serializers.UUIDField(source="entry.public_id", read_only=True)

    class Meta:
        model = TimeContest
        fields = ["id", "line_id", "ground", "reason", "state", "opened_at", "answered_at"]
        read_only_fields = fields


class TimeEntrySerializer(ShownModelSerializer):
    """One line: from when to when somebody worked, or waited for a machine."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    unit_id = serializers.UUIDField(
        source="unit.public_id", read_only=True, help_text="Of its week, or retainer period."
    )
    seconds = serializers.IntegerField(read_only=True)
    links = serializers.ListField(child=serializers.CharField(), read_only=True)
    is_late = serializers.BooleanField(
        read_only=True, help_text="Whether it was written down later than 48 hours after it."
    )
    amount = MoneySerializer(
        source="money",
        read_only=True,
        allow_null=True,
        help_text="Its share of the week's total; null until the week closes.",
    )
    contest = ContestSerializer(read_only=True, allow_null=True, source="contested")

    class Meta:
        model = TimeEntry
        fields = [
            *("id", "unit_id", "started_at", "ended_at", "seconds", "task", "note", "links"),
            *("is_waiting", "is_late", "amount", "contest"),
        ]
        read_only_fields = fields


class WeekSerializer(ShownModelSerializer):
    """One week by the hour, and where its money is."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    contract_id = serializers.UUIDField(source="contract.public_id", read_only=True)
    escrow_id = serializers.UUIDField(
        source="escrow.public_id",
        read_only=True,
        allow_null=True,
        default=None,
        help_text="Of its held funds; null before the funding is begun.",
    )
    starts_at = serializers.DateTimeField(
        read_only=True, allow_null=True, help_text="A Monday; null until the first week is funded."
    )
    rate = MoneySerializer(source="week.hourly", read_only=True, help_text="For an hour.")
    waiting_rate = MoneySerializer(
        source="week.of_waiting",
        read_only=True,
        allow_null=True,
        help_text="For an hour in which a machine works; null if that is not paid.",
    )
    limit_hours = serializers.IntegerField(
        source="week.limit_hours", read_only=True, help_text="The most that is paid."
    )
    price = MoneySerializer(
        read_only=True,
        help_text="Its limit; what other weeks left pays first.",
    )
    seconds = serializers.SerializerMethodField(help_text="That are written down in it.")
    outstanding = MoneySerializer(
        read_only=True, help_text="What of the price was not released, given back or carried on."
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
        help_text="When silence approves it; null while the review is paused.",
    )
    review_paused_since = serializers.DateTimeField(
        read_only=True,
        allow_null=True,
        help_text="Since when it stands still, because staff suspended one side.",
    )

    class Meta:
        model = Unit
        fields = [
            *("id", "contract_id", "escrow_id", "position", "title", "state", "starts_at"),
            *("ends_at", "rate", "waiting_rate", "limit_hours", "price", "seconds"),
            *("outstanding", "fee", "funded_at", "submitted_at", "review_ends_at"),
            *("review_paused_since", "approved_at", "settled_at"),
        ]
        read_only_fields = fields

    def get_seconds(self, unit: Any) -> int:
        return round(unit.worked.total_seconds()) if unit.worked else 0


class WeekDetailSerializer(WeekSerializer):
    total = MoneySerializer(read_only=True, help_text="What all lines come to.")
    contested = MoneySerializer(
        read_only=True, help_text="Of lines about which the sides do not agree; it stays held."
    )
    lines = TimeEntrySerializer(many=True, read_only=True)

    class Meta(WeekSerializer.Meta):
        fields = [*WeekSerializer.Meta.fields, "total", "contested", "lines"]
        read_only_fields = fields


class LinkField(serializers.CharField):
    def to_internal_value(self, data: Any) -> str:
        link = super().to_internal_value(data)
        try:
            check_link(link)
        except ValidationError as error:
            raise serializers.ValidationError(error.messages) from error
        return link


class TimeEntryInput(StrictSerializer):
    """A line. Working time never overlaps with other working time."""

    started_at = Timestamp()
    ended_at = Timestamp()
    task = serializers.CharField(
        max_length=120,
        validators=[check_line],
        help_text="The same words each time: totals go by task.",
    )
    note = serializers.CharField(max_length=2000, required=False, allow_blank=True, default="")
    links = serializers.ListField(
        child=LinkField(max_length=LONGEST_LINK),
        max_length=MOST_LINKS,
        required=False,
        default=list,
        help_text=f"Addresses of a commit, a run, a notebook or a job; at most {MOST_LINKS}.",
    )
    is_waiting = serializers.BooleanField(
        required=False, default=False, help_text="Whether a machine worked meanwhile."
    )


class TimeEntryChange(TimeEntryInput):
    """What to change of a line; what is left out stays."""

    def get_fields(self) -> dict[str, Any]:
        fields = super().get_fields()
        for field in fields.values():
            field.required, field.default = False, serializers.empty
        return fields


class ContestsInput(Reason):
    """The lines that are not accepted, and why. Quality is no ground."""

    lines = serializers.ListField(
        child=serializers.UUIDField(),
        allow_empty=False,
        max_length=500,
        help_text="Ids of lines of this week.",
    )
    ground = serializers.ChoiceField(choices=Ground.choices)

    def validate_lines(self, ids: list[Any]) -> list[TimeEntry]:
        unit = self.context["endpoint"].subject
        found = {line.public_id: line for line in unit.time_entries.filter(public_id__in=ids)}
        if unknown := {
            str(place): ["This week has no such line."]
            for place, id in enumerate(ids)
            if id not in found
        }:
            raise serializers.ValidationError(unknown)
        return list(found.values())


class HourlyTermsInput(StrictSerializer):
    """The next version of terms by the hour; parties, fee and currency stay."""

    rate = Price(help_text="For an hour, in the currency of the contract.")
    weekly_hours = WholeNumber(min_value=1, max_value=MOST_HOURS)
    waiting_rate = Price(
        required=False,
        allow_null=True,
        default=None,
        help_text="For an hour in which a machine works; null: it is not paid.",
    )
    special_terms = serializers.CharField(
        max_length=4000, required=False, allow_blank=True, default=""
    )
    note = serializers.CharField(
        max_length=2000, help_text="Why; the other side reads it beside the changes."
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        rates = {name: attrs.pop(name) for name in ("rate", "waiting_rate")}
        currency = self.context["endpoint"].contract.currency
        if foreign := {
            name: ["Use the currency of the contract."]
            for name, rate in rates.items()
            if rate is not None and rate.currency != currency
        }:
            raise serializers.ValidationError(foreign)
        minors = {name: rate and rate.minor for name, rate in rates.items()}
        schedule = HourlySchedule(weekly_hours=attrs.pop("weekly_hours"), **minors)
        return attrs | {"schedule": schedule}


class TimeQuery(StrictSerializer):
    """Days of UTC, both of them within."""

    def get_fields(self) -> dict[str, Any]:
        """By names that are words of the language."""
        first = serializers.DateField(required=False, help_text="The first day.")
        last = serializers.DateField(required=False, help_text="The last day.")
        return {"from": first, "to": last}
