"""What both sides see and do on the pages of a period, in each of its states."""

from datetime import date

import pytest
from django.urls import reverse

from contracts.retainers.models.reports import Report
from contracts.timesheets.models.entries import TimeEntry
from contracts.timesheets.models.timers import Timer
from tests.factories.contracts import fund
from tests.factories.retainers import (
    REPORT,
    keep_retainer,
    make_retainer_agreed,
    make_retainer_offer,
    on,
    period_of,
    report,
    spend,
)

DAYS = "15 January 2027 to 14 February 2027"
SIGNED = REPORT | {"name": "Fay Freelancer", "consent": "on"}


@pytest.fixture
def client_side(browser_of, client_person):
    return browser_of(client_person)


@pytest.fixture
def freelancer_side(browser_of, freelancer_person):
    return browser_of(freelancer_person)


@pytest.fixture
def first(retainer):
    return period_of(retainer, 1)


@pytest.fixture
def over(clock, retainer, first):
    """The first period, on the day after its last one, with three hours in it."""
    clock.move_to(on(date(2027, 1, 20), 18))
    spend(first, on(date(2027, 1, 20)), 3)
    clock.move_to(on(date(2027, 2, 15), 13))
    keep_retainer(retainer)
    return period_of(retainer, 1)


@pytest.fixture
def reported(over, freelancer_person):
    report(over)
    return period_of(over.contract, 1)


def address(unit, part=""):
    return reverse(f"contracts:period{part}", args=[unit.public_id])


def text_of(answer):
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def state_of(unit):
    return period_of(unit.contract, unit.position).state


def test_an_open_period_shows_its_hours_and_its_days(first, freelancer_side, client_side):
    for browser, sees_form in ((freelancer_side, True), (client_side, False)):
        page = text_of(browser.get(address(first)))
        for told in (DAYS, "Included", "20:00", "Report due"):
            assert told in page
        assert ("Write it down" in page) is sees_form


def test_time_is_written_down_on_the_page_of_a_period(clock, first, freelancer_side):
    clock.move_to(on(date(2027, 1, 15), 18))
    line = {"day": "2027-01-15", "starts": "11:00", "ends": "12:30", "task": "Watch"}
    refused = freelancer_side.post(address(first, "_time"), line | {"task": ""})
    assert (refused.status_code, TimeEntry.objects.count()) == (422, 0)
    assert 'value="12:30"' in refused.content.decode()
    freelancer_side.post(address(first, "_time"), line)
    assert [entry.seconds for entry in TimeEntry.objects.filter(unit=first)] == [5_400]
    assert "18:30" in text_of(freelancer_side.get(address(first)))


def test_a_timer_is_started_on_the_page_of_a_period(first, freelancer_side):
    answer = freelancer_side.post(address(first, "_timer"))
    assert (answer.status_code, answer.url) == (302, address(first))
    assert Timer.objects.get().unit_id == first.pk
    assert "Your time runs" in text_of(freelancer_side.get(address(first)))


def test_what_rolled_over_is_shown_with_the_day_on_which_it_lapses(over, client_side):
    page = text_of(client_side.get(address(period_of(over.contract, 2))))
    assert "Rolled over, spent first" in page
    assert "5:00 h of them rolled over" in page
    assert "14 March 2027" in page


def test_the_report_is_signed_on_its_page(over, freelancer_side, client_side):
    answer = freelancer_side.post(address(over, "_report"), SIGNED)
    assert (answer.status_code, answer.url) == (302, address(over))
    signed = Report.objects.get()
    for browser in (freelancer_side, client_side):
        page = text_of(browser.get(address(over)))
        assert "Keep the model as it is" in page
        assert signed.sha256 in page
        assert "Computed again just now: it matches." in page


def test_a_report_that_misses_something_keeps_what_was_typed(over, freelancer_side):
    typed = SIGNED | {"done": "", "choice": "", "because": "Chance explains it."}
    answer = freelancer_side.post(address(over, "_report"), typed)
    page = answer.content.decode()
    assert (answer.status_code, Report.objects.count()) == (422, 0)
    for told in ("Say what was done.", "Choose one: it is what you sign.", "Chance explains it."):
        assert told in page
    assert state_of(over) == "funded"


