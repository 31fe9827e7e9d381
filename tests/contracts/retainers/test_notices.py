"""What both sides are told over the months of a retainer."""

from datetime import date

import pytest

from accounts.notices.models import Notification
from contracts.retainers.tasks import remind_of_periods
from contracts.room.evidence import contract_of
from tests.factories.contracts import fund
from tests.factories.retainers import keep_retainer, on, period_of, report
from tests.jobs import run_jobs


@pytest.fixture
def told(client_person, freelancer_person):
    """The subjects of what is new, by the person."""

    def read():
        run_jobs("accounts.deliver_notices")
        found = {}
        for person in (client_person, freelancer_person):
            mine = Notification.objects.filter(user=person).order_by("pk")
            found[person.name.split()[0]] = [
                row.subject.replace("\u2068", "").replace("\u2069", "") for row in mine
            ]
        Notification.objects.all().delete()
        return found

    return read


def has(subjects, start):
    return any(subject.startswith(start) for subject in subjects)


@pytest.fixture
def over(clock, retainer, told):
    told()
    clock.move_to(on(date(2027, 2, 15), 1))
    keep_retainer(retainer)
    return period_of(retainer, 1)


def test_a_period_that_cannot_be_charged_is_told_to_both(clock, retainer, told):
    told()
    clock.move_to(on(date(2027, 2, 12), 12))
    keep_retainer(retainer)
    found = told()
    assert has(found["Clara"], "Not paid: period 2")
    assert has(found["Fay"], "Not paid: period 2")


def test_a_contract_that_rests_unpaid_is_told_to_both_and_so_is_its_going_on(clock, retainer, told):
    clock.move_to(on(date(2027, 2, 12), 12))
    keep_retainer(retainer)
    clock.move_to(on(date(2027, 2, 17), 13))
    keep_retainer(retainer)
    found = told()
    for name in ("Clara", "Fay"):
        assert any(subject.endswith("rests") for subject in found[name]), found[name]
    clock.move_to(on(date(2027, 2, 20), 13))
    fund(period_of(retainer, 2))
    found = told()
    for name in ("Clara", "Fay"):
        assert any(subject.endswith("goes on") for subject in found[name]), found[name]
    assert not any("None" in subject for subjects in found.values() for subject in subjects)


def test_a_report_is_asked_for_and_missed_aloud(clock, over, told):
    found = told()
    assert has(found["Fay"], "It is over, and its report is due: period 1")
    assert not has(found["Clara"], "It is over")
    clock.move_to(on(date(2027, 2, 17)))
    keep_retainer(over.contract)
    found = told()
    for name in ("Clara", "Fay"):
        assert has(found[name], "The report is missing of period 1")


def test_the_client_hears_the_choice_and_is_reminded_once(clock, over, told):
    report(over)
    assert has(told()["Clara"], "Keep the model as it is: period 1")
    clock.move_to(on(date(2027, 2, 18)))
    remind_of_periods()
    assert not has(told()["Clara"], "Last day")
    clock.move_to(on(date(2027, 2, 19), 20))
    for _ in range(2):
        remind_of_periods()
    assert [row for row in told()["Clara"] if row.startswith("Last day")] == [
        "Last day to answer the report of period 1 of “Churn model for prepaid subscribers”"
    ]


def test_a_bank_reads_the_hours_and_the_report_of_a_period(clock, over):
    report(over)
    told = contract_of(period_of(over.contract, 1).escrow)
    titles = [section.title for section in told.sections]
    assert titles[1:3] == ["The report of the period", "The period that was paid for"]
    assert ("Choice", "Keep the model as it is") in told.sections[1].facts
    assert ("Hours it had", "20:00 h") in told.sections[2].facts
    assert told.answers["service_date"] == "2027-02-15"
