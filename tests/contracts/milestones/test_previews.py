"""The beginning of a delivered file on the page of the review."""

import pytest

from tests.factories.contracts import deliver, make_active
from tests.factories.payments import set_first_fee

pytestmark = pytest.mark.django_db


def test_a_review_opens_though_a_delivered_file_is_lost(
    organisation, client_person, freelancer_person, browser_of
):
    set_first_fee()
    unit = make_active(organisation, client_person, freelancer_person).units.first()
    delivered = deliver(unit).files.get()
    delivered.file.storage.delete(delivered.file.name)
    address = f"/milestones/{unit.public_id}/change-request/"
    page = browser_of(client_person).get(address).content.decode()
    assert "report.csv" in page and "Look at it here" not in page