def test_another_name_signs_only_when_it_is_meant(over, freelancer_side):
    typed = SIGNED | {"name": "F. Freeman"}
    answer = freelancer_side.post(address(over, "_report"), typed)
    assert (answer.status_code, Report.objects.count()) == (422, 0)
    assert 'name="is_meant"' in answer.content.decode()
    freelancer_side.post(address(over, "_report"), typed | {"is_meant": "on"})
    assert Report.objects.get().signed_name == "F. Freeman"


def test_no_report_is_written_before_the_end_or_twice(first, freelancer_side):
    answer = freelancer_side.get(address(first, "_report"))
    assert (answer.status_code, answer.url) == (302, address(first))
    refused = freelancer_side.post(address(first, "_report"), SIGNED)
    assert (refused.status_code, Report.objects.count()) == (422, 0)
    assert "is not over yet" in refused.content.decode()


def test_the_next_report_proposes_the_metric_and_its_baseline(
    clock, reported, browser_of, freelancer_person
):
    fund(period_of(reported.contract, 2))
    clock.move_to(on(date(2027, 3, 15), 13))
    page = browser_of(freelancer_person).get(address(period_of(reported.contract, 2), "_report"))
    assert page.context["form"].initial["metric"] == "Average precision"
    assert 'value="0.380"' in text_of(page)


def test_the_client_reads_the_report_beside_the_decision(reported, client_side):
    page = text_of(client_side.get(address(reported, "_approval")))
    for told in ("Watched the scores", "Your decision", "3,000.00", "Approving cannot be undone"):
        assert told in page
    answer = client_side.post(address(reported, "_approval"), {"note": "Thank you."})
    assert (answer.status_code, state_of(reported)) == (302, "released")
    assert "there is nothing to approve now" in text_of(
        client_side.get(address(reported, "_approval"))
    )


def test_a_missed_report_is_waited_for_or_done_without(
    clock, over, browser_of, client_person, freelancer_person
):
    early = browser_of(client_person).post(
        address(over, "_waiver"), {"why": "We know how it does."}
    )
    assert (early.status_code, state_of(over)) == (422, "funded")
    clock.move_to(on(date(2027, 2, 17)))
    keep_retainer(over.contract)
    client_side = browser_of(client_person)
    for browser in (client_side, browser_of(freelancer_person)):
        assert "was due" in text_of(browser.get(address(over)))
    assert client_side.post(address(over, "_waiver"), {"why": ""}).status_code == 422
    assert state_of(over) == "funded"
    answer = client_side.post(address(over, "_waiver"), {"why": "We know how it does."})
    assert (answer.status_code, state_of(over)) == (302, "released")
    assert "no report of it is missing" in text_of(client_side.get(address(over, "_waiver")))


def test_a_cancellation_is_asked_on_the_page_and_answered_there(
    first, client_side, freelancer_side
):
    assert "Ending it early" in text_of(client_side.get(address(first)))
    client_side.post(address(first, "_cancellation"), {"why": "The model was retired."})
    assert "asks to cancel period 1" in text_of(freelancer_side.get(address(first)))
    assert "Ending it early" not in text_of(client_side.get(address(first)))


def test_a_period_is_funded_from_its_page(clock, people, client_side, freelancer_side):
    contract = make_retainer_agreed(*people)
    unit = contract.units.get()
    assert "is not paid for" in text_of(freelancer_side.get(address(unit)))
    assert address(unit, "_funding") in text_of(client_side.get(address(unit)))
    page = text_of(client_side.get(address(unit, "_funding")))
    assert "three days before they begin" in page


def test_the_room_lists_the_periods(over, client_side, freelancer_side):
    for browser in (client_side, freelancer_side):
        page = text_of(browser.get(over.contract.get_absolute_url()))
        for told in (DAYS, "3:00 h written down", "a month with 20 hours"):
            assert told in page
        assert text_of(browser.get(reverse("contracts:list")))
        assert text_of(browser.get(reverse("accounts:desk")))


def test_an_offer_says_what_a_period_has_in_it(clock, people, freelancer_side):
    offer = make_retainer_offer(*people, hours=None, outcomes=("A note on drift each month",))
    page = text_of(freelancer_side.get(offer.get_absolute_url()))
    assert "A note on drift each month" in page
    assert "3,000.00" in page
    assert text_of(freelancer_side.get(reverse("contracts:signature", args=[offer.public_id])))
