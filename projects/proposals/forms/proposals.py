from collections.abc import Container, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from accounts.profiles.models.case_studies import CaseStudy
from accounts.profiles.taxonomy import EngagementKind
from marketplace.core.text.days import check_to_come
from marketplace.core.web.number_fields import (
    AmountField,
    WholeNumberField,
    major_text,
    minor_of,
    price_of,
)
from marketplace.core.web.text_fields import Line, Lines, Words
from projects.briefs.forms.examples import KIND_HINTS
from projects.briefs.forms.fields import mark_needed
from projects.briefs.models.briefs import Brief
from projects.briefs.models.phases import Phase
from projects.proposals.models.hourly import MOST_WEEKLY_HOURS, HourlyPrice
from projects.proposals.models.retainers import MOST_PERIOD_HOURS, RetainerPrice
from projects.proposals.models.versions import (
    HOURLY_FIELDS,
    RETAINER_FIELDS,
    ProposalMilestone,
    ProposalVersion,
)
from projects.proposals.queries.kinds import (
    answers_otherwise,
    choices_to_propose,
    kinds_to_propose,
)
from projects.proposals.queries.readiness import (
    REQUIRED_OF_HOURLY,
    REQUIRED_OF_MILESTONE,
    REQUIRED_OF_RETAINER,
    REQUIRED_OF_VERSION,
    faults_of_hourly,
    faults_of_retainer,
)

LABELS = {
    "understanding": "The problem as you understand it",
    "approach": "Approach",
    "data_preparation": "Data preparation",
    "validation_plan": "Validation plan",
    "risks": "Risks",
    "assumptions": "Assumptions and questions",
    "engagement_kind": "Kind of engagement",
    "engagement_advice": "Would another kind of engagement fit better?",
    "rate": "Rate for an hour",
    "weekly_hours": "Most hours a week",
    "waiting_rate": "Rate for an hour of waiting",
    "period_fee": "Fee for a month",
    "included_hours": "Hours included in a month",
    "period_outcomes": "Or named outcomes",
    "case_studies": "Case studies that show it",
}
HINTS = {
    "understanding": "In your own words, with the client’s figures. It is read first.",
    "approach": "What you would try first, what next, and why; a simple baseline included.",
    "data_preparation": "What you would check, join, clean and leave out, and what could leak.",
    "validation_plan": "Which data stay unseen, which split, which metric, against which baseline.",
    "risks": "What could go wrong, how you would notice, and what you would do then.",
    "assumptions": "What has to be true for this plan, and what you would ask on the first day.",
    "engagement_kind": "What you fill in of the other kind stays in your draft, and is not sent.",
    "engagement_advice": "If another way of paying would serve the client better than the one that "
    "the brief names, say so and why. Needed if you propose another one.",
    "rate": "For an hour of your work.",
    "weekly_hours": "Of one calendar week. The client pays for so many before the week begins.",
    "waiting_rate": "For an hour in which only a machine works, such as a training run that you "
    "look after. Without a rate, such hours are not paid.",
    "period_fee": "The client pays it before each month; it is released with your report.",
    "included_hours": "Unused ones roll over once, up to a quarter.",
    "period_outcomes": "One per line, where a month is not measured in hours.",
    "case_studies": "Choose the ones that are close to this problem.",
}


OF_KINDS = ("engagement_kind", "engagement_advice", *HOURLY_FIELDS, *RETAINER_FIELDS)
FIELDS_OF_KINDS = {
    EngagementKind.HOURLY: HOURLY_FIELDS,
    EngagementKind.RETAINER: RETAINER_FIELDS,
}
RATES = ("rate", "waiting_rate", "period_fee")


