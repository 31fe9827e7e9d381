"""Held funds as programs see them."""

from rest_framework import serializers

from accounts.organisations.api.serializers import OrganisationSerializer
from accounts.people.api.serializers import PersonSerializer
from marketplace.core.api.cursors import PageQuery
from marketplace.core.api.serializers import MoneySerializer, ShownModelSerializer
from payments.escrows.models.escrows import Escrow
from payments.escrows.states import EscrowState


class EscrowSerializer(ShownModelSerializer):
    """The held funds of one payable unit."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    payer = OrganisationSerializer(read_only=True)
    payee = PersonSerializer(read_only=True)
    amount = MoneySerializer(source="money", read_only=True, help_text="What the client pays.")
    fee = MoneySerializer(
        read_only=True, help_text="What the platform keeps of a release of the whole."
    )
    net = MoneySerializer(
        read_only=True, help_text="What the freelancer gets of a release of the whole."
    )
    outstanding = MoneySerializer(
        read_only=True, help_text="What of the amount was neither released nor given back."
    )
    to_charge = MoneySerializer(
        read_only=True,
        help_text="What its own payment pays: less than the amount where earlier held funds were "
        "not used and pay for it.",
    )
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
            *("outstanding", "to_charge"),
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


class EscrowQuery(PageQuery):
    state = serializers.ChoiceField(choices=EscrowState.choices, required=False)
