"""People as programs see them."""

from rest_framework import serializers

from accounts.people.models import User
from marketplace.core.api.serializers import ShownModelSerializer


class PersonSerializer(ShownModelSerializer):
    """Somebody as others see them: a name."""

    id = serializers.UUIDField(source="public_id", read_only=True)

    class Meta:
        model = User
        fields = ["id", "name"]
        read_only_fields = fields
