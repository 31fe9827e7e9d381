"""Saved payment methods as programs see them."""

from rest_framework import serializers

from accounts.organisations.api.serializers import OrganisationSerializer
from marketplace.core.api.serializers import ShownModelSerializer
from payments.payment_methods.models import PaymentMethod


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
