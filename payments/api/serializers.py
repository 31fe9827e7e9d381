"""Held funds and payouts as programs see them."""

from rest_framework import serializers

from accounts.api.serializers import OrganisationSerializer, PersonSerializer
from marketplace.core.cursors import PageQuery
from marketplace.core.serializers import (
    Amount,
    MoneySerializer,
    Reason,
    ShownModelSerializer,
    StrictSerializer,
)
from payments.countries import PAYOUT_COUNTRIES
from payments.models import (
    BankPayout,
    CardDispute,
    Charge,
    ChargePlan,
    Document,
    Escrow,
    PaymentMethod,
    Payout,
)
from payments.models.document import DocumentKind
from payments.states import BankPayoutState, ChargeState, EscrowState, PayeeState, PayoutState


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


class CheckoutSerializer(serializers.Serializer):
    """Where to pay."""

    escrow = EscrowSerializer()
    checkout_url = serializers.URLField(help_text="The processor's page; open it in a browser.")


class PaymentMethodSerializer(ShownModelSerializer):
    """A card or bank account that an organisation saved."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    organisation = OrganisationSerializer(read_only=True)
    name = serializers.CharField(source="__str__", read_only=True, help_text="“Visa •• 4242”.")
    kind = serializers.CharField(read_only=True, help_text="`card`, or a kind of bank account.")

    class Meta:
        model = PaymentMethod
        fields = [
            *("id", "organisation", "name", "kind", "last4", "exp_month", "exp_year"),
            *("is_default", "created_at"),
        ]
        read_only_fields = fields


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


class AmountInput(Reason):
    """An amount in the currency of the held funds, with a reason that both sides read."""

    amount = Amount()


class EscrowQuery(PageQuery):
    state = serializers.ChoiceField(choices=EscrowState.choices, required=False)


class BankPayoutQuery(PageQuery):
    state = serializers.ChoiceField(choices=BankPayoutState.choices, required=False)


class ChargeQuery(PageQuery):
    state = serializers.ChoiceField(choices=ChargeState.choices, required=False)


class PayoutQuery(PageQuery):
    state = serializers.ChoiceField(choices=PayoutState.choices, required=False)


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
