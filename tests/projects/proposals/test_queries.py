"""A proposal's page stays within ten queries for both sides."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("side", ["client_person", "freelancer_person"])
def test_the_page_of_a_proposal_stays_within_ten_queries(request, browser_of, proposal, side):
    browser = browser_of(request.getfixturevalue(side))
    path = f"/proposals/{proposal.public_id}/"
    browser.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(path).status_code == 200
    assert len(captured) <= 10
