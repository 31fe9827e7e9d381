"""A milestone, its deliveries and the questions about it, as programs see them."""

import json
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.people.api.serializers import PersonSerializer
from contracts.units.forms.reviews import MOST_FILES
from contracts.units.models.cancellations import Cancellation
from contracts.units.models.criteria import AcceptanceCriterion
from contracts.units.models.submissions import ChangeRequest, CriterionAnswer, Submission
from contracts.units.services.criteria import Claim, Finding
from marketplace.core.api.serializers import (
    FileSerializer,
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


class CriterionAnswerSerializer(ShownModelSerializer):
    """What both sides say of one acceptance criterion in one round."""

    criterion = CriterionSerializer(read_only=True)
    is_claimed_met = serializers.BooleanField(
        read_only=True, allow_null=True, help_text="By the freelancer; null without an answer."
    )
    is_found_met = serializers.BooleanField(
        read_only=True, allow_null=True, help_text="By the client; null without an answer."
    )

    class Meta:
        model = CriterionAnswer
        fields = ["criterion", "is_claimed_met", "shown_by", "is_found_met", "reason"]
        read_only_fields = fields


class ChangeRequestSerializer(ShownModelSerializer):
    """The acceptance criteria that a submission misses."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    unmet = CriterionAnswerSerializer(
        many=True, read_only=True, help_text="The criteria that are not met, and why."
    )

    class Meta:
        model = ChangeRequest
        fields = ["id", "unmet", "note", "state", "requested_at"]
        read_only_fields = fields


class SubmissionSerializer(ShownModelSerializer):
    """What was handed in, in one round."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    submitted_by = PersonSerializer(read_only=True)
    files = FileSerializer(many=True, read_only=True)
    answers = CriterionAnswerSerializer(
        many=True, read_only=True, help_text="One for each acceptance criterion."
    )
    change_request = ChangeRequestSerializer(read_only=True, allow_null=True, default=None)

    class Meta:
        model = Submission
        fields = [
            *("id", "round", "note", "submitted_by", "submitted_at", "review_ends_at"),
            *("files", "answers", "change_request"),
        ]
        read_only_fields = fields


class CancellationSerializer(ShownModelSerializer):
    """One side asks to cancel a unit; the other one answers."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    kind = serializers.CharField(
        source="unit.kind",
        read_only=True,
        help_text="Of the unit: milestone, week, trial or period.",
    )
    unit_id = serializers.UUIDField(source="unit.public_id", read_only=True)
    milestone_id = serializers.SerializerMethodField(
        help_text="The same of a milestone; null of another kind of unit."
    )

    class Meta:
        model = Cancellation
        fields = ["id", "kind", "unit_id", "milestone_id", "side", "reason", "state", "asked_at"]
        read_only_fields = fields

    def get_milestone_id(self, cancellation: Cancellation) -> UUID | None:
        unit = cancellation.unit
        return unit.public_id if unit.kind == "milestone" else None


class OfCriterion(StrictSerializer):
    """An answer to one acceptance criterion of the unit at hand, named by its position."""

    criterion = WholeNumber(min_value=1, max_value=32_767, help_text="Position of the criterion.")
    is_met = serializers.BooleanField()

    def validate_criterion(self, position: int) -> AcceptanceCriterion:
        unit: Any = self.context["endpoint"].subject
        found = unit.criteria.filter(position=position).first()
        if found is None:
            raise serializers.ValidationError("This milestone has no criterion at that position.")
        return found


class ClaimInput(OfCriterion):
    """What the freelancer says of one criterion."""

    shown_by = serializers.CharField(
        max_length=2000,
        required=False,
        allow_blank=True,
        default="",
        help_text="How one can see it, or what is still missing.",
    )

    def validate(self, attrs: dict[str, Any]) -> Any:
        return Claim(**attrs)


class FindingInput(OfCriterion):
    """What the client found of one criterion."""

    reason = serializers.CharField(
        max_length=5000,
        required=False,
        allow_blank=True,
        default="",
        help_text="What is missing; needed for a criterion that is not met.",
    )

    def validate(self, attrs: dict[str, Any]) -> Any:
        if not attrs["is_met"] and not attrs["reason"].strip():
            raise serializers.ValidationError({"reason": ["Say what is missing."]})
        return Finding(**attrs)


@extend_schema_field(ClaimInput(many=True))
class ClaimsField(serializers.Field):
    """A list in a form with files, which knows only text: it is sent as JSON."""

    def __init__(self, **options: Any) -> None:
        text = "A JSON list with an answer for each acceptance criterion."
        super().__init__(help_text=text, **options)

    def to_internal_value(self, data: Any) -> list[Claim]:
        try:
            rows = json.loads(data) if isinstance(data, str) else data
        except (ValueError, RecursionError) as error:
            raise serializers.ValidationError("This is not JSON.") from error
        claims = ClaimInput(data=rows, many=True, context=self.context)
        claims.is_valid(raise_exception=True)
        return claims.validated_data

    def to_representation(self, value: Any) -> Any:
        return value


class SubmissionInput(StrictSerializer):
    note = serializers.CharField(
        max_length=5000, help_text="What it is, where to begin reading, and what did not work."
    )
    claims = ClaimsField(required=False, default=list)
    uploads = serializers.ListField(
        child=UploadField(),
        max_length=MOST_FILES,
        required=False,
        default=list,
        help_text=f"At most {MOST_FILES} files of 25 MB each.",
    )


class ApprovalInput(StrictSerializer):
    note = serializers.CharField(
        max_length=5000,
        required=False,
        allow_blank=True,
        default="",
        help_text="A word to the freelancer, in Markdown. The event log keeps it.",
    )


class ChangeRequestInput(StrictSerializer):
    findings = FindingInput(many=True, allow_empty=False)
    note = serializers.CharField(
        max_length=5000,
        required=False,
        allow_blank=True,
        default="",
        help_text="Beside the reasons for each criterion.",
    )
