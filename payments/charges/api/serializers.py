"""Payments and plans as programs see them."""

from rest_framework import serializers

from accounts.organisations.api.serializers import OrganisationSerializer
from marketplace.core.api.cursors import PageQuery
from marketplace.core.api.serializers import MoneySerializer, ShownModelSerializer, StrictSerializer
from payments.charges.models import Charge, ChargePlan
from payments.charges.states import ChargeState
from payments.escrows.api.serializers import EscrowSerializer
from payments.payment_methods.api.serializers import PaymentMethodSerializer


class CheckoutSerializer(serializers.Serializer):
    """Where to pay."""

    escrow = EscrowSerializer()
    checkout_url = serializers.URLField(help_text="The processor's page; open it in a browser.")


class ChargeSerializer(ShownModelSerializer):
    """One attempt to pay: at the checkout, or with a saved method."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    escrow_id = serializers.UUIDField(source="escrow.public_id", read_only=True)
    title = serializers.CharField(source="escrow.title", read_only=True)
    payer = OrganisationSerializer(source="escrow.payer", read_only=True)
    amount = MoneySerializer(source="money", read_only=True)
    gone_back = MoneySerializer(
        read_only=True, help_text="Refunds that were made or are under way."
    )
    paid_with = serializers.CharField(read_only=True, help_text="“Visa •• 4242”, once known.")
    payment_method_id = serializers.UUIDField(
        source="method.public_id",
        read_only=True,
        allow_null=True,
        default=None,
        help_text="Of the saved method that was charged.",
    )
    problem = serializers.CharField(read_only=True, help_text="Why it did not come through.")
    return_reason = serializers.CharField(
        read_only=True,
        help_text="Why it goes back, in a word such as `lapsed`; empty where it does not.",
    )
    return_words = serializers.CharField(
        source="return_words.to_client",
        read_only=True,
        default="",
        help_text="Why a payment that arrived goes back, in a sentence.",
    )

    class Meta:
        model = Charge
        fields = [
            *("id", "escrow_id", "title", "payer", "state", "amount", "gone_back"),
            *("paid_with", "payment_method_id", "problem", "return_reason", "return_words"),
            "created_at",
        ]
        read_only_fields = fields


class ChargePlanSerializer(ShownModelSerializer):
    """A saved method that is charged while nobody is there, until it is paid or given up."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    escrow_id = serializers.UUIDField(source="escrow.public_id", read_only=True)
    payment_method = PaymentMethodSerializer(source="method", read_only=True)
    problem = serializers.CharField(read_only=True, help_text="Why the last attempt failed.")

    class Meta:
        model = ChargePlan
        fields = [
            *("id", "escrow_id", "state", "payment_method", "attempts", "problem"),
            *("started_at", "next_try_at", "ended_at"),
        ]
        read_only_fields = fields


class ChargePlanInput(StrictSerializer):
    payment_method = serializers.UUIDField(
        required=False, help_text="Of a saved method; without it the default is charged."
    )


class ChargeQuery(PageQuery):
    state = serializers.ChoiceField(choices=ChargeState.choices, required=False)
