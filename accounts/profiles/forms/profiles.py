from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.urls import reverse_lazy
from django.utils import timezone

from accounts.people.forms.time_zones import TimeZoneField
from accounts.people.places import countries
from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.taxonomy import (
    EngagementKind,
    Industry,
    Language,
    LifecycleStage,
    Specialism,
    offered_kinds,
)
from marketplace.core.text.days import check_to_come
from marketplace.core.web.number_fields import AmountField, WholeNumberField, major_text, minor_of
from marketplace.core.web.text_fields import Name

# The kind of engagement that each rate is for.
RATES = {
    "hourly_rate": EngagementKind.HOURLY,
    "fixed_from": EngagementKind.FIXED,
    "retainer_rate": EngagementKind.RETAINER,
    "trial_rate": EngagementKind.TRIAL,
}


def several(choices: Any, *, required: bool = False, **options: Any) -> forms.MultipleChoiceField:
    """A field of check boxes."""
    return forms.MultipleChoiceField(
        choices=choices, required=required, widget=forms.CheckboxSelectMultiple, **options
    )


class BasicsForm(forms.ModelForm):
    """Who one is; `time_zone` belongs to the person, not to the profile."""

    country = forms.ChoiceField(
        choices=[("", "Choose a country"), *countries()],
        required=False,
        help_text="Where you live. Payouts do not reach every country; this page says so.",
        widget=forms.Select(
            attrs={
                "hx-get": reverse_lazy("accounts:profile_basics"),
                "hx-select": "#payouts-told",
                "hx-target": "#payouts-told",
                "hx-swap": "outerHTML",
            }
        ),
    )
    time_zone = TimeZoneField(proposes_own=True)
    languages = several(Language.choices, required=True, label="Languages you work in")

    class Meta:
        model = FreelancerProfile
        fields = ["headline", "story", "country", "languages"]
        widgets = {"story": forms.Textarea(attrs={"rows": 8})}
        labels = {"headline": "Headline", "story": "Your story"}
        help_texts = {
            "headline": "What you are hired for, in one line: “Churn and demand models that hold "
            "up in production”.",
            "story": "How you work and what you are known for. Markdown is welcome.",
        }


class ExpertiseForm(forms.ModelForm):
    specialisms = several(
        Specialism.choices,
        required=True,
        help_text="Choose what you would want to be judged by, at most six.",
    )
    stages = several(LifecycleStage.choices, label="Stages of a project you take on")
    industries = several(Industry.choices, label="Industries you know")

    class Meta:
        model = FreelancerProfile
        fields = ["specialisms", "stages", "industries"]

    def clean_specialisms(self) -> list[str]:
        chosen = self.cleaned_data["specialisms"]
        if len(chosen) > 6:
            raise forms.ValidationError("Choose six at most: a profile of everything says little.")
        return chosen


class ToolForm(forms.Form):
    name = Name(
        label="Tool",
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"list": "tool-names", "autocomplete": "off"}),
    )
    years = WholeNumberField(label="Years", min_value=0, max_value=50, required=False)
    last_used = WholeNumberField(label="Last used", min_value=1980, required=False)

    def clean_last_used(self) -> int | None:
        year = self.cleaned_data["last_used"]
        if year and year > timezone.now().year:
            raise forms.ValidationError("That year is yet to come.")
        return year

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("name"):
            for name in ("years", "last_used"):
                if data.get(name) is None and name not in self.errors:
                    self.add_error(name, "Fill this in too.")
        return data


class BaseToolFormSet(forms.BaseFormSet):
    def clean(self) -> None:
        names = [tool["name"].lower() for tool in self.tools()]
        if len(names) != len(set(names)):
            raise forms.ValidationError("Each tool can stand here once.")

    def tools(self) -> list[dict[str, Any]]:
        """The rows that name a tool."""
        rows = (getattr(form, "cleaned_data", {}) for form in self.forms)
        return [dict(row) for row in rows if row.get("name")]


ToolFormSet = forms.formset_factory(
    ToolForm, formset=BaseToolFormSet, extra=3, max_num=30, absolute_max=40
)


class RatesForm(forms.ModelForm):
    """Rates are typed in the major unit, such as 120.00, and kept in the minor one.

    Only those of kinds that are offered are asked for; the others stay as they are.
    """

    currency = forms.ChoiceField(choices=[(code, code) for code in settings.CURRENCIES])
    hourly_rate = AmountField(label="Hourly", required=False)
    fixed_from = AmountField(label="Fixed price, from", required=False)
    retainer_rate = AmountField(label="Retainer, a month", required=False)
    trial_rate = AmountField(label="Paid trial", required=False)
    hours_per_week = WholeNumberField(
        label="Hours a week", required=False, min_value=1, max_value=80
    )

    class Meta:
        model = FreelancerProfile
        fields = [
            "currency",
            "availability",
            "available_from",
            "hours_per_week",
            "day_starts",
            "day_ends",
            "is_listed",
        ]
        labels = {
            "day_starts": "Your day starts",
            "day_ends": "Your day ends",
            "is_listed": "Clients can find my profile",
        }
        help_texts = {"day_starts": "On your own clock.", "day_ends": "On your own clock."}
        widgets = {
            "availability": forms.RadioSelect,
            "available_from": forms.DateInput,
            "day_starts": forms.TimeInput,
            "day_ends": forms.TimeInput,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = offered_kinds()
        for name in [name for name, kind in RATES.items() if kind not in offered]:
            del self.fields[name]
        for name in RATES.keys() & self.fields.keys():
            self.initial[name] = major_text(getattr(self.instance, name), self.instance.currency)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name in RATES.keys() & self.fields.keys():
            try:
                data[name] = minor_of(data.get(name, ""), data.get("currency") or "USD")
            except forms.ValidationError as error:
                self.add_error(name, error)
        is_later = data.get("availability") == FreelancerProfile.Availability.LATER
        if is_later and not data.get("available_from"):
            self.add_error("available_from", "Say from which date.")
        self._check_start(data.get("available_from"), is_later=is_later)
        return data

    def _check_start(self, day: date | None, *, is_later: bool) -> None:
        """Of no matter while one is free now, unless it is typed anew."""
        if is_later or day != self.instance.available_from:
            try:
                check_to_come(day)
            except forms.ValidationError as error:
                self.add_error("available_from", error)
