"""A milestone, its deliveries and the questions about it, as programs see them."""

from typing import Any

from rest_framework import serializers

from accounts.api.serializers import PersonSerializer
from contracts.forms.milestones import MOST_FILES
from contracts.models import (
    AcceptanceCriterion,
    Cancellation,
    ChangeRequest,
    Milestone,
    Submission,
)
from marketplace.core.serializers import (
    FileSerializer,
    MoneySerializer,
    ShownModelSerializer,
    StrictSerializer,
    UploadField,
    WholeNumber,
)


class CriterionSerializer(ShownModelSerializer):
    class Meta:
        model = AcceptanceCriterion
        fields = ["position", "text"]
        read_only_fields = fields


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
    fee = MoneySerializer(read_only=True, help_text="What the platform keeps at release.")
    net = MoneySerializer(
        source="payee_receives", read_only=True, help_text="What the freelancer gets."
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
        model = Milestone
        fields = [
            *("id", "contract_id", "position", "title", "phase", "deliverables"),
            *("acceptance_criteria", "amount", "fee", "net", "due_on", "state", "escrow_id"),
            *("rounds_used", "rounds_allowed", "funded_at", "submitted_at", "review_ends_at"),
            *("review_paused_since", "approved_at", "settled_at"),
        ]
        read_only_fields = fields


class ChangeRequestSerializer(ShownModelSerializer):
    """The acceptance criterion that a submission misses."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    criterion = CriterionSerializer(read_only=True)

    class Meta:
        model = ChangeRequest
        fields = ["id", "criterion", "note", "state", "requested_at"]
        read_only_fields = fields


class SubmissionSerializer(ShownModelSerializer):
    """What was handed in, in one round."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    submitted_by = PersonSerializer(read_only=True)
    files = FileSerializer(many=True, read_only=True)
    change_request = ChangeRequestSerializer(read_only=True, allow_null=True, default=None)

    class Meta:
        model = Submission
        fields = [
            *("id", "round", "note", "submitted_by", "submitted_at", "review_ends_at"),
            *("files", "change_request"),
        ]
        read_only_fields = fields


class CancellationSerializer(ShownModelSerializer):
    """One side asks to cancel a milestone; the other one answers."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    milestone_id = serializers.UUIDField(source="milestone.public_id", read_only=True)

    class Meta:
        model = Cancellation
        fields = ["id", "milestone_id", "side", "reason", "state", "asked_at"]
        read_only_fields = fields


class MilestoneDetailSerializer(MilestoneSerializer):
    submissions = SubmissionSerializer(many=True, read_only=True)
    cancellations = CancellationSerializer(many=True, read_only=True)

    class Meta(MilestoneSerializer.Meta):
        fields = [*MilestoneSerializer.Meta.fields, "submissions", "cancellations"]
        read_only_fields = fields


class SubmissionInput(StrictSerializer):
    note = serializers.CharField(
        max_length=5000, help_text="How each criterion is met, and what did not work."
    )
    uploads = serializers.ListField(
        child=UploadField(),
        max_length=MOST_FILES,
        required=False,
        default=list,
        help_text=f"At most {MOST_FILES} files of 25 MB each.",
    )


class ChangeRequestInput(StrictSerializer):
    criterion = WholeNumber(
        min_value=1, max_value=32_767, help_text="Position of the criterion that is not met."
    )
    note = serializers.CharField(max_length=5000, help_text="What is missing.")

    def validate_criterion(self, position: int) -> AcceptanceCriterion:
        milestone: Any = self.context["endpoint"].subject
        found = milestone.criteria.filter(position=position).first()
        if found is None:
            raise serializers.ValidationError("This milestone has no criterion at that position.")
        return found
