"""Who acts on weeks by a program: the side that it is of, with the scope that it needs."""

import pytest

from contracts.units.models.cancellations import Cancellation
from payments.ledger.models import Transfer
from tests.api.conftest import program
from tests.contracts.timesheets.programs import LINE, TERMS, address, contest_body, contested_lines
from tests.factories.accounts import make_member
from tests.factories.contracts import fresh

pytestmark = pytest.mark.django_db


def acts(hourly, line, contest):
    """The path, the method and the body of every act, by the side that it is of."""
    unit = line.unit
    return {
        "client": [
            ("POST", address(unit, "funding/"), None),
            ("POST", address(unit, "approval/"), None),
            ("POST", address(unit, "contests/"), contest_body(unit)),
            ("POST", contested_lines(contest, "retraction"), None),
        ],
        "freelancer": [
            ("POST", address(unit, "time-entries/"), LINE),
            ("PATCH", f"time-entries/{line.public_id}/", {"task": "Labels"}),
            ("DELETE", f"time-entries/{line.public_id}/", None),
            ("POST", contested_lines(contest, "concession"), None),
        ],
        "both": [
            ("POST", address(unit, "cancellation/"), {"why": "No data."}),
            ("POST", f"contracts/{hourly.public_id}/hourly-terms/", TERMS),
        ],
    }


def test_nobody_acts_for_another_side_and_a_stranger_finds_nothing(
    hourly, handed_in, contested, organisation, stranger, hirer, author
):
    viewer = program(make_member(organisation, "viewer").user)
    line = contested.entry
    before = Transfer.objects.count(), fresh(line).written, fresh(contested).state
    for side, sent in acts(hourly, line, contested).items():
        others = {"client": [author, viewer], "freelancer": [hirer, viewer], "both": [viewer]}
        for method, path, body in sent:
            codes = [other.send(method, path, body).status_code for other in others[side]]
            assert (path, codes) == (path, [403] * len(codes))
            assert (path, program(stranger).send(method, path, body).status_code) == (path, 404)
    for path in (address(handed_in), f"time-entries/{line.public_id}/"):
        assert viewer.read(path).status_code == 200
        assert program(stranger).read(path).status_code == 404
    assert (Transfer.objects.count(), fresh(line).written, fresh(contested).state) == before
    assert (hourly.versions.count(), Cancellation.objects.count()) == (1, 0)


def test_what_moves_money_needs_its_scope(client_person, freelancer_person, handed_in, contested):
    before = Transfer.objects.count()
    scopes = ["read", "write"]
    for person, path in (
        (client_person, address(handed_in, "funding/")),
        (client_person, address(handed_in, "approval/")),
        (client_person, contested_lines(contested, "retraction")),
        (freelancer_person, contested_lines(contested, "concession")),
    ):
        assert program(person, scopes).write(path).status_code == 403
    assert (Transfer.objects.count(), fresh(contested).state) == (before, "open")


def test_a_milestone_is_no_week_and_a_week_no_milestone(hirer, active, week):
    milestone = active.units.first()
    assert hirer.read(address(milestone)).status_code == 404
    assert hirer.read(f"milestones/{week.unit.public_id}/").status_code == 404
