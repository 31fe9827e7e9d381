"""Publication answers a program clearly where a moderator reads the brief first."""

import pytest

from tests.factories.projects import make_draft_brief

pytestmark = pytest.mark.django_db


def test_publication_of_a_first_brief_is_accepted_and_waits(
    settings, program_of, client_person, organisation
):
    settings.BRIEF_REVIEW_FIRST = True
    hirer = program_of(client_person)
    path = f"briefs/{make_draft_brief(organisation).public_id}/"
    answer = hirer.write(f"{path}publication/", key="k1")
    assert (answer.status_code, answer.json()["state"]) == (202, "in_review")
    assert hirer.write(f"{path}publication/", key="k1").status_code == 202
    refused = hirer.write(f"{path}publication/")
    assert (refused.status_code, refused.json()["code"]) == (409, "illegal_move")
    answer = hirer.write(f"{path}recall/")
    assert (answer.status_code, answer.json()["state"]) == (200, "draft")
