"""Work by the hour in a proposal as programs read and write it."""

from typing import Any

from rest_framework import serializers

from accounts.profiles.taxonomy import EngagementKind
from marketplace.core.api.serializers import Amount, MoneySerializer, WholeNumber
from marketplace.core.data.money import Money
from projects.briefs.api.serializers import KindField
from projects.briefs.models.briefs import Brief
from projects.proposals.models.hourly import MOST_WEEKLY_HOURS, HourlyPrice
from projects.proposals.models.proposals import Proposal
from projects.proposals.models.versions import HOURLY_FIELDS, STATED
from projects.proposals.queries.kinds import choices_to_propose, first_kind, kinds_to_propose
from projects.proposals.queries.proposals import working_version
from projects.proposals.queries.readiness import faults_of_hourly


class OfHours(serializers.Serializer):
    """Leaves out what only work by the hour says, while nobody can propose it."""

    def get_fields(self) -> dict[str, Any]:
        fields: dict[str, Any] = super().get_fields()
        if EngagementKind.HOURLY in kinds_to_propose():
            return fields
        return {name: field for name, field in fields.items() if name not in HOURLY_FIELDS}


class HourlyShown(OfHours):
    rate = MoneySerializer(
        source="hourly.rate", read_only=True, allow_null=True, default=None, help_text="Of an hour."
    )
    weekly_hours = serializers.IntegerField(
        source="hourly.weekly_hours",
        read_only=True,
        allow_null=True,
        default=None,
        help_text="The most of one calendar week.",
    )
    waiting_rate = MoneySerializer(
        source="hourly.waiting_rate",
        read_only=True,
        allow_null=True,
        default=None,
        help_text="Of an hour in which only a machine works.",
    )


class HourlyInput(OfHours):
    engagement_kind = KindField(
        kinds=choices_to_propose,
        required=False,
        help_text="How the work is paid; what the brief asks for unless you name another.",
    )
    rate = Amount(
        required=False, allow_null=True, help_text="Of an hour, in the currency of the brief."
    )
    weekly_hours = WholeNumber(
        min_value=1,
        max_value=MOST_WEEKLY_HOURS,
        required=False,
        allow_null=True,
        help_text="The most of one calendar week, which is paid for before it begins.",
    )
    waiting_rate = Amount(
        required=False,
        allow_null=True,
        help_text="Of an hour in which only a machine works, such as a training run; at most "
        "`rate`. Without it such hours are not paid.",
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """The rates become minor units; by the hour a full week has to be payable."""
        attrs = super().validate(attrs)
        subject = self.context["endpoint"].subject
        for name in ("rate", "waiting_rate"):
            if amount := attrs.get(name):
                attrs[name] = in_minor_units(name, amount, subject)
        said = said_of(subject) | attrs
        if said["engagement_kind"] == EngagementKind.HOURLY:
            price = HourlyPrice.of(
                currency_of(subject), {name: said.get(name) for name in HOURLY_FIELDS}
            )
            if faults := faults_of_hourly(price):
                raise serializers.ValidationError({name: [fault] for name, fault in faults.items()})
        return attrs


def currency_of(subject: Brief | Proposal) -> str:
    return subject.currency if isinstance(subject, Brief) else subject.brief.currency


def in_minor_units(name: str, amount: Money, subject: Brief | Proposal) -> int:
    """Of an amount in the currency of the brief; any other is refused at the field `name`."""
    if amount.currency != currency_of(subject):
        raise serializers.ValidationError({name: ["Use the currency of the brief."]})
    return amount.minor


def said_of(subject: Brief | Proposal) -> dict[str, Any]:
    """What a draft says already, or what a new one begins with."""
    if isinstance(subject, Brief):
        return {"engagement_kind": first_kind(subject)}
    version = working_version(subject)
    return {name: getattr(version, name) for name in STATED}
