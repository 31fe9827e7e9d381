"""Organisations and their members as programs see them."""

from rest_framework import serializers

from accounts.organisations.models.organisations import Membership, Organisation
from accounts.people.api.serializers import PersonSerializer
from marketplace.core.api.serializers import ShownModelSerializer


class OrganisationSerializer(ShownModelSerializer):
    """A client company, as everybody sees it."""

    id = serializers.UUIDField(source="public_id", read_only=True)

    class Meta:
        model = Organisation
        fields = ["id", "name", "country"]
        read_only_fields = fields


class MembershipSerializer(ShownModelSerializer):
    organisation = OrganisationSerializer(read_only=True)

    class Meta:
        model = Membership
        fields = ["organisation", "role"]
        read_only_fields = fields


class MemberSerializer(ShownModelSerializer):
    person = PersonSerializer(source="user", read_only=True)

    class Meta:
        model = Membership
        fields = ["person", "role"]
        read_only_fields = fields


class OrganisationDetailSerializer(ShownModelSerializer):
    """An organisation of one's own, with its people."""

    id = serializers.UUIDField(source="public_id", read_only=True)
    members = MemberSerializer(many=True, read_only=True, source="memberships")

    class Meta:
        model = Organisation
        fields = ["id", "name", "about", "website", "country", "created_at", "members"]
        read_only_fields = fields
