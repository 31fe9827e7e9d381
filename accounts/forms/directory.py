from typing import Any

from django import forms

from accounts.taxonomy import Industry, Specialism


class DirectoryFilter(forms.Form):
    """What a client looks for; a filter that makes no sense is left out, never an error."""

    q = forms.CharField(
        required=False,
        max_length=120,
        label="Words",
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "churn, PyTorch, Lena …"}),
    )
    specialism = forms.ChoiceField(
        required=False, choices=[("", "Any specialism"), *Specialism.choices]
    )
    industry = forms.ChoiceField(required=False, choices=[("", "Any industry"), *Industry.choices])
    available = forms.BooleanField(required=False, label="Available only")

    def wishes(self) -> dict[str, Any]:
        """The keyword arguments of `queries.freelancers.directory`."""
        data = self.cleaned_data
        return {
            "words": data.get("q", ""),
            "specialisms": [data["specialism"]] if data.get("specialism") else [],
            "industries": [data["industry"]] if data.get("industry") else [],
            "available": bool(data.get("available")),
        }

    @property
    def is_used(self) -> bool:
        return any(self.cleaned_data.values())
