"""A retainer in a proposal as programs read and write it."""

from typing import Any

from rest_framework import serializers

from accounts.profiles.taxonomy import EngagementKind
from marketplace.core.api.serializers import Amount, LineList, MoneySerializer, WholeNumber
from projects.proposals.api.hourly import currency_of, in_minor_units, said_of
from projects.proposals.models.retainers import MOST_OUTCOMES, MOST_PERIOD_HOURS, RetainerPrice
from projects.proposals.models.versions import RETAINER_FIELDS
from projects.proposals.queries.kinds import kinds_to_propose
from projects.proposals.queries.readiness import faults_of_retainer


class OfRetainer(serializers.Serializer):
    """Leaves out what only a retainer says, while nobody can propose one."""

    def get_fields(self) -> dict[str, Any]:
        fields: dict[str, Any] = super().get_fields()
        if EngagementKind.RETAINER in kinds_to_propose():
            return fields
        return {name: field for name, field in fields.items() if name not in RETAINER_FIELDS}


class RetainerShown(OfRetainer):
    period_fee = MoneySerializer(
        source="retainer.fee",
        read_only=True,
        allow_null=True,
        default=None,
        help_text="Of a month, as a retainer.",
    )
    included_hours = serializers.IntegerField(
        source="retainer.hours", read_only=True, allow_null=True, default=None
    )
    period_outcomes = serializers.ListField(
        source="retainer.outcomes",
        child=serializers.CharField(),
        read_only=True,
        default=list,
        help_text="What each month brings about, where hours are not counted.",
    )


class RetainerInput(OfRetainer):
    period_fee = Amount(
        required=False, allow_null=True, help_text="Of a month, in the currency of the brief."
    )
    included_hours = WholeNumber(
        min_value=1,
        max_value=MOST_PERIOD_HOURS,
        required=False,
        allow_null=True,
        help_text="In each month; null where outcomes are named instead.",
    )
    period_outcomes = LineList(
        longest=300, most=MOST_OUTCOMES, required=False, help_text="In place of hours."
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """The fee becomes minor units, the outcomes lines; a month has to be payable."""
        attrs = super().validate(attrs)
        subject = self.context["endpoint"].subject
        if fee := attrs.get("period_fee"):
            attrs["period_fee"] = in_minor_units("period_fee", fee, subject)
        if "period_outcomes" in attrs:
            attrs["period_outcomes"] = "\n".join(attrs["period_outcomes"])
        said = said_of(subject) | attrs
        if said["engagement_kind"] == EngagementKind.RETAINER:
            price = RetainerPrice.of(currency_of(subject), said)
            if faults := faults_of_retainer(price):
                raise serializers.ValidationError({name: [fault] for name, fault in faults.items()})
        return attrs