class ProposalForm(forms.ModelForm):
    """What a proposal says besides its milestones. Nothing must be there to save.

    What it says of a kind that is not chosen is kept as far as it can be read, and not judged.
    """

    kind_hints = KIND_HINTS
    engagement_kind = forms.ChoiceField(
        choices=choices_to_propose, required=False, widget=forms.RadioSelect
    )
    rate = AmountField(required=False)
    weekly_hours = WholeNumberField(required=False, min_value=1, max_value=MOST_WEEKLY_HOURS)
    waiting_rate = AmountField(required=False)
    period_fee = AmountField(required=False)
    included_hours = WholeNumberField(required=False, min_value=1, max_value=MOST_PERIOD_HOURS)
    period_outcomes = Lines(
        required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    case_studies = forms.ModelMultipleChoiceField(
        CaseStudy.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = ProposalVersion
        fields = list(LABELS)
        labels = LABELS

    def __init__(self, *args: Any, brief: Brief, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if len(kinds_to_propose()) == 1:
            for name in OF_KINDS:
                del self.fields[name]
        for name in (name for name in RATES if name in self.fields):
            minor = getattr(self.instance, name)
            self.initial[name] = major_text(minor, self.instance.currency)
        for name in LABELS.keys() & self.fields.keys():
            self.fields[name].label = LABELS[name]
            self.fields[name].help_text = HINTS[name]
        studies = CaseStudy.objects.filter(profile__user=user)
        self.fields["case_studies"].queryset = studies  # type: ignore[attr-defined]
        if self.instance.pk:
            self.initial["case_studies"] = list(
                self.instance.case_studies.values_list("pk", flat=True)
            )
        if EngagementKind.RETAINER not in kinds_to_propose():
            for name in RETAINER_FIELDS:
                self.fields.pop(name, None)
        required = (*REQUIRED_OF_VERSION, *REQUIRED_OF_HOURLY, *REQUIRED_OF_RETAINER)
        needed = [part.field for part in required]
        if answers_otherwise(self.instance.engagement_kind, brief):
            needed.append("engagement_advice")
        mark_needed(self.fields, ["engagement_kind", *needed])
        self.questions = brief.screening_questions
        answers = self.instance.screening_answers
        for index, question in enumerate(self.questions):
            self.fields[f"answer_{index}"] = Words(
                required=False,
                max_length=2000,
                label=question,
                initial=answers[index] if index < len(answers) else "",
            )
            # A draft may lack it; what is sent may not.
            self.fields[f"answer_{index}"].is_optional = False  # type: ignore[attr-defined]

    def answers(self) -> list[Any]:
        """The fields of the screening questions."""
        return [self[f"answer_{index}"] for index in range(len(self.questions))]

    def fact_of(self, name: str) -> str:
        """The fact that a field is a part of."""
        return "screening_answers" if name.startswith("answer_") else name

    @property
    def kind(self) -> str:
        """The kind that is chosen, or stands there already and nothing else is."""
        chosen = "engagement_kind" in self.fields and self["engagement_kind"].value()
        return chosen or self.instance.engagement_kind

    @property
    def is_recurring(self) -> bool:
        """Whether something else than milestones is offered."""
        return self.kind in (EngagementKind.HOURLY, EngagementKind.RETAINER)

    def hourly(self) -> HourlyPrice | None:
        """What an hour costs as far as it can be understood, if work by the hour is chosen."""
        if self.kind != EngagementKind.HOURLY:
            return None
        return HourlyPrice.of(self.instance.currency, self._stated(HOURLY_FIELDS))

    def retainer(self) -> RetainerPrice | None:
        """What a month costs as far as it can be understood, if a retainer is chosen."""
        if self.kind != EngagementKind.RETAINER:
            return None
        return RetainerPrice.of(self.instance.currency, self._stated(RETAINER_FIELDS))

    def recurring(self) -> HourlyPrice | RetainerPrice | None:
        return self.hourly() or self.retainer()

    def _stated(self, names: Sequence[str]) -> Mapping[str, Any]:
        """What was typed, else what is stored."""
        if self.is_bound and names[0] in self.fields:
            self.is_valid()
            return self.cleaned_data
        return {name: getattr(self.instance, name) for name in names}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in (name for name in RATES if name in cleaned):
            try:
                cleaned[name] = minor_of(cleaned[name], self.instance.currency)
            except forms.ValidationError as error:
                self.add_error(name, error)
        faults: dict[str, str] = {}
        if hourly := self.hourly():
            faults = faults_of_hourly(hourly)
        elif retainer := self.retainer():
            faults = faults_of_retainer(retainer)
        for name, sentence in faults.items():
            self.add_error(name, sentence)
        for kind, names in FIELDS_OF_KINDS.items():
            for name in names if kind != self.kind else ():
                self.errors.pop(name, None)
        return cleaned

    def _post_clean(self) -> None:
        """The service checks and writes; the instance stays as it was read."""

    def facts(self) -> dict[str, Any]:
        """The fields that are valid, as a service takes them."""
        cleaned = self.cleaned_data
        facts = {name: cleaned[name] for name in LABELS if name in cleaned}
        if not facts.get("engagement_kind"):
            facts.pop("engagement_kind", None)
        return facts | {
            "screening_answers": [
                cleaned.get(f"answer_{index}", "") for index in range(len(self.questions))
            ]
        }


class MilestoneForm(forms.Form):
    """One payable step, all of it optional while it is a draft."""

    title = Line(
        required=False,
        max_length=120,
        help_text="“Data and feasibility, with a go or no-go decision”",
    )
    phase = forms.ChoiceField(required=False, choices=[("", "Choose one"), *Phase.choices])
    deliverables = Words(
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="What you hand over.",
    )
    acceptance_criteria = Lines(
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One per line, each something that can be checked. A request for changes has to "
        "name one of them.",
    )
    amount = AmountField(required=False, label="Price")
    effort_hours = WholeNumberField(
        required=False, min_value=1, max_value=5_000, label="Effort in hours"
    )
    due_on = forms.DateField(
        required=False, label="Due", widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(
        self,
        *args: Any,
        currency: str,
        kept_days: Container[date] = (),
        is_offered: bool = True,
        **options: Any,
    ) -> None:
        """`kept_days` stay as they are, though they may have passed since they were typed. What
        is not offered is kept as far as it can be read, and not judged.
        """
        self.currency, self.kept_days, self.is_offered = currency, kept_days, is_offered
        super().__init__(*args, **options)
        mark_needed(self.fields, [part.field for part in REQUIRED_OF_MILESTONE])

    def clean_amount(self) -> int | None:
        return price_of(self.cleaned_data["amount"], self.currency)

    def clean_due_on(self) -> date | None:
        day: date | None = self.cleaned_data["due_on"]
        if day not in self.kept_days:
            check_to_come(day)
        return day

    def clean(self) -> dict[str, Any]:
        if not self.is_offered:
            self.errors.clear()
        return self.cleaned_data


def typed(milestone: ProposalMilestone, currency: str) -> dict[str, Any]:
    """A milestone as the form shows it."""
    return {name: getattr(milestone, name) for name in MilestoneForm.base_fields} | {
        "amount": major_text(milestone.amount, currency)
    }
