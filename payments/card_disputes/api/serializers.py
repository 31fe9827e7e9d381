"""Card disputes as programs see them."""

from rest_framework import serializers

from marketplace.core.api.serializers import MoneySerializer, ShownModelSerializer
from payments.card_disputes.models import CardDispute


class CardDisputeSerializer(ShownModelSerializer):
    """The card holder's bank takes the payment back, or asks about it."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    amount = MoneySerializer(source="money", read_only=True, help_text="What the bank disputes.")
    says = serializers.CharField(
        source="reason_words", read_only=True, help_text="What the bank says, in a sentence."
    )

    class Meta:
        model = CardDispute
        fields = ["id", "state", "amount", "says", "opened_at", "closed_at"]
        read_only_fields = fields
