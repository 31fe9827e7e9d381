"""Filters that say beside an option how many of what was found have it."""

from typing import Any, ClassVar

from django import forms

from marketplace.core.data.search.counts import Counts


class CountedFilter(forms.Form):
    """`facets` names the entry's facet of each field that is counted.

    Of a field that is in use only what was chosen is counted: what another option would find is
    not among what was found.
    """

    facets: ClassVar[dict[str, str]] = {}

    def show_counts(self, counts: Counts) -> None:
        for name, facet in self.facets.items():
            if name in self.fields and name not in self.errors:
                _count(self.fields[name], facet, self.cleaned_data.get(name), counts)


def _count(field: Any, facet: str, chosen: Any, counts: Counts) -> None:
    if isinstance(field, forms.BooleanField):
        field.label = _with(field.label, counts.told(facet))
        return
    values = [chosen] if isinstance(chosen, str) else list(chosen or ())
    in_use = [value for value in values if value]
    field.choices = [
        (value, _with(label, counts.told(f"{facet}:{value}")))
        if value and (value in in_use or not in_use)
        else (value, label)
        for value, label in field.choices
    ]


def _with(label: Any, count: str) -> str:
    return f"{label} ({count})" if count else str(label)
