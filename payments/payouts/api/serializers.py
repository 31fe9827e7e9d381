"""What a freelancer earned, and its way to the bank."""

from rest_framework import serializers

from accounts.organisations.api.serializers import OrganisationSerializer
from marketplace.core.api.cursors import PageQuery
from marketplace.core.api.serializers import MoneySerializer, ShownModelSerializer, StrictSerializer
from payments.escrows.api.serializers import MovementSerializer
from payments.payouts.models.bank_payouts import BankPayout
from payments.payouts.models.payouts import Payout
from payments.payouts.states import BankPayoutState, PayeeState, PayoutState
from payments.stripe.countries import PAYOUT_COUNTRIES


class PayoutSerializer(ShownModelSerializer):
    """What you earned by one release, on its way to your own account."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    escrow_id = serializers.UUIDField(source="escrow.public_id", read_only=True)
    title = serializers.CharField(source="escrow.title", read_only=True)
    payer = OrganisationSerializer(source="escrow.payer", read_only=True)
    amount = MoneySerializer(source="money", read_only=True, help_text="After the fee.")
    fee = MoneySerializer(source="fee_money", read_only=True, help_text="What the platform kept.")

    class Meta:
        model = Payout
        fields = [
            *("id", "state", "title", "escrow_id", "payer", "amount", "fee", "problem"),
            *("created_at", "clears_at", "sent_at"),
        ]
        read_only_fields = fields


class PayoutDetailSerializer(PayoutSerializer):
    movements = MovementSerializer(
        source="shown_movements", many=True, read_only=True, help_text="Newest first."
    )

    class Meta(PayoutSerializer.Meta):
        fields = [*PayoutSerializer.Meta.fields, "movements"]
        read_only_fields = fields


class BankPayoutSerializer(ShownModelSerializer):
    """What the processor passes on from your account there to your bank."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    amount = MoneySerializer(source="money", read_only=True)

    class Meta:
        model = BankPayout
        fields = [
            *("id", "state", "amount", "bank_name", "bank_last4", "arrives_on"),
            *("problem", "remedy", "created_at", "ended_at"),
        ]
        read_only_fields = fields


class BankPayoutDetailSerializer(BankPayoutSerializer):
    payouts = PayoutSerializer(
        source="shown_payouts",
        many=True,
        read_only=True,
        help_text="Those that it carries, as far as the processor tells; newest first.",
    )

    class Meta(BankPayoutSerializer.Meta):
        fields = [*BankPayoutSerializer.Meta.fields, "payouts"]
        read_only_fields = fields


class SentPayoutsSerializer(serializers.Serializer):
    payouts = PayoutSerializer(many=True, help_text="Those that are being sent now.")


class EarningSerializer(serializers.Serializer):
    """Amounts after the fee in one currency, by where they are."""

    clearing = MoneySerializer()
    available = MoneySerializer()
    sent = MoneySerializer(help_text="On its way to your account at the processor, or there.")
    paid = MoneySerializer(help_text="At your bank, as far as the processor tells.")


class PayoutAccountSerializer(serializers.Serializer):
    """Whether you can be paid, and if not, why."""

    state = serializers.ChoiceField(choices=PayeeState.choices)
    country = serializers.CharField(allow_blank=True, help_text="ISO 3166-1 alpha-2.")
    block = serializers.CharField(
        allow_blank=True,
        help_text="Why nothing is paid out, with the way out; empty if all is well.",
    )
    earnings = EarningSerializer(many=True, help_text="One entry for each currency.")


class OnboardingInput(StrictSerializer):
    country = serializers.ChoiceField(
        choices=PAYOUT_COUNTRIES,
        help_text="Where your bank account is; it counts the first time only.",
    )


class LinkSerializer(serializers.Serializer):
    url = serializers.URLField(help_text="Open it in a browser. It works once.")


class BankPayoutQuery(PageQuery):
    state = serializers.ChoiceField(choices=BankPayoutState.choices, required=False)


class PayoutQuery(PageQuery):
    state = serializers.ChoiceField(choices=PayoutState.choices, required=False)
