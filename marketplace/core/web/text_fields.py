"""What people write, before it is kept: in one line, in several, or as a name.

Text that nobody can see counts as empty, so a required field refuses it. What stays invisible
inside a text (the joiners of Persian, Malayalam and emoji) is kept; what turns or breaks a line
is refused where there is one line.
"""

import re
import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

# Default_Ignorable_Code_Point (DerivedCoreProperties.txt, Unicode 16) and the blank of Braille.
IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
INVISIBLE = re.compile(rf"[\s{IGNORABLE}]")
# Zero-width characters that mean nothing at the ends of a text.
ENDS = re.compile(r"^[\s\u200b\u2060\ufeff\u00ad]+|[\s\u200b\u2060\ufeff\u00ad]+$")
# Everything that ends a line, and what turns the direction of what follows.
BREAKS_A_LINE = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def tidied(text: str) -> str:
    """The text in one composition (NFC) without blanks at its ends; empty if nothing shows."""
    if not INVISIBLE.sub("", text):
        return ""
    return ENDS.sub("", unicodedata.normalize("NFC", text))


def check_line(text: str) -> None:
    """Raise ValidationError for what does not belong in one line."""
    if BREAKS_A_LINE.search(text):
        raise ValidationError("Write this in one line, without control characters.", code="line")


def check_words(text: str) -> None:
    """Raise ValidationError for control characters; lines may be broken."""
    if CONTROLS.search(text):
        raise ValidationError("Take out the control characters: nobody can see them.", code="words")


def check_name(text: str) -> None:
    """Raise ValidationError for a name without any letter or digit."""
    shown = INVISIBLE.sub("", text)
    if not any(unicodedata.category(letter)[0] in "LN" for letter in shown):
        raise ValidationError("Write the name with letters.", code="name")


class Line(forms.CharField):
    """One line of a person's words."""

    default_validators = [check_line]

    def to_python(self, value: Any) -> Any:
        return tidied(super().to_python(value) or "") or self.empty_value


class Words(Line):
    """A text of several lines."""

    default_validators = [check_words]
    widget = forms.Textarea


class Lines(Words):
    """A list with an entry a line: without blanks, without repetitions, each one line."""

    def to_python(self, value: Any) -> Any:
        entries = [tidied(entry) for entry in re.split(r"\r\n?|\n", value or "")]
        for entry in entries:
            check_line(entry)
        return "\n".join(dict.fromkeys(filter(None, entries))) or self.empty_value


class Name(Line):
    """What somebody or something is called."""

    default_validators = [check_line, check_name]


class _AsDjangos:
    """A migration names Django's own field: the column is the same."""

    def deconstruct(self) -> Any:
        name, _, args, kwargs = super().deconstruct()  # type: ignore[misc]
        base = "TextField" if isinstance(self, models.TextField) else "CharField"
        return name, f"django.db.models.{base}", args, kwargs


class LineField(_AsDjangos, models.CharField):
    form_class: type[forms.CharField] = Line
    default_validators = [check_line]

    def formfield(self, **options: Any) -> Any:
        return super().formfield(**{"form_class": self.form_class, **options})


class NameField(LineField):
    form_class = Name
    default_validators = [check_line, check_name]


class WordsField(_AsDjangos, models.TextField):
    default_validators = [check_words]

    def formfield(self, **options: Any) -> Any:
        return super().formfield(**{"form_class": Words, **options})
