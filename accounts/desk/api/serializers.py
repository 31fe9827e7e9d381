"""The person who asks, as programs see them."""

from rest_framework import serializers

from accounts.organisations.api.serializers import MembershipSerializer
from accounts.people.models import User
from marketplace.core.api.serializers import ShownModelSerializer


class MeSerializer(ShownModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    time_zone = serializers.CharField(read_only=True, help_text="IANA name, such as Europe/Rome.")
    memberships = MembershipSerializer(many=True, read_only=True)
    profile_id = serializers.UUIDField(
        source="freelancer_profile.public_id",
        read_only=True,
        allow_null=True,
        default=None,
        help_text="Of the freelancer profile; null without one.",
    )

    class Meta:
        model = User
        fields = ["id", "name", "email", "time_zone", "memberships", "profile_id"]
        read_only_fields = fields
