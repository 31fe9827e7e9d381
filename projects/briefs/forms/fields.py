"""Fields that people type in words: lists by comma, lists by line."""

from collections.abc import Container, Mapping
from typing import Any

from django import forms

from marketplace.core.web.text_fields import check_line, tidied


def mark_needed(fields: Mapping[str, forms.Field], needed: Container[str]) -> None:
    """Fields that a draft may lack but that are needed in the end are not called optional."""
    for name, field in fields.items():
        field.is_optional = name not in needed and not field.required  # type: ignore[attr-defined]


class WordsField(forms.CharField):
    """A list typed with commas between its words."""

    def __init__(self, *, most: int, longest: int, **options: Any) -> None:
        self.most, self.longest = most, longest
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        return _listed((super().to_python(value) or "").split(","), self.most, self.longest)

    def validate(self, value: Any) -> None:
        forms.Field.validate(self, value)

    def run_validators(self, value: Any) -> None:
        """The characters of a list are counted for each word."""


class LinesField(WordsField):
    """A list typed with one entry per line."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        text = forms.CharField.to_python(self, value) or ""
        return _listed(text.splitlines(), self.most, self.longest)


def _listed(entries: list[str], most: int, longest: int) -> list[str]:
    """The entries without blanks and repetitions, in order."""
    kept = list(dict.fromkeys(filter(None, map(tidied, entries))))
    for entry in kept:
        check_line(entry)
    if len(kept) > most:
        raise forms.ValidationError(f"At most {most}, please: you have {len(kept)}.")
    too_long = next((entry for entry in kept if len(entry) > longest), None)
    if too_long:
        used = f"{len(too_long):,} of {longest} characters"
        over = len(too_long) - longest
        raise forms.ValidationError(f"“{too_long[:40]}…” has {used}: shorten it by {over:,}.")
    return kept
