"""Statements and papers as programs see them."""

from rest_framework import serializers

from marketplace.core.api.cursors import PageQuery
from marketplace.core.api.serializers import MoneySerializer, ShownModelSerializer
from payments.documents.models.documents import Document, DocumentKind


class StatementLineSerializer(serializers.Serializer):
    """One movement; amounts are signed, and the balance is what stands after it."""

    when = serializers.DateTimeField()
    code = serializers.CharField(help_text="The movement in the ledger, such as release.")
    what = serializers.CharField()
    work = serializers.CharField(help_text="What was paid for.")
    party = serializers.CharField(help_text="The other side.")
    amount = MoneySerializer(source="money")
    fee = MoneySerializer(help_text="What the platform kept of it.")
    balance = MoneySerializer()
    reference = serializers.CharField()
    document = serializers.CharField(
        allow_blank=True, help_text="The number of the paper that belongs to it, if there is one."
    )


class StatementPartSerializer(serializers.Serializer):
    """One currency: it opens, moves and closes."""

    currency = serializers.CharField(help_text="ISO 4217 code.")
    opening = MoneySerializer()
    closing = MoneySerializer()
    lines = StatementLineSerializer(many=True)


class StatementSerializer(serializers.Serializer):
    """One month, by currency, oldest movement first."""

    month = serializers.CharField(help_text="Such as 2026-11.")
    is_over = serializers.BooleanField(help_text="Whether nothing can be added any more.")
    currencies = StatementPartSerializer(many=True)


class DocumentQuery(PageQuery):
    kind = serializers.ChoiceField(choices=DocumentKind.choices, required=False)


class DocumentSerializer(ShownModelSerializer):
    """A numbered paper that is made out to you or your organisation."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    number = serializers.CharField(source="__str__", read_only=True, help_text="“C-000001”.")
    escrow_id = serializers.UUIDField(source="escrow.public_id", read_only=True)
    title = serializers.CharField(source="escrow.title", read_only=True)

    class Meta:
        model = Document
        fields = ["id", "kind", "number", "escrow_id", "title", "issued_at"]
        read_only_fields = fields
