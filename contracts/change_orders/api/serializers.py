"""Change orders as programs read and write them."""

from typing import Any

from rest_framework import serializers

from contracts.agreements.api.serializers import SignatureInput, TermsSerializer
from contracts.change_orders.models import ChangeOrder
from contracts.units.models.units import kind_of
from marketplace.core.api.serializers import ShownModelSerializer


class ChangeOrderSerializer(ShownModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    contract_id = serializers.UUIDField(source="contract.public_id", read_only=True)
    base_number = serializers.IntegerField(
        source="base.number", read_only=True, help_text="The version of the terms that it changes."
    )
    terms = TermsSerializer(
        source="proposed", read_only=True, help_text="The text that is proposed."
    )
    consequences = serializers.SerializerMethodField(
        help_text="While it is open: what becomes of units and money, a sentence each."
    )

    class Meta:
        model = ChangeOrder
        fields = [
            *("id", "contract_id", "state", "side", "reason", "base_number", "terms"),
            *("consequences", "proposed_at", "lapses_at", "answered_at", "takes_effect_at"),
        ]
        read_only_fields = fields

    def get_consequences(self, order: Any) -> list[str]:
        changes = kind_of(order.contract).changes
        if changes is None or not order.is_open:
            return []
        return changes.in_words(order.contract, order.base.draft, order.proposed.draft)


class ChangeOrderInput(SignatureInput):
    """The signature of who proposes; each kind adds what it changes."""

    sha256 = serializers.RegexField(
        r"^[0-9a-f]{64}$", help_text="Of the terms that are changed, as they are signed now."
    )
    note = serializers.CharField(
        max_length=2000, help_text="Why; the other side reads it beside the changes."
    )
