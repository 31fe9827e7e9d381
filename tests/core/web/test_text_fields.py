"""What people write is tidied, and refused where nobody could see or place it."""

import pytest
from django import forms
from django.core.exceptions import ValidationError

from accounts.people.models import User
from marketplace.core.web.text_fields import Line, Name, Words, tidied

UNSEEN = [
    "",
    " ",
    "\u200b",
    "\u3164",
    "\u2800",
    "\u00ad\u2060",
    "\ufeff \u200d",
    "\U000e0041",
    "\uffa0",
]


@pytest.mark.parametrize("text", UNSEEN)
def test_text_that_nobody_sees_is_empty(text):
    assert tidied(text) == ""
    for field in (Line(), Words(), Name()):
        with pytest.raises(ValidationError, match="required"):
            field.clean(text)
    assert Line(required=False).clean(text) == ""


@pytest.mark.parametrize(
    "text", ["Zoë", "李小龍", "محمد‌علی", "നന്‍മ", "👩‍💻 Ada", "R2-D2", "Jean-Luc O’Neill", "ᜃ"]
)
def test_names_in_any_script_are_kept_as_they_are(text):
    assert Name().clean(f" \u200b{text}\u2060 ") == text


def test_a_letter_is_composed_in_one_way():
    assert Line().clean("Zoe\u0308") == "Zoë"


@pytest.mark.parametrize("text", ["a\nb", "a\0b", "a\x1bb", "a\u2028b", "\u202egnp.exe", "a\x85b"])
def test_one_line_is_one_line(text):
    with pytest.raises(ValidationError):
        Line().clean(text)


def test_several_lines_take_breaks_and_no_control_characters():
    assert Words().clean("one\r\ntwo\tthree") == "one\r\ntwo\tthree"
    with pytest.raises(ValidationError, match="control characters"):
        Words().clean("one\x07two")


@pytest.mark.parametrize("text", ["---", "…", "😀", "!?"])
def test_a_name_has_a_letter(text):
    with pytest.raises(ValidationError, match="letters"):
        Name().clean(text)


def test_a_model_asks_for_the_same_in_its_forms():
    class RenameForm(forms.ModelForm):
        class Meta:
            model = User
            fields = ["name"]

    assert RenameForm({"name": "\u3164\u3164"}).errors == {"name": ["This field is required."]}
    assert RenameForm({"name": "Donald\nDuck"}).is_valid() is False
