from typing import Any

from django import forms
from django.conf import settings

from accounts.organisations.models.organisations import Organisation
from accounts.organisations.queries import organisations_to_hire_for
from accounts.profiles.taxonomy import (
    Industry,
    Language,
    Specialism,
    offered_choices,
    offered_kinds,
)
from marketplace.core.text.days import check_to_come
from marketplace.core.web.files import check_upload
from marketplace.core.web.number_fields import AmountField, WholeNumberField, major_text, minor_of
from marketplace.core.web.text_fields import Line
from projects.briefs.forms.examples import EXAMPLES, KIND_HINTS, LABELS
from projects.briefs.forms.fields import LinesField, WordsField, mark_needed
from projects.briefs.models.briefs import Brief, DataSensitivity, Priority, Rhythm
from projects.briefs.models.phases import Phase
from projects.briefs.queries.readiness import DAYS_OF_BRIEF, REQUIRED_OF_BRIEF

CURRENCIES = [(code, code) for code in settings.CURRENCIES]
TALL = ("problem", "deliverables")


def _choices(options: Any, nothing: str) -> list[tuple[str, str]]:
    return [("", nothing), *options.choices]


class NewBriefForm(forms.Form):
    """What a draft starts from."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), empty_label=None, label="For which organisation?"
    )
    title = Line(max_length=120, label=LABELS["title"], help_text=EXAMPLES["title"])

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = organisations_to_hire_for(user)
        self.fields["organisation"].queryset = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.fields["organisation"].widget = forms.HiddenInput()
            self.fields["organisation"].initial = choices[0].pk

    def facts(self) -> dict[str, Any]:
        return {"title": self.cleaned_data["title"]}


class BriefForm(forms.ModelForm):
    """Everything that a brief says. Only the title must be there to save; see `missing_of_brief`
    for what publication needs.
    """

    specialisms = forms.MultipleChoiceField(
        choices=Specialism.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    phases = forms.MultipleChoiceField(
        choices=Phase.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    tools = WordsField(most=15, longest=40, required=False)
    screening_questions = LinesField(most=5, longest=300, required=False)
    industry = forms.ChoiceField(choices=_choices(Industry, "Choose one"), required=False)
    language = forms.ChoiceField(choices=_choices(Language, "Any"), required=False)
    data_sensitivity = forms.ChoiceField(
        choices=_choices(DataSensitivity, "Choose one"), required=False
    )
    priority = forms.ChoiceField(choices=_choices(Priority, "No preference"), required=False)
    check_ins = forms.ChoiceField(choices=_choices(Rhythm, "To be agreed"), required=False)
    kind_hints = KIND_HINTS
    engagement_kind = forms.ChoiceField(
        choices=offered_choices,
        required=False,
        widget=forms.RadioSelect,
    )
    currency = forms.ChoiceField(choices=CURRENCIES)
    budget_min = AmountField(required=False)
    budget_max = AmountField(required=False)
    weeks = WholeNumberField(required=False, min_value=1, max_value=104)

    class Meta:
        model = Brief
        fields = list(LABELS)
        labels = LABELS
        help_texts = EXAMPLES
        widgets = {"visibility": forms.RadioSelect}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        brief = self.instance
        for name in ("budget_min", "budget_max"):
            self.initial[name] = major_text(getattr(brief, name), brief.currency)
        kinds = offered_kinds()
        if brief.engagement_kind not in kinds:
            self.initial["engagement_kind"] = kinds[0]
        if len(kinds) == 1:
            self.fields["engagement_kind"].widget = forms.HiddenInput()
        if brief.is_published:
            self.fields["currency"].disabled = True
        for name, field in self.fields.items():
            field.label = LABELS.get(name, field.label)
            field.help_text = EXAMPLES.get(name, "")
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = 6 if name in TALL else 3
        mark_needed(self.fields, [part.field for part in REQUIRED_OF_BRIEF])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in ("budget_min", "budget_max"):
            try:
                cleaned[name] = minor_of(cleaned.get(name, ""), cleaned.get("currency", "USD"))
            except forms.ValidationError as error:
                self.add_error(name, error)
        self._check_days(cleaned)
        return cleaned

    def _check_days(self, cleaned: dict[str, Any]) -> None:
        """A day that stands there already may have passed since; a new one may not."""
        for part in DAYS_OF_BRIEF:
            day = cleaned.get(part.field)
            if day != getattr(self.instance, part.field):
                try:
                    check_to_come(day)
                except forms.ValidationError as error:
                    self.add_error(part.field, error)

    def _post_clean(self) -> None:
        """The service checks and writes; the instance stays as it was read."""

    def facts(self) -> dict[str, Any]:
        """The fields that are valid, as a service takes them."""
        return {name: self.cleaned_data[name] for name in self.fields if name in self.cleaned_data}


class AttachmentForm(forms.Form):
    upload = forms.FileField(
        label="Add a file",
        validators=[check_upload],
        help_text="A data dictionary, a small sample, a diagram. Nothing secret: freelancers who "
        "are signed in can download it.",
    )
