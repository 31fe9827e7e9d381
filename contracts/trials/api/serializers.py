"""A paid trial as programs read and write it."""

from rest_framework import serializers

from accounts.people.api.serializers import PersonSerializer
from contracts.agreements.models.contracts import Contract
from contracts.trials.cycle import MOST_DAYS, MOST_HOURS
from contracts.units.api.serializers import (
    CancellationSerializer,
    CriterionSerializer,
    SubmissionInput,
    SubmissionSerializer,
)
from contracts.units.models.units import Unit
from marketplace.core.api.serializers import (
    MoneySerializer,
    ShownModelSerializer,
    StrictSerializer,
    WholeNumber,
)

WORDS = 5000


class TrialSubmissionSerializer(SubmissionSerializer):
    questions = serializers.CharField(
        source="trial_report.questions", read_only=True, help_text="Asked, and the answers."
    )
    next_steps = serializers.CharField(
        source="trial_report.next_steps", read_only=True, help_text="What they would do next."
    )

    class Meta(SubmissionSerializer.Meta):
        fields = [*SubmissionSerializer.Meta.fields, "questions", "next_steps"]
        read_only_fields = fields


class TrialSerializer(ShownModelSerializer):
    """The one unit of a trial: what is asked, what came of it, and where its money is."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    contract_id = serializers.UUIDField(source="contract.public_id", read_only=True)
    escrow_id = serializers.UUIDField(
        source="escrow.public_id",
        read_only=True,
        allow_null=True,
        default=None,
        help_text="Of its held funds; null before the funding is begun.",
    )
    task = serializers.CharField(source="trial.task", read_only=True)
    hours = serializers.IntegerField(source="trial.hours", read_only=True)
    due_days = serializers.IntegerField(source="trial.due_days", read_only=True)
    due_at = serializers.DateTimeField(
        source="ends_at", read_only=True, allow_null=True, help_text="Null before it is funded."
    )
    acceptance_criteria = CriterionSerializer(source="criteria", many=True, read_only=True)
    amount = MoneySerializer(source="price", read_only=True, help_text="What the client pays.")
    fee = MoneySerializer(read_only=True, help_text="What the platform keeps of its release.")
    net = MoneySerializer(
        source="payee_receives", read_only=True, help_text="What the freelancer gets of it."
    )
    review_ends_at = serializers.DateTimeField(
        source="review_due_at",
        read_only=True,
        allow_null=True,
        help_text="When silence approves it; null while the review is paused.",
    )
    feedback = serializers.CharField(
        source="trial.feedback", read_only=True, help_text="Of the client; empty before."
    )
    submissions = TrialSubmissionSerializer(many=True, read_only=True)
    cancellations = CancellationSerializer(many=True, read_only=True)

    class Meta:
        model = Unit
        fields = [
            *("id", "contract_id", "escrow_id", "state", "task", "hours", "due_days", "due_at"),
            *("acceptance_criteria", "amount", "fee", "net", "funded_at", "submitted_at"),
            *("review_ends_at", "approved_at", "settled_at", "feedback", "submissions"),
            "cancellations",
        ]
        read_only_fields = fields


class TrialContractSerializer(ShownModelSerializer):
    """A contract for a trial: offered, under way or ended."""

    contract_id = serializers.UUIDField(source="public_id", read_only=True)
    proposal_id = serializers.UUIDField(source="proposal.public_id", read_only=True)
    freelancer = PersonSerializer(read_only=True)
    amount = MoneySerializer(source="terms.draft.price", read_only=True)
    terms_sha256 = serializers.CharField(
        source="terms.sha256", read_only=True, help_text="Of its exact text; a signature names it."
    )
    trials = TrialSerializer(
        source="units", many=True, read_only=True, help_text="One, once both have signed."
    )

    class Meta:
        model = Contract
        fields = [
            *("contract_id", "proposal_id", "freelancer", "state", "amount", "terms_sha256"),
            *("offered_at", "lapses_at", "trials"),
        ]
        read_only_fields = fields


class TrialOfferInput(StrictSerializer):
    task = serializers.CharField(
        max_length=4000, help_text="In Markdown; the same for everybody who tries for the brief."
    )
    criteria = serializers.ListField(
        child=serializers.CharField(max_length=1000),
        allow_empty=False,
        max_length=20,
        help_text="By which it is accepted, each something that can be checked.",
    )
    hours = WholeNumber(min_value=1, max_value=MOST_HOURS)
    due_days = WholeNumber(
        min_value=1, max_value=MOST_DAYS, help_text="Working days after it is funded."
    )
    amount = WholeNumber(
        min_value=0,
        max_value=99_999_999,
        help_text="Minor units of the currency of the proposal; at least one hour at the rate of "
        "the profile.",
    )


class TrialSubmissionInput(SubmissionInput):
    questions = serializers.CharField(
        max_length=WORDS, help_text="What you asked, and what was answered."
    )
    next_steps = serializers.CharField(
        max_length=WORDS, help_text="What you would do next, and why."
    )


class FeedbackInput(StrictSerializer):
    feedback = serializers.CharField(
        max_length=WORDS, help_text="What was good, what was missing. The freelancer reads it."
    )
