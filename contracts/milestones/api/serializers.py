"""A milestone, its deliveries and the questions about it, as programs see them."""

from rest_framework import serializers

from contracts.units.api.serializers import (
    CancellationSerializer,
    CriterionSerializer,
    SubmissionSerializer,
)
from contracts.units.models.units import Unit
from marketplace.core.api.serializers import MoneySerializer, ShownModelSerializer


class MilestoneSerializer(ShownModelSerializer):
    """One agreed unit of work and where its money is."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    contract_id = serializers.UUIDField(source="contract.public_id", read_only=True)
    escrow_id = serializers.UUIDField(
        source="escrow.public_id",
        read_only=True,
        allow_null=True,
        default=None,
        help_text="Of its held funds; null before the funding is begun.",
    )
    acceptance_criteria = CriterionSerializer(source="criteria", many=True, read_only=True)
    amount = MoneySerializer(source="price", read_only=True, help_text="What the client pays.")
    fee = MoneySerializer(
        read_only=True, help_text="What the platform keeps of a release of the whole."
    )
    net = MoneySerializer(
        source="payee_receives",
        read_only=True,
        help_text="What the freelancer gets of a release of the whole.",
    )
    outstanding = MoneySerializer(
        read_only=True,
        help_text="What of the amount was neither released nor given back: an approval releases "
        "it, less the fee.",
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

    phase = serializers.CharField(source="milestone.phase", read_only=True)
    deliverables = serializers.CharField(source="milestone.deliverables", read_only=True)
    due_on = serializers.DateField(source="milestone.due_on", read_only=True, allow_null=True)
    rounds_used = serializers.IntegerField(source="milestone.rounds_used", read_only=True)
    rounds_allowed = serializers.IntegerField(source="milestone.rounds_allowed", read_only=True)

    class Meta:
        model = Unit
        fields = [
            *("id", "contract_id", "position", "title", "phase", "deliverables"),
            *("acceptance_criteria", "amount", "fee", "net", "outstanding", "due_on", "state"),
            "escrow_id",
            *("rounds_used", "rounds_allowed", "funded_at", "submitted_at", "review_ends_at"),
            *("review_paused_since", "approved_at", "settled_at"),
        ]
        read_only_fields = fields


class MilestoneDetailSerializer(MilestoneSerializer):
    submissions = SubmissionSerializer(many=True, read_only=True)
    cancellations = CancellationSerializer(many=True, read_only=True)

    class Meta(MilestoneSerializer.Meta):
        fields = [*MilestoneSerializer.Meta.fields, "submissions", "cancellations"]
        read_only_fields = fields
