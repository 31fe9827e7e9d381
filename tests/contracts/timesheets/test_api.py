"""Weeks for programs: each act does what its page does, and refuses as that does."""

import pytest

from contracts.units.models.cancellations import Cancellation
from contracts.units.states import UnitState
from payments.escrows.models.escrows import Escrow
from payments.ledger.models import Transfer
from tests.accounts.conftest import count_queries
from tests.contracts.timesheets.programs import TERMS, address, code_of, usd
from tests.factories.contracts import fresh, make_offer
from tests.factories.timesheets import at, keep, make_hourly_agreed, make_hourly_offer, work
from tests.payments.conftest import payer_browser, sandbox, sandbox_process
from tests.payments.flows import look_again

__all__ = ["count_queries", "payer_browser", "sandbox", "sandbox_process"]
pytestmark = pytest.mark.django_db


def test_a_week_shows_its_lines_and_what_they_come_to(hirer, handed_in):
    shown = hirer.read(address(handed_in)).json()
    assert (shown["state"], shown["limit_hours"], shown["seconds"]) == ("submitted", 20, 21_600)
    assert (shown["starts_at"], shown["ends_at"]) == (
        "2026-11-02T00:00:00Z",
        "2026-11-09T00:00:00Z",
    )
    assert (shown["rate"], shown["waiting_rate"]) == (usd(8_000), None)
    assert (shown["price"], shown["total"]) == (usd(160_000), usd(48_000))
    assert (shown["outstanding"], shown["fee"]) == (usd(48_000), usd(3_840))
    assert (shown["contested"], shown["review_ends_at"]) == (usd(0), "2026-11-13T23:59:00Z")
    assert [line["amount"] for line in shown["lines"]] == [usd(16_000)] * 3
    assert shown["lines"][0] | {"id": "", "unit_id": ""} == {
        "id": "",
        "unit_id": "",
        "started_at": "2026-11-02T09:00:00Z",
        "ended_at": "2026-11-02T11:00:00Z",
        "seconds": 7_200,
        "task": "Day 0",
        "note": "",
        "links": [],
        "is_waiting": False,
        "is_late": False,
        "amount": usd(16_000),
        "contest": None,
    }


def test_a_contract_lists_its_weeks_and_no_milestones(hirer, hourly, week):
    shown = hirer.read(f"contracts/{hourly.public_id}/").json()
    assert (shown["milestones"], len(shown["weeks"])) == ([], 1)
    listed, whole = shown["weeks"][0], hirer.read(address(week.unit)).json()
    assert listed == {name: whole[name] for name in listed}
    assert set(whole) - set(listed) == {"total", "contested", "lines"}


def test_a_week_costs_as_many_queries_with_three_lines_as_with_one(
    hirer, hourly, evening, count_queries
):
    counts = []
    for hour in (8, 11, 14):
        work(evening, at(0, hour), 1)
        paths = address(evening.unit), f"contracts/{hourly.public_id}/"
        counts.append([count_queries(lambda path=path: hirer.read(path)) for path in paths])
    assert counts[0] == counts[2]
    assert max(counts[0]) <= 10 + 2  # and who asks: the token, and noting its use


def test_a_contract_costs_as_many_queries_with_three_weeks_as_with_one(
    clock, hirer, hourly, count_queries
):
    counts = []
    for days in (0, 5, 12):
        clock.move_to(at(days, 18))
        keep(hourly)
        counts.append(count_queries(lambda: hirer.read(f"contracts/{hourly.public_id}/")))
    assert hourly.units.count() == 3
    assert counts[0] == counts[2]


def test_a_week_is_funded_at_the_hosted_checkout(clock, people, hirer, sandbox, payer_browser):
    unit = make_hourly_agreed(*people).units.get()
    first = hirer.write(address(unit, "funding/")).json()
    assert hirer.write(address(unit, "funding/")).json() == first
    payer_browser.pay(first["checkout_url"])
    look_again(Escrow.objects.get(public_id=first["escrow"]["id"]))
    assert (fresh(unit).state, fresh(unit).starts_at) == (UnitState.FUNDED, at(0, 0))


def test_a_week_that_is_held_is_not_funded_again(hirer, week):
    before = Transfer.objects.count()
    assert hirer.write(address(week.unit, "funding/")).status_code == 409
    assert (Transfer.objects.count(), Escrow.objects.count()) == (before, 1)


def test_a_cancellation_is_asked_of_the_other_side(hirer, author, week):
    asked = hirer.write(address(week.unit, "cancellation/"), {"why": "No data yet."})
    assert asked.status_code == 201
    body = asked.json()
    assert (body["kind"], body["unit_id"]) == ("week", str(week.unit.public_id))
    assert body["milestone_id"] is None
    again = hirer.write(address(week.unit, "cancellation/"), {"why": "No data yet."})
    assert (again.status_code, Cancellation.objects.count()) == (409, 1)
    author.write(f"cancellations/{body['id']}/consent/")
    assert fresh(week.unit).state == UnitState.REFUNDED


def test_other_terms_by_the_hour_are_proposed(clock, people, hirer, author):
    offer = make_hourly_offer(*people)
    path = f"contracts/{offer.public_id}/hourly-terms/"
    tag = author.read(f"contracts/{offer.public_id}/terms/")["ETag"]
    answer = author.send("POST", path, TERMS | {"waiting_rate": usd(2_000)}, HTTP_IF_MATCH=tag)
    assert (answer.status_code, answer.json()["number"]) == (201, 2)
    hours = fresh(offer).terms.draft.hours
    assert (hours.rate, hours.weekly_hours, hours.waiting_rate) == (9_000, 10, 2_000)
    passed = hirer.send("POST", path, TERMS, HTTP_IF_MATCH=tag)
    assert code_of(passed) == (412, "version_passed")
    foreign = hirer.write(path, TERMS | {"rate": {"minor": 9_000, "currency": "EUR"}})
    assert [error["pointer"] for error in foreign.json()["errors"]] == ["/rate"]
    assert offer.versions.count() == 2


def test_terms_of_the_other_kind_are_refused(clock, people, author):
    for offer, path in (
        (make_hourly_offer(*people), "terms"),
        (make_offer(*people), "hourly-terms"),
    ):
        answer = author.write(f"contracts/{offer.public_id}/{path}/", TERMS)
        assert code_of(answer) == (409, "terms_of_another_kind")
        assert offer.versions.count() == 1
