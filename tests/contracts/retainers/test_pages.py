"""The pages of a period at each of its states, as its people see them."""

from datetime import date

import pytest

from contracts.retainers.models.reports import Report
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
from tests.people import sign_in

pytestmark = pytest.mark.django_db


def page(user, path: str) -> str:
    answer = sign_in(user).get(path)
    assert answer.status_code == 200, path
    return " ".join(answer.content.decode().split())


@pytest.fixture
def unit(retainer):
    return retainer.units.get()


def address(unit, part: str = "") -> str:
    return f"/periods/{unit.public_id}/{part}"


def test_a_running_period_shows_its_hours_to_both(clock, unit, client_person, freelancer_person):
    clock.move_to(on(date(2027, 1, 20), 20))
    spend(unit, on(date(2027, 1, 20), 8), 8, task="Watch the scores")
    hers = page(client_person, address(unit))
    assert "Watch the scores" in hers
    assert "Included" in hers
    assert "Write time down" not in hers
    his = page(freelancer_person, address(unit))
    assert "Write time down" in his
    assert "Period 1 runs until 14 February 2027." in his


def test_the_room_lists_periods_and_whose_turn_it_is(clock, unit, freelancer_person):
    assert "Your turn: look after period 1." in page(
        freelancer_person, unit.contract.get_absolute_url()
    )
    clock.move_to(on(date(2027, 2, 15), 9))
    room = page(freelancer_person, unit.contract.get_absolute_url())
    assert "Your turn: report period 1." in room
    assert "15 January 2027 to 14 February 2027" in room


def test_a_report_is_written_signed_and_approved(clock, unit, client_person, freelancer_person):
    clock.move_to(on(date(2027, 2, 15), 9))
    author = sign_in(freelancer_person)
    typed = REPORT | {"name": freelancer_person.name}
    answer = author.post(address(unit, "report/"), typed)
    assert answer.status_code == 302
    shown = page(client_person, address(unit))
    assert "Keep the model as it is." in shown
    assert Report.objects.get().sha256 in shown
    assert "Computed again just now: it matches." in shown
    assert "Your turn: read the report of period 1." in shown
    approval = page(client_person, address(unit, "approval/"))
    assert "Approving cannot be undone." in approval


def test_an_incomplete_report_keeps_what_was_typed(clock, unit, freelancer_person):
    clock.move_to(on(date(2027, 2, 15), 9))
    typed = REPORT | {"name": freelancer_person.name, "choice": "", "done": "Looked at drift."}
    answer = sign_in(freelancer_person).post(address(unit, "report/"), typed)
    assert answer.status_code == 422
    assert "Looked at drift." in answer.content.decode()
    assert "Choose one: you sign it." in answer.content.decode()
    assert not Report.objects.exists()


def test_a_report_under_another_name_asks_whether_it_is_meant(clock, unit, freelancer_person):
    clock.move_to(on(date(2027, 2, 15), 9))
    author = sign_in(freelancer_person)
    answer = author.post(address(unit, "report/"), REPORT | {"name": "Somebody Else"})
    assert "which is not the one of my account" in answer.content.decode()
    meant = REPORT | {"name": "Somebody Else", "is_meant": "on"}
    assert author.post(address(unit, "report/"), meant).status_code == 302


def test_a_missed_report_lets_the_client_wait_or_approve(clock, unit, client_person):
    clock.move_to(on(date(2027, 2, 17), 1))
    keep_retainer(unit.contract)
    assert "The report of period 1 is missing." in page(client_person, address(unit))
    assert "Approve" in page(client_person, address(unit, "waiver/"))


def test_the_offer_says_what_is_promised(clock, people, freelancer_person):
    offer = make_retainer_offer(*people)
    shown = page(freelancer_person, offer.get_absolute_url())
    assert "for a period of one month" in shown
    terms = page(freelancer_person, f"/contracts/{offer.public_id}/signature/")
    assert "Periods, hours and response" in terms
    assert "answers incidents within" in terms


def test_other_terms_are_proposed(clock, people, freelancer_person):
    offer = make_retainer_offer(*people)
    where = f"/contracts/{offer.public_id}/terms/new/retainer/"
    author = sign_in(freelancer_person)
    form = author.get(where)
    assert form.status_code == 200
    typed = form.context["form"].initial | {"fee": "3,500.00", "hours": "24", "note": "More calls."}
    token = (
        {"edit_version": form.context["editing"].edit_version} if "editing" in form.context else {}
    )
    answer = author.post(where, typed | token)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    offer.refresh_from_db()
    assert (offer.terms.draft.retainer.fee, offer.terms.draft.retainer.hours) == (350_000, 24)


def test_hours_and_outcomes_are_not_both_promised(clock, people, freelancer_person):
    offer = make_retainer_offer(*people)
    where = f"/contracts/{offer.public_id}/terms/new/retainer/"
    author = sign_in(freelancer_person)
    typed = author.get(where).context["form"].initial | {"outcomes": "A report", "note": "Why."}
    answer = author.post(where, typed)
    assert "Hours or outcomes, not both" in answer.content.decode()
    assert offer.versions.count() == 1


def test_the_first_period_is_funded_by_hand(clock, people, client_person):
    contract = make_retainer_agreed(*people)
    unit = contract.units.get()
    assert "for one month" in page(client_person, address(unit, "funding/"))
    fund(unit)
    report_page = sign_in(contract.freelancer).get(address(unit, "report/"))
    assert "It is not over yet." in report_page.content.decode()
    assert period_of(contract, 1).state == "funded"


def test_the_hours_of_a_reported_period_stand(clock, unit, freelancer_person):
    clock.move_to(on(date(2027, 2, 15), 9))
    report(unit)
    answer = sign_in(freelancer_person).get(address(unit))
    assert "Write time down" not in answer.content.decode()
