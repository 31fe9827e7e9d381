from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import Truncator

from accounts.profiles.taxonomy import Industry, Specialism, offered_choices, offered_kinds
from marketplace.core.web.counted_filters import CountedFilter
from marketplace.core.web.number_fields import AmountField, PricedFilter
from marketplace.core.web.text_fields import Line
from projects.briefs.forms.fields import mark_needed
from projects.search.queries import Wanted

DAYS = [("", "Any time"), ("1", "Last 24 hours"), ("7", "Last 7 days"), ("30", "Last 30 days")]


def _kinds() -> list[tuple[str, str]]:
    return [("", "Any kind"), *offered_choices()]


class FindWorkForm(PricedFilter, CountedFilter):
    """The filters of Find work. What cannot be understood is told, and nothing is shown for it."""

    facets = {
        "specialism": "specialism",
        "industry": "industry",
        "kind": "engagement_kind",
        "currency": "currency",
    }
    needs_currency = "Choose the currency of the budget."

    q = Line(required=False, max_length=120, label="Search")
    specialism = forms.MultipleChoiceField(
        required=False,
        choices=Specialism.choices,
        widget=forms.CheckboxSelectMultiple,
        label="Specialism",
    )
    industry = forms.ChoiceField(
        required=False, choices=[("", "Any industry"), *Industry.choices], label="Industry"
    )
    kind = forms.ChoiceField(required=False, choices=_kinds, label="Engagement")
    currency = forms.ChoiceField(
        required=False,
        choices=[("", "Any"), *((code, code) for code in settings.CURRENCIES)],
        label="Currency",
    )
    budget = AmountField(required=False, label="Budget of at least")
    posted = forms.ChoiceField(required=False, choices=DAYS, label="Posted")
    literal = forms.BooleanField(required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if len(offered_kinds()) == 1:
            del self.fields["kind"]
        mark_needed(self.fields, list(self.fields))

    def wanted(self) -> Wanted:
        self.is_valid()
        given = self.cleaned_data
        return Wanted(
            text=given.get("q", ""),
            is_literal=given.get("literal", False),
            specialisms=given.get("specialism", []),
            industry=given.get("industry", ""),
            engagement_kind=given.get("kind", ""),
            currency=given.get("currency", ""),
            budget=given.get("budget"),
            days=int(given["posted"]) if given.get("posted") else None,
        )

    def words(self) -> str:
        """What was looked for, short enough for a heading; empty where it was refused."""
        self.is_valid()
        return Truncator(self.cleaned_data.get("q", "")).chars(60)

    def chosen(self) -> int:
        """How many filters besides the words are in use."""
        self.is_valid()
        return sum(
            bool(self.cleaned_data.get(name)) for name in self.fields.keys() - {"q", "literal"}
        )
