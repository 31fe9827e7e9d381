"""Held funds as programs see them."""

from rest_framework import serializers

from accounts.api.serializers import OrganisationSerializer, PersonSerializer
from marketplace.core.api.cursors import PageQuery
from marketplace.core.api.serializers import Amount, MoneySerializer, Reason, ShownModelSerializer
from payments.models import (
    CardDispute,
    Escrow,
)
from payments.states import EscrowState


class EscrowSerializer(ShownModelSerializer):
    """The held funds of one payable unit."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    payer = OrganisationSerializer(read_only=True)
    payee = PersonSerializer(read_only=True)
    amount = MoneySerializer(source="money", read_only=True, help_text="What the client pays.")
    fee = MoneySerializer(read_only=True, help_text="What the platform keeps at release.")
    net = MoneySerializer(read_only=True, help_text="What the freelancer gets at release.")
    payout_id = serializers.UUIDField(
        source="payout.public_id",
        read_only=True,
        allow_null=True,
        default=None,
        help_text="Of the payout that the release made.",
    )

    class Meta:
        model = Escrow
        fields = [
            *("id", "state", "title", "payer", "payee", "amount", "fee", "net"),
            *("fee_basis_points", "payout_id", "created_at", "funded_at", "in_review_since"),
            "closed_at",
        ]
        read_only_fields = fields


class MovementSerializer(serializers.Serializer):
    """One thing that happened to the money."""

    what = serializers.CharField()
    when = serializers.DateTimeField()
    who = serializers.CharField()
    why = serializers.CharField(
        allow_blank=True, help_text="A bank's reason, for the side it is of."
    )
    amount = MoneySerializer(allow_null=True)


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


class EscrowQuery(PageQuery):
    state = serializers.ChoiceField(choices=EscrowState.choices, required=False)
