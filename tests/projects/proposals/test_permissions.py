"""Nobody stands on both sides, by whatever road they came."""

import pytest
from django.urls import reverse

from accounts.organisations.models.organisations import Membership

pytestmark = pytest.mark.django_db


def test_a_freelancer_taken_in_by_the_client_does_not_decide_on_their_own_proposal(
    client, proposal, organisation, freelancer_person
):
    hires = Membership.Role.HIRING_MANAGER
    Membership.objects.create(organisation=organisation, user=freelancer_person, role=hires)
    client.force_login(freelancer_person)
    for route in ("proposal_shortlisting", "proposal_decline", "proposal_acceptance"):
        address = reverse(f"projects:{route}", args=[proposal.public_id])
        assert client.post(address, {"why": "Mine is best.", "version": 1}).status_code == 403
    proposal.refresh_from_db()
    assert proposal.state == "submitted"
