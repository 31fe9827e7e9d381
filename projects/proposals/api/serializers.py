"""A proposal as programs read and write it."""

from datetime import date
from typing import Any

from rest_framework import serializers

from accounts.organisations.api.serializers import OrganisationSerializer
from accounts.people.api.serializers import PersonSerializer
from accounts.profiles.models.case_studies import CaseStudy
from marketplace.core.api.cursors import PageQuery
from marketplace.core.api.serializers import (
    LineList,
    MoneySerializer,
    Price,
    ShownModelSerializer,
    StrictModelSerializer,
    StrictSerializer,
    WholeNumber,
)
from marketplace.core.text.days import check_to_come, today_of
from marketplace.core.web.text_fields import check_line
from projects.briefs.models.briefs import Brief
from projects.briefs.models.phases import Phase
from projects.proposals.api.hourly import HourlyInput, HourlyShown, in_minor_units
from projects.proposals.api.retainers import RetainerInput, RetainerShown
from projects.proposals.models.proposals import Proposal
from projects.proposals.models.versions import (
    HOURLY_FIELDS,
    PARTS,
    RETAINER_FIELDS,
    ProposalMilestone,
    ProposalVersion,
)
from projects.proposals.states import ProposalState

MOST_MILESTONES = 20


class ProposalBriefSerializer(ShownModelSerializer):
    """The brief that a proposal answers."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    organisation = OrganisationSerializer(read_only=True)

    class Meta:
        model = Brief
        fields = ["id", "title", "state", "organisation"]
        read_only_fields = fields


class ProposalSerializer(ShownModelSerializer):
    """A proposal as a list shows it."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    brief = ProposalBriefSerializer(read_only=True)
    freelancer = PersonSerializer(read_only=True)
    price = MoneySerializer(
        read_only=True,
        allow_null=True,
        help_text="Of the version last sent, by the hour of a full week; null before it.",
    )
    engagement_kind = serializers.CharField(
        source="current.engagement_kind",
        read_only=True,
        allow_null=True,
        default=None,
        help_text="Of the version last sent.",
    )
    version = serializers.IntegerField(
        source="current.number",
        read_only=True,
        allow_null=True,
        default=None,
        help_text="Number of the version last sent; acceptance names it.",
    )

    class Meta:
        model = Proposal
        fields = [
            *("id", "state", "brief", "freelancer", "price", "engagement_kind", "version"),
            *("reason", "created_at", "submitted_at", "lapses_at"),
        ]
        read_only_fields = fields


class ProposalMilestoneSerializer(ShownModelSerializer):
    amount = MoneySerializer(source="price", read_only=True, allow_null=True)
    acceptance_criteria = serializers.ListField(
        source="criteria", child=serializers.CharField(), read_only=True
    )

    class Meta:
        model = ProposalMilestone
        fields = [
            *("position", "title", "phase", "deliverables", "acceptance_criteria", "amount"),
            *("effort_hours", "due_on"),
        ]
        read_only_fields = fields


class ProposalVersionSerializer(HourlyShown, RetainerShown, ShownModelSerializer):
    """What a proposal says at one time; sent versions never change."""

    price = MoneySerializer(
        read_only=True, help_text="The milestones' sum, a full week at its limit, or one month."
    )
    milestones = ProposalMilestoneSerializer(
        source="offered_milestones", many=True, read_only=True, help_text="Of a fixed price."
    )
    case_studies: Any = serializers.SlugRelatedField(
        slug_field="public_id", many=True, read_only=True
    )

    class Meta:
        model = ProposalVersion
        fields = [
            *("number", *PARTS, "engagement_kind", "screening_answers", "case_studies"),
            *("milestones", *HOURLY_FIELDS, *RETAINER_FIELDS, "price", "saved_at", "sent_at"),
        ]
        read_only_fields = fields
        extra_kwargs = {"screening_answers": {"help_text": "In the order of the questions."}}


class ProposalDetailSerializer(ProposalSerializer):
    """A proposal with its text: the client reads what was sent, the author what they write."""

    content = ProposalVersionSerializer(source="shown_version", read_only=True)

    class Meta(ProposalSerializer.Meta):
        fields = [*ProposalSerializer.Meta.fields, "content"]
        read_only_fields = fields


class MilestoneInput(StrictSerializer):
    """One payable step; a draft may lack anything."""

    title = serializers.CharField(
        max_length=120, required=False, allow_blank=True, validators=[check_line]
    )
    phase = serializers.ChoiceField(choices=Phase.choices, required=False, allow_blank=True)
    deliverables = serializers.CharField(max_length=4000, required=False, allow_blank=True)
    acceptance_criteria = LineList(
        longest=1000,
        most=20,
        required=False,
        help_text="Each something that can be checked; a request for changes names one.",
    )
    amount = Price(required=False, allow_null=True, help_text="In the currency of the brief.")
    effort_hours = WholeNumber(min_value=1, max_value=5_000, required=False, allow_null=True)
    due_on = serializers.DateField(required=False, allow_null=True)

    def validate_due_on(self, day: date | None) -> date | None:
        check_to_come(day, today=today_of(self.context["endpoint"].user))
        return day

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """The fields of a ProposalMilestone."""
        if "acceptance_criteria" in attrs:
            attrs["acceptance_criteria"] = "\n".join(attrs["acceptance_criteria"])
        if amount := attrs.get("amount"):
            attrs["amount"] = in_minor_units("amount", amount, self.context["endpoint"].subject)
        return attrs


class ProposalInput(HourlyInput, RetainerInput, StrictModelSerializer):
    """What to write into the unsent version; what is left out stays.

    Milestones belong to a fixed price, rates and hours to work by the hour, a fee to a
    retainer: a draft keeps all, and `engagement_kind` says which of them is offered.
    """

    screening_answers = serializers.ListField(
        child=serializers.CharField(max_length=2000, allow_blank=True),
        max_length=5,
        required=False,
        help_text="In the order of the brief's screening questions.",
    )
    case_studies = serializers.ListField(
        child=serializers.UUIDField(), max_length=50, required=False, help_text="Of your profile."
    )
    milestones = serializers.ListField(
        child=MilestoneInput(),
        required=False,
        max_length=MOST_MILESTONES,
        help_text="In order; they replace those there were. Their sum is a fixed price.",
    )

    class Meta:
        model = ProposalVersion
        fields = [
            *(*PARTS, "engagement_kind", *HOURLY_FIELDS, *RETAINER_FIELDS),
            *("screening_answers", "case_studies", "milestones"),
        ]

    def validate_case_studies(self, ids: list[Any]) -> list[CaseStudy]:
        user = self.context["endpoint"].request.user
        found = list(CaseStudy.objects.filter(profile__user=user, public_id__in=ids))
        if len(found) != len(set(ids)):
            raise serializers.ValidationError("Name case studies of your own profile.")
        return found


class ProposalSubmissionInput(StrictSerializer):
    knows_out_of_reach = serializers.BooleanField(
        default=False,
        help_text="Needed once from whoever lives where payouts do not reach: that they know it.",
    )


class AcceptanceInput(StrictSerializer):
    version = WholeNumber(
        min_value=1,
        max_value=32_767,
        help_text="The version that was read, so that a newer one cannot slip in.",
    )


class ProposalQuery(PageQuery):
    state = serializers.ChoiceField(choices=ProposalState.choices, required=False)
