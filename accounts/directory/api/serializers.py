"""Freelancers as programs see them."""

from django.conf import settings
from rest_framework import serializers

from accounts.directory.queries.directory import SORTS
from accounts.people.api.serializers import PersonSerializer
from accounts.profiles.models.case_studies import CaseStudy
from accounts.profiles.models.profiles import FreelancerProfile, ToolExperience
from accounts.profiles.taxonomy import EngagementKind, Industry, Specialism
from marketplace.core.api.searches import SearchQuery
from marketplace.core.api.serializers import MoneySerializer, QueryNumber, ShownModelSerializer


class ToolSerializer(ShownModelSerializer):
    class Meta:
        model = ToolExperience
        fields = ["name", "years", "last_used"]
        read_only_fields = fields


class RateSerializer(serializers.Serializer):
    kind = serializers.ChoiceField(choices=EngagementKind.choices)
    amount = MoneySerializer()
    unit = serializers.CharField(help_text="What the amount is for: “an hour”.")


class CaseStudySerializer(ShownModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)

    class Meta:
        model = CaseStudy
        fields = [
            *("id", "title", "industry", "specialisms", "finished_in", "problem", "data"),
            *("baseline", "approach", "metric", "business_impact", "trade_offs"),
            *("what_did_not_work", "link", "grade"),
        ]
        read_only_fields = fields


class FreelancerSerializer(ShownModelSerializer):
    """A freelancer as the directory lists them."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    person = PersonSerializer(source="user", read_only=True)
    rates = RateSerializer(many=True, read_only=True)
    tools = ToolSerializer(many=True, read_only=True)

    class Meta:
        model = FreelancerProfile
        fields = [
            *("id", "person", "headline", "country", "specialisms", "industries", "stages"),
            *("languages", "tools", "rates", "availability", "available_from", "hours_per_week"),
            "updated_at",
        ]
        read_only_fields = fields


class FreelancerDetailSerializer(FreelancerSerializer):
    case_studies = CaseStudySerializer(many=True, read_only=True)

    class Meta(FreelancerSerializer.Meta):
        fields = [*FreelancerSerializer.Meta.fields, "story", "case_studies"]
        read_only_fields = fields


class FreelancerQuery(SearchQuery):
    specialism = serializers.MultipleChoiceField(
        choices=Specialism.choices, required=False, help_text="Any of these; may be repeated."
    )
    industry = serializers.MultipleChoiceField(
        choices=Industry.choices, required=False, help_text="Any of these; may be repeated."
    )
    available = serializers.BooleanField(
        required=False, default=False, help_text="Leave out who takes no work."
    )
    currency = serializers.ChoiceField(choices=settings.CURRENCIES, required=False)
    most = QueryNumber(
        required=False,
        min_value=1,
        max_value=10**12,
        help_text="Takes projects from this price on or lower, in minor units of `currency`, or of "
        "your own currency without it: where your organisation is, or that of your profile.",
    )
    sort = serializers.ChoiceField(
        choices=SORTS,
        required=False,
        help_text="`fit`, unless told: the best for `q`, or who changed lately. `price`: the "
        "lowest smallest project first, each currency together.",
    )
