"""A contract and its terms as programs read and write them."""

from datetime import date
from typing import Any

from rest_framework import serializers

from accounts.api.serializers import OrganisationSerializer, PersonSerializer
from contracts.api.serializers.milestones import MilestoneSerializer
from contracts.clauses.draft import MilestoneDraft
from contracts.forms.terms import MOST_MILESTONES
from contracts.models import Contract, Signature, TermsVersion
from contracts.states import ContractState
from marketplace.core.cursors import PageQuery
from marketplace.core.days import check_to_come, today_of
from marketplace.core.models import Event
from marketplace.core.serializers import (
    LineList,
    MoneySerializer,
    Price,
    ShownModelSerializer,
    StrictSerializer,
    WholeNumber,
)
from marketplace.core.text_fields import check_line, check_name
from projects.models import Phase


class ContractSerializer(ShownModelSerializer):
    """A contract as a list shows it."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    organisation = OrganisationSerializer(read_only=True)
    freelancer = PersonSerializer(read_only=True)
    brief_id = serializers.UUIDField(source="brief.public_id", read_only=True)
    proposal_id = serializers.UUIDField(source="proposal.public_id", read_only=True)
    price = MoneySerializer(source="terms.draft.price", read_only=True)
    terms_number = serializers.IntegerField(
        source="terms.number", read_only=True, help_text="Of the version on the table."
    )
    terms_sha256 = serializers.CharField(
        source="terms.sha256", read_only=True, help_text="Of its exact text; a signature names it."
    )
    client_signed = serializers.BooleanField(read_only=True)
    freelancer_signed = serializers.BooleanField(read_only=True)

    class Meta:
        model = Contract
        fields = [
            *("id", "kind", "state", "title", "organisation", "freelancer", "brief_id"),
            *("proposal_id", "price", "fee_basis_points", "review_days", "terms_number"),
            *("terms_sha256", "client_signed", "freelancer_signed", "offered_at", "lapses_at"),
            *("agreed_at", "closed_at"),
        ]
        read_only_fields = fields


class ContractDetailSerializer(ContractSerializer):
    milestones = MilestoneSerializer(
        many=True, read_only=True, help_text="Laid down when both have signed."
    )

    class Meta(ContractSerializer.Meta):
        fields = [*ContractSerializer.Meta.fields, "milestones"]
        read_only_fields = fields


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


class EventSerializer(ShownModelSerializer):
    actor = PersonSerializer(read_only=True, allow_null=True)

    class Meta:
        model = Event
        fields = ["verb", "at", "actor", "from_state", "to_state", "why"]
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


class ProgressInput(StrictSerializer):
    note = serializers.CharField(max_length=4000, help_text="Where the work stands.")


class ContractQuery(PageQuery):
    state = serializers.ChoiceField(choices=ContractState.choices, required=False)
