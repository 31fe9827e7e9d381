"""Whatever a person or a program gives as a number goes through the fields that read it rightly."""

from collections.abc import Iterator

from django import forms
from django.urls import get_resolver
from rest_framework import serializers

from marketplace.core.api.serializers import QueryNumber, StrictSerializer, WholeNumber

APPS = ("accounts.", "contracts.", "marketplace.", "payments.", "projects.")
# These take 9.000 for 9, or a number for an amount.
TOO_FREE = (forms.IntegerField, forms.FloatField, forms.DecimalField)
STRICT = (WholeNumber, QueryNumber)


def below(kind: type) -> Iterator[type]:
    for child in kind.__subclasses__():
        yield child
        yield from below(child)


def ours(kind: type) -> list[type]:
    """The subclasses that the product has, once its routes are loaded."""
    assert get_resolver().url_patterns
    return [child for child in below(kind) if child.__module__.startswith(APPS)]


def free_fields(form: type) -> list[str]:
    return [
        f"{form.__qualname__}.{name}"
        for name, field in form.base_fields.items()
        if type(field) in TOO_FREE and not isinstance(field.widget, forms.HiddenInput)
    ]


def test_no_form_reads_a_number_with_a_field_that_cuts_it():
    found = [name for form in ours(forms.BaseForm) for name in free_fields(form)]
    assert found == []


def test_the_rule_sees_a_field_that_cuts():
    planted = type("Planted", (forms.Form,), {"hours": forms.IntegerField()})
    assert free_fields(planted) == ["Planted.hours"]


def test_no_body_of_the_api_takes_text_or_decimals_for_a_whole_number():
    numbers = (serializers.IntegerField, serializers.FloatField, serializers.DecimalField)
    found = [
        f"{kind.__qualname__}.{name}"
        for kind in ours(StrictSerializer)
        for name, field in kind._declared_fields.items()
        if isinstance(field, numbers) and not field.read_only and not isinstance(field, STRICT)
    ]
    assert found == []


def test_a_whole_number_of_the_api_is_a_json_number_and_nothing_like_it():
    for given in ("9.000", "9", 9.0, 9.5, True, None, [9], "٩"):
        try:
            WholeNumber().run_validation(given)
        except serializers.ValidationError:
            continue
        raise AssertionError(given)
    assert WholeNumber().run_validation(9) == 9
    assert QueryNumber().run_validation("9") == 9
    for given in ("9.000", "²", "٩", "-9", "9" * 5_000, "1e3", ""):
        try:
            QueryNumber().run_validation(given)
        except serializers.ValidationError:
            continue
        raise AssertionError(given)
