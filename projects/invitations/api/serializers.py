"""An invitation to a brief as programs read and write it."""

from rest_framework import serializers

from accounts.people.api.serializers import PersonSerializer
from marketplace.core.api.serializers import ShownModelSerializer, StrictSerializer
from projects.invitations.models import BriefInvitation
from projects.proposals.api.serializers import ProposalBriefSerializer


class InvitationSerializer(ShownModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    brief = ProposalBriefSerializer(read_only=True)
    freelancer = PersonSerializer(read_only=True)
    invited_by = PersonSerializer(read_only=True)

    class Meta:
        model = BriefInvitation
        fields = ["id", "brief", "freelancer", "invited_by", "note", "created_at"]
        read_only_fields = fields


class InvitationInput(StrictSerializer):
    freelancer = serializers.UUIDField(help_text="The id of a profile, from `freelancers/`.")
    note = serializers.CharField(required=False, max_length=1000, allow_blank=True)
