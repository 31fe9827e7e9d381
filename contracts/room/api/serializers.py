"""A contract and its terms as programs read and write them."""

from rest_framework import serializers

from accounts.organisations.api.serializers import OrganisationSerializer
from accounts.people.api.serializers import PersonSerializer
from contracts.agreements.models.contracts import Contract
from contracts.agreements.states import ContractState
from contracts.milestones.api.serializers import MilestoneSerializer
from contracts.timesheets.api.serializers import WeekSerializer
from marketplace.core.api.cursors import PageQuery
from marketplace.core.api.serializers import MoneySerializer, ShownModelSerializer, StrictSerializer
from marketplace.core.data.models import Event


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
        source="units",
        many=True,
        read_only=True,
        help_text="Laid down when both have signed.",
    )
    weeks = WeekSerializer(
        many=True,
        read_only=True,
        help_text="Of a contract by the hour, the first one laid down when both have signed.",
    )

    class Meta(ContractSerializer.Meta):
        fields = [*ContractSerializer.Meta.fields, "milestones", "weeks"]
        read_only_fields = fields


class EventSerializer(ShownModelSerializer):
    actor = PersonSerializer(read_only=True, allow_null=True)

    class Meta:
        model = Event
        fields = ["verb", "at", "actor", "from_state", "to_state", "why"]
        read_only_fields = fields


class ProgressInput(StrictSerializer):
    note = serializers.CharField(max_length=4000, help_text="Where the work stands.")


class ContractQuery(PageQuery):
    state = serializers.ChoiceField(choices=ContractState.choices, required=False)
