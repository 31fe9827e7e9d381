"""All that is known of one unit's money, as programs see it."""

from marketplace.core.api.serializers import Amount, Reason
from payments.card_disputes.api.serializers import CardDisputeSerializer
from payments.escrows.api.serializers import EscrowSerializer, MovementSerializer


class EscrowDetailSerializer(EscrowSerializer):
    card_disputes = CardDisputeSerializer(
        source="shown_disputes", many=True, read_only=True, help_text="Newest first."
    )
    movements = MovementSerializer(
        source="shown_movements", many=True, read_only=True, help_text="Newest first."
    )

    class Meta(EscrowSerializer.Meta):
        fields = [*EscrowSerializer.Meta.fields, "card_disputes", "movements"]
        read_only_fields = fields


class AmountInput(Reason):
    """An amount in the currency of the held funds, with a reason that both sides read."""

    amount = Amount()
