"""A program that states what it read does not undo what was changed since."""

import pytest

from projects.proposals.queries.proposals import working_version
from tests.factories.projects import make_draft_brief, make_draft_proposal

pytestmark = pytest.mark.django_db


def patch(caller, path, body, tag):
    return caller.send("PATCH", path, body, HTTP_IF_MATCH=tag)


def refuses_what_was_read_before(caller, path, field):
    first = caller.read(path)["ETag"]
    changed = patch(caller, path, {field: "One"}, first)
    assert (changed.status_code, changed["ETag"]) == (200, caller.read(path)["ETag"])
    for tag in (first, "*x*", "title:x", '"title:x"', 'W/"1"'):
        refused = patch(caller, path, {field: "Two"}, tag)
        assert (refused.status_code, refused.json()["code"]) == (412, "version_passed")
    for tag in (f'"other", {changed["ETag"]}', "*"):
        assert patch(caller, path, {field: "Three"}, tag).status_code == 200
    assert caller.send("PATCH", path, {field: "Four"}).status_code == 200


def test_a_brief_is_changed_from_the_version_that_was_read(program_of, client_person, organisation):
    brief = make_draft_brief(organisation)
    caller = program_of(client_person)
    refuses_what_was_read_before(caller, f"briefs/{brief.public_id}/", "summary")
    brief.refresh_from_db()
    assert brief.summary == "Four"


def test_a_proposal_is_changed_from_the_version_that_was_read(program_of, freelancer_person):
    draft = make_draft_proposal(author=freelancer_person)
    caller = program_of(freelancer_person)
    refuses_what_was_read_before(caller, f"proposals/{draft.public_id}/", "risks")
    version = working_version(draft)
    assert (version.risks, version.milestones.count()) == ("Four", 3)
