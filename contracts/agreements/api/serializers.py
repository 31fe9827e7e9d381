"""A contract and its terms as programs read and write them."""

from datetime import date
from typing import Any

from rest_framework import serializers

from accounts.people.api.serializers import PersonSerializer
from contracts.agreements.clauses.schedules import MilestoneDraft
from contracts.agreements.forms.terms import MOST_MILESTONES
from contracts.agreements.models.terms import Signature, TermsVersion
from marketplace.core.api.serializers import (
    LineList,
    Price,
    ShownModelSerializer,
    StrictSerializer,
    WholeNumber,
)
from marketplace.core.text.days import check_to_come, today_of
from marketplace.core.web.text_fields import check_line, check_name
from projects.briefs.models.phases import Phase


class SignatureSerializer(ShownModelSerializer):
    account = PersonSerializer(source="user", read_only=True, help_text="Whose account signed.")

    class Meta:
        model = Signature
        fields = ["side", "name", "account", "sha256", "signed_at"]
        read_only_fields = fields


class TermsSerializer(ShownModelSerializer):
    """One frozen version of the terms."""

    signatures = SignatureSerializer(many=True, read_only=True)

    class Meta:
        model = TermsVersion
        fields = ["number", "text", "sha256", "side", "note", "created_at", "signatures"]
        read_only_fields = fields


class SignatureInput(StrictSerializer):
    name = serializers.CharField(
        min_length=2,
        max_length=120,
        validators=[check_line, check_name],
        help_text="Your full name; it stands as your signature.",
    )
    is_meant = serializers.BooleanField(
        required=False,
        default=False,
        help_text="That you mean another name than that of your account.",
    )
    sha256 = serializers.RegexField(
        r"^[0-9a-f]{64}$", help_text="Of the exact text that you read, from the terms."
    )


class TermsMilestoneInput(StrictSerializer):
    title = serializers.CharField(max_length=120, validators=[check_line])
    phase = serializers.ChoiceField(choices=Phase.choices)
    deliverables = serializers.CharField(max_length=4000)
    acceptance_criteria = LineList(longest=1000, most=20, min_length=1)
    amount = Price(help_text="In the currency of the contract.")
    due_on = serializers.DateField(required=False, allow_null=True, default=None)

    def validate_due_on(self, day: date | None) -> date | None:
        check_to_come(day, today=today_of(self.context["endpoint"].user))
        return day

    def validate(self, attrs: dict[str, Any]) -> Any:
        if attrs["amount"].currency != self.context["endpoint"].subject.currency:
            raise serializers.ValidationError({"amount": ["Use the currency of the contract."]})
        return MilestoneDraft(
            title=attrs["title"],
            phase=attrs["phase"],
            deliverables=attrs["deliverables"],
            criteria=tuple(attrs["acceptance_criteria"]),
            amount=attrs["amount"].minor,
            due_on=attrs["due_on"],
        )


class TermsInput(StrictSerializer):
    """The next version of the terms; parties, fee and currency stay."""

    review_days = WholeNumber(min_value=3, max_value=14)
    special_terms = serializers.CharField(
        max_length=4000, required=False, allow_blank=True, default=""
    )
    note = serializers.CharField(
        max_length=2000, help_text="Why; the other side reads it beside the changes."
    )
    milestones = serializers.ListField(
        child=TermsMilestoneInput(), min_length=1, max_length=MOST_MILESTONES
    )
