"""What bodies of the REST API are made of: money, lists of them, and no field unheard of."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.datastructures import MultiValueDict
from rest_framework import serializers
from rest_framework.fields import empty

from marketplace.core.data.money import Money
from marketplace.core.data.prices import PriceOutOfBounds, check_price
from marketplace.core.web.files import check_upload
from marketplace.core.web.reasons import LONGEST_REASON
from marketplace.core.web.text_fields import check_line, check_words, tidied

# What fits a bigint with room for sums.
MOST_MINOR = 10**13


class StrictSerializer(serializers.Serializer):
    """Refuses fields that it does not know: a misspelt one is an error, never ignored."""

    def run_validation(self, data: Any = empty) -> Any:
        if isinstance(data, Mapping):
            unknown = [str(name) for name in data if name not in self._known()]
            if unknown:
                sentence = "There is no such field here."
                raise serializers.ValidationError({name: [sentence] for name in unknown})
            data = _tidied_body(data)
        return super().run_validation(data)

    def _known(self) -> set[str]:
        return {name for name, field in self.fields.items() if not field.read_only}


def _tidied_body(body: Mapping[str, Any]) -> Mapping[str, Any]:
    """A form with files may name a field several times, and keeps every value of it."""
    if isinstance(body, MultiValueDict):
        return MultiValueDict({name: _tidied(name, values) for name, values in body.lists()})
    return {name: _tidied(name, value) for name, value in body.items()}


def _tidied(name: str, value: Any) -> Any:
    """What a form would make of the same text; nested bodies do this for themselves."""
    if isinstance(value, list):
        return [_tidied(name, each) for each in value]
    if not isinstance(value, str):
        return value
    try:
        check_words(value)
    except ValidationError as error:
        raise serializers.ValidationError({name: error.messages}) from error
    return tidied(value)


class LineList(serializers.ListField):
    """Entries of one line each, without repetitions, as the lists of forms."""

    def __init__(self, *, longest: int, most: int, **options: Any) -> None:
        child = serializers.CharField(max_length=longest, validators=[check_line])
        super().__init__(child=child, max_length=most, **options)

    def to_internal_value(self, data: Any) -> list[str]:
        return list(dict.fromkeys(super().to_internal_value(data)))


class StrictModelSerializer(StrictSerializer, serializers.ModelSerializer):
    """The same for the fields of a model, named one by one."""


class ShownModelSerializer(serializers.ModelSerializer):
    """Fields of a model as they are shown: what may be empty in the table may be empty here."""

    serializer_field_mapping = serializers.ModelSerializer.serializer_field_mapping | {
        models.URLField: serializers.CharField
    }

    def include_extra_kwargs(self, kwargs: Any, extra_kwargs: Any) -> Any:
        may_be_blank = kwargs.get("allow_blank", False)
        shown: Any = super().include_extra_kwargs(kwargs, extra_kwargs)
        if may_be_blank:
            shown["allow_blank"] = True
        return shown


class Nothing(StrictSerializer):
    """The body of an act that needs no words."""


class Reason(StrictSerializer):
    why = serializers.CharField(
        max_length=LONGEST_REASON,
        help_text="Why. The other side reads it, and the event log keeps it.",
    )


class OptionalReason(StrictSerializer):
    why = serializers.CharField(
        max_length=LONGEST_REASON,
        required=False,
        allow_blank=True,
        default="",
        help_text="Why. The other side reads it, and the event log keeps it.",
    )


class WholeNumber(serializers.IntegerField):
    """A JSON number without decimals. No 9.0 and no "9.000", which the library takes for 9."""

    def to_internal_value(self, data: Any) -> int:
        if type(data) is not int:
            self.fail("invalid")
        return data


class QueryNumber(serializers.IntegerField):
    """The same in an address, where everything is text: ASCII digits, nothing else."""

    MAX_STRING_LENGTH = 18

    def to_internal_value(self, data: Any) -> int:
        text = str(data)
        if not (text.isascii() and text.isdigit() and len(text) <= self.MAX_STRING_LENGTH):
            self.fail("invalid")
        return int(text)


class MoneySerializer(serializers.Serializer):
    """An amount: whole minor units (cents, or yen) of an ISO 4217 currency."""

    minor = serializers.IntegerField(help_text="Whole minor units: 420000 is 4,200.00 USD.")
    currency = serializers.CharField(help_text="ISO 4217 code.")


class Amount(StrictSerializer):
    """An amount above zero, as a request names it."""

    minor = WholeNumber(
        min_value=1, max_value=MOST_MINOR, help_text="Whole minor units: 420000 is 4,200.00 USD."
    )
    currency = serializers.ChoiceField(choices=settings.CURRENCIES, help_text="ISO 4217 code.")

    def validate(self, attrs: dict[str, Any]) -> Any:
        return Money(attrs["minor"], attrs["currency"])


class Price(Amount):
    """An amount that one payment can carry."""

    def validate(self, attrs: dict[str, Any]) -> Any:
        price = super().validate(attrs)
        try:
            check_price(price)
        except PriceOutOfBounds as error:
            raise serializers.ValidationError({"minor": [error.sentence]}) from error
        return price


class UploadField(serializers.FileField):
    """A file that is sniffed and sized before anything else is done with it."""

    def to_internal_value(self, data: Any) -> Any:
        super().to_internal_value(data)
        check_upload(data)
        return data


class FileSerializer(serializers.Serializer):
    """A private file; its address answers only those who may have it."""

    id = serializers.UUIDField(source="public_id")
    name = serializers.CharField()
    size = serializers.IntegerField(help_text="Bytes.")
    sha256 = serializers.CharField(help_text="Of the content, hexadecimal.")
    uploaded_at = serializers.DateTimeField()


class ProblemErrorSerializer(serializers.Serializer):
    pointer = serializers.CharField(
        allow_blank=True, help_text="JSON pointer (RFC 6901) to the value; empty for the whole."
    )
    detail = serializers.CharField()


class ProblemSerializer(serializers.Serializer):
    """Why a request was not done (RFC 9457)."""

    type = serializers.CharField(help_text="Always about:blank; `code` tells problems apart.")
    title = serializers.CharField()
    status = serializers.IntegerField()
    code = serializers.CharField(help_text="Stable, for programs: milestone_not_in_review.")
    detail = serializers.CharField(help_text="A sentence for the person reading.")
    errors = ProblemErrorSerializer(many=True, required=False)  # type: ignore[assignment]
