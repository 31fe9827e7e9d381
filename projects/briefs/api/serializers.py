"""A brief as programs read and write it."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from rest_framework import serializers

from accounts.organisations.api.serializers import OrganisationSerializer
from accounts.profiles.taxonomy import Industry, Language, Specialism, offered_choices
from marketplace.core.api.cursors import PageQuery
from marketplace.core.api.serializers import (
    Amount,
    FileSerializer,
    LineList,
    MoneySerializer,
    ShownModelSerializer,
    StrictModelSerializer,
    StrictSerializer,
    UploadField,
    WholeNumber,
)
from marketplace.core.data.money import Money
from marketplace.core.text.days import check_to_come, today_of
from marketplace.core.web.text_fields import check_line
from projects.briefs.models.briefs import Brief
from projects.briefs.models.phases import Phase
from projects.briefs.queries.readiness import DAYS_OF_BRIEF
from projects.briefs.states import BriefState

# What a brief says in words, dates and single choices; the same in both directions.
PLAIN = (
    *("title", "summary", "problem", "why_it_matters"),
    *("goal_kpi", "goal_baseline", "goal_target", "goal_due", "goal_worth"),
    *("success_metrics", "guardrails"),
    *("data_sources", "data_volume", "data_labels", "data_quality", "data_location"),
    *("data_access", "data_sensitivity", "data_rules"),
    *("deployment", "stack", "residency", "hard_deadline", "priority"),
    *("deliverables", "overlap", "check_ins", "starts_on", "weeks", "visibility"),
)
Kinds = Callable[[], list[tuple[str, str]]]
LISTS = ("phases", "specialisms", "tools", "screening_questions")
CODES = ("language", "industry", "engagement_kind")


class BriefSerializer(ShownModelSerializer):
    """A brief as a list shows it."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    organisation = OrganisationSerializer(read_only=True)
    budget_min = serializers.SerializerMethodField(
        help_text="The least the client expects to pay for all of the work, also by the hour."
    )
    budget_max = serializers.SerializerMethodField(
        help_text="The most the client would pay for all of it."
    )
    teaser = serializers.CharField(read_only=True, help_text="One line.")

    class Meta:
        model = Brief
        fields = [
            *("id", "state", "title", "teaser", "organisation", "specialisms", "industry"),
            *("engagement_kind", "budget_min", "budget_max", "currency", "weeks"),
            *("published_at", "last_active_at"),
        ]
        read_only_fields = fields

    def get_budget_min(self, brief: Brief) -> MoneySerializer(allow_null=True):  # type: ignore[valid-type]
        return _amount(brief.budget_min, brief.currency)

    def get_budget_max(self, brief: Brief) -> MoneySerializer(allow_null=True):  # type: ignore[valid-type]
        return _amount(brief.budget_max, brief.currency)


def _amount(minor: int | None, currency: str) -> dict[str, Any] | None:
    return None if minor is None else {"minor": minor, "currency": currency}


class BriefDetailSerializer(BriefSerializer):
    """All that a brief says. Files are listed only for those who may download them."""

    attachments = FileSerializer(many=True, read_only=True, source="shown_attachments")

    class Meta(BriefSerializer.Meta):
        fields = list(
            dict.fromkeys(
                [*BriefSerializer.Meta.fields, *PLAIN, *LISTS, *CODES, "saved_at", "attachments"]
            )
        )
        read_only_fields = fields


class KindField(serializers.ChoiceField):
    """A kind of engagement whose contracts exist when the request is read."""

    def __init__(self, *, kinds: Kinds = offered_choices, **options: Any) -> None:
        super().__init__(choices=kinds(), **options)


class BriefInput(StrictModelSerializer):
    """What to change in a brief. A draft may lack anything but its title."""

    title = serializers.CharField(max_length=120, required=False, validators=[check_line])
    specialisms = serializers.ListField(
        child=serializers.ChoiceField(choices=Specialism.choices), required=False
    )
    phases = serializers.ListField(
        child=serializers.ChoiceField(choices=Phase.choices), required=False
    )
    tools = LineList(longest=40, most=15, required=False, help_text="At most 15.")
    screening_questions = LineList(
        longest=300, most=5, required=False, help_text="At most 5; each proposal answers them."
    )
    industry = serializers.ChoiceField(choices=Industry.choices, required=False, allow_blank=True)
    language = serializers.ChoiceField(choices=Language.choices, required=False, allow_blank=True)
    engagement_kind = KindField(required=False)
    weeks = WholeNumber(
        min_value=1, max_value=104, required=False, allow_null=True, help_text="Length of the work."
    )
    budget_min = Amount(required=False, allow_null=True, help_text="The least you expect to pay.")
    budget_max = Amount(required=False, allow_null=True, help_text="The most you would pay.")

    class Meta:
        model = Brief
        fields = [*PLAIN, *LISTS, *CODES, "budget_min", "budget_max"]

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """The amounts become minor units; the brief's currency is theirs."""
        self._check_days(attrs)
        bounds = {name: attrs[name] for name in ("budget_min", "budget_max") if name in attrs}
        stated: dict[str, Money] = {
            name: money for name, money in bounds.items() if isinstance(money, Money)
        }
        currencies = {money.currency for money in stated.values()}
        if len(currencies) > 1:
            raise serializers.ValidationError({"budget_max": ["Use one currency for both."]})
        for name in bounds:
            attrs[name] = stated[name].minor if name in stated else None
        if currencies:
            attrs["currency"] = self._checked(currencies.pop(), stated)
        return attrs

    def _check_days(self, attrs: dict[str, Any]) -> None:
        """A day that stands there already may have passed since; a new one may not."""
        endpoint = self.context["endpoint"]
        for name in (part.field for part in DAYS_OF_BRIEF):
            day = attrs.get(name)
            if day and day != getattr(endpoint.subject, name, None):
                try:
                    check_to_come(day, today=today_of(endpoint.user))
                except ValidationError as error:
                    raise serializers.ValidationError({name: error.messages}) from error

    def _checked(self, currency: str, stated: dict[str, Money]) -> str:
        """One bound alone is in the currency that the other one is in already."""
        brief = self.context["endpoint"].subject
        other = {"budget_min", "budget_max"} - set(stated)
        kept = [name for name in other if name not in self.initial_data]
        if brief and any(getattr(brief, name) for name in kept) and currency != brief.currency:
            sentence = f"The other bound is in {brief.currency}."
            raise serializers.ValidationError({next(iter(stated)): [sentence]})
        return currency


class NewBriefInput(BriefInput):
    """A new draft of an organisation that you hire for."""

    organisation = serializers.UUIDField(help_text="Whose brief it is.")
    title = serializers.CharField(max_length=120, validators=[check_line])

    class Meta(BriefInput.Meta):
        fields = ["organisation", *BriefInput.Meta.fields]


class AttachmentInput(StrictSerializer):
    upload = UploadField(help_text="At most 25 MB. Freelancers can download it.")


class MyBriefsQuery(PageQuery):
    state = serializers.ChoiceField(choices=BriefState.choices, required=False)
