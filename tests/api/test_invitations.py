"""Saving and inviting by program: the same rules as on the pages."""

import pytest

from accounts.directory.models import SavedFreelancer
from projects.invitations.models import BriefInvitation
from tests.factories.accounts import make_freelancer
from tests.factories.projects import make_brief

pytestmark = pytest.mark.django_db


def test_a_program_saves_invites_and_reads_both_lists(program_of, client_person, organisation):
    brief = make_brief(organisation)
    freelancer = make_freelancer("Ivy Invited")
    profile = str(freelancer.freelancer_profile.public_id)
    program, theirs = program_of(client_person), program_of(freelancer)
    assert program.write(f"freelancers/{profile}/saving/", {}).status_code == 200
    saved = program.read("freelancers/saved/").json()["results"]
    assert [row["id"] for row in saved] == [profile]
    address = f"briefs/{brief.public_id}/invitations/"
    sent = {"freelancer": profile, "note": "Have a look."}
    assert program.write(address, sent).status_code == 201
    assert program.write(address, sent).status_code == 409
    rows = theirs.read("brief-invitations/").json()["results"]
    assert [(row["brief"]["id"], row["note"]) for row in rows] == [
        (str(brief.public_id), "Have a look.")
    ]
    assert theirs.read(address).status_code == 404
    assert (SavedFreelancer.objects.count(), BriefInvitation.objects.count()) == (1, 1)
