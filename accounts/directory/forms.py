from typing import Any

from django import forms
from django.conf import settings

from accounts.directory.queries.directory import FACETS, FIT, SORTS
from accounts.profiles.taxonomy import Industry, Specialism
from marketplace.core.web.counted_filters import CountedFilter
from marketplace.core.web.number_fields import AmountField, PricedFilter
from marketplace.core.web.text_fields import Line


class DirectoryFilter(PricedFilter, CountedFilter):
    """What a client looks for; a filter that makes no sense is told, and nothing shown for it."""

    facets = {name: name for name in FACETS}
    q = Line(
        required=False,
        max_length=120,
        label="Words",
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "churn, PyTorch, Lena …"}),
    )
    specialism = forms.ChoiceField(
        required=False, choices=[("", "Any specialism"), *Specialism.choices]
    )
    industry = forms.ChoiceField(required=False, choices=[("", "Any industry"), *Industry.choices])
    currency = forms.ChoiceField(
        required=False, choices=[("", "Any"), *((code, code) for code in settings.CURRENCIES)]
    )
    budget = AmountField(required=False, label="Projects from, at most")
    available = forms.BooleanField(required=False, label="Available only")
    literal = forms.BooleanField(required=False)
    sort = forms.ChoiceField(required=False, choices=SORTS, initial=FIT, label="Sort by")

    def wishes(self) -> dict[str, Any]:
        """The keyword arguments of `queries.directory.directory`."""
        data = self.cleaned_data
        return {
            "words": data.get("q", ""),
            "specialisms": [data["specialism"]] if data.get("specialism") else [],
            "industries": [data["industry"]] if data.get("industry") else [],
            "available": bool(data.get("available")),
            "currency": data.get("currency", ""),
            "most": data.get("budget"),
            "sort": data.get("sort") or FIT,
            "is_literal": bool(data.get("literal")),
        }

    @property
    def chosen(self) -> int:
        """How many filters besides the words and the order are in use."""
        names = ("specialism", "industry", "currency", "budget", "available")
        return sum(bool(self.cleaned_data.get(name)) for name in names)

    @property
    def is_refused(self) -> bool:
        """Whether a wish makes no sense; an order that is none leaves nobody out."""
        return bool(self.errors.keys() - {"sort"})

    @property
    def is_used(self) -> bool:
        return bool(self.chosen or self.cleaned_data.get("q"))
