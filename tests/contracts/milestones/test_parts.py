"""Once a part of a milestone's money has moved, every page speaks of what is left."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.notices.models import Notification
from contracts.milestones.api.serializers import MilestoneSerializer
from contracts.units.queries.places import parts_of_unit, place_of_unit
from contracts.units.services.cancellations import agree_cancellation, ask_cancellation
from contracts.units.services.reviews import approve_unit
from marketplace.core.data.events import events_of
from marketplace.core.data.money import Money
from payments.escrows.api.serializers import EscrowSerializer
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.holding_alarms import raise_holding_alarms
from payments.payouts.models.payouts import Payout
from payments.refunds.services.refunds import refund_part
from payments.releases.services.recalls import recall_release
from payments.releases.services.releases import release_part
from tests.contracts.room.test_pages import at, text_of
from tests.factories.contracts import deliver, fresh
from tests.jobs import run_jobs


@pytest.fixture
def parted(funded, as_client):
    """1,000.00 of 2,400.00 USD was released early; the work is delivered."""
    part = Money(100_000, "USD")
    release_part(escrow=funded.held_in, part=part, by=as_client, why="The first half works.")
    deliver(fresh(funded))
    return fresh(funded)


def told(person, subject: str) -> str:
    run_jobs("accounts.deliver_notices")
    found = Notification.objects.filter(user=person, subject__startswith=subject).latest("id")
    return " ".join(part["text"] for part in found.body)


def test_the_review_and_the_approval_say_what_is_left(parted, browser_of, client_person):
    assert parts_of_unit(parted) == {"in_review": 140_000, "available": 100_000}
    browser = browser_of(client_person)
    room = text_of(browser.get(parted.contract.get_absolute_url()))
    assert "Approve 1,400.00 USD" in room
    page = text_of(browser.get(parted.get_absolute_url()))
    assert 'Fee at release: <span class="money">112.00 USD</span>' in page
    assert 'receives <span class="money">1,288.00 USD</span> of the' in page
    review = text_of(browser.get(at("approval", parted)))
    for amount in ("1,400.00 USD", "1,288.00 USD", "112.00 USD"):
        assert f'<span class="money">{amount}</span>' in review
    assert "2,400.00" not in review
    desk = text_of(browser.get(reverse("accounts:desk")))
    assert '<p class="turns__amount"><span class="money">1,400.00 USD</span></p>' in desk
    assert "1,400.00 USD is released" in told(client_person, "Fay Freelancer has delivered")


def test_the_approval_tells_and_keeps_what_moved(parted, as_client, freelancer_person):
    approve_unit(unit=parted, by=as_client)
    event = events_of(parted).get(verb="milestone.approved")
    kept = [event.particulars[name] for name in ("amount", "fee", "receives")]
    assert kept == [140_000, 11_200, 128_800]
    newest = Payout.objects.latest("id")
    assert (newest.amount, newest.fee) == (128_800, 11_200)
    said = "1,400.00 USD is released: 1,288.00 USD for you, 112.00 USD fee."
    assert said in told(freelancer_person, "Approved")


def test_a_refund_tells_what_went_back(parted, as_client, as_freelancer):
    asked = ask_cancellation(unit=parted, by=as_client, why="No data.")
    agree_cancellation(cancellation=fresh(asked), by=as_freelancer)
    assert events_of(parted).get(verb="milestone.refunded").particulars["amount"] == 140_000
    assert "in full" in told(as_client.user, "1,400.00 USD refunded")


def test_a_release_of_which_a_part_went_back_is_where_its_payout_is(
    submitted, as_client, as_freelancer, browser_of
):
    approve_unit(unit=submitted, by=as_client)
    Payout.objects.update(state="sent")
    escrow = fresh(submitted).held_in
    recall_release(escrow=escrow, part=Money(50_000, "USD"), by=as_freelancer, why="A part fails.")
    assert place_of_unit(fresh(submitted)) == "sent"
    page = text_of(browser_of(as_freelancer.user).get(submitted.contract.get_absolute_url()))
    assert "On its way" in page
    assert not re.search(r">\s*Available\s*<", page)


def test_a_note_with_the_approval_is_kept_told_and_shown(
    submitted, browser_of, client_person, freelancer_person
):
    form = {"note": "Clear work. The *third* table helps us most."}
    assert browser_of(client_person).post(at("approval", submitted), form).status_code == 302
    assert events_of(submitted).get(verb="milestone.approved").why == form["note"]
    shown = "Clear work. The third table helps us most."
    assert shown in told(freelancer_person, "Approved")
    page = text_of(browser_of(freelancer_person).get(submitted.get_absolute_url()))
    assert shown in page


def test_fee_and_share_are_of_what_was_not_given_back(parted, as_client, browser_of, client_person):
    approve_unit(unit=parted, by=as_client)
    back = Money(40_000, "USD")
    recall_release(escrow=fresh(parted).held_in, part=back, by=as_client, why="Half was missing.")
    unit = fresh(parted)
    sums = (unit.payable, unit.payable_fee, unit.payable_receives)
    assert sums == (Money(200_000, "USD"), Money(16_000, "USD"), Money(184_000, "USD"))
    browser = browser_of(client_person)
    page = text_of(browser.get(unit.get_absolute_url()))
    assert 'Fee on what was released: <span class="money">160.00 USD</span>' in page
    money = text_of(browser.get(reverse("contracts:money", args=[parted.contract.public_id])))
    for amount in ("160.00 USD", "1,840.00 USD"):
        assert f'<span class="money">{amount}</span>' in money
    assert "2,208.00" not in money


def amounts_on(browser, address: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", browser.get(address).content.decode()).split())


def test_the_rail_of_the_milestone_is_the_share_of_the_room(parted, browser_of, client_person):
    browser = browser_of(client_person)
    own = browser.get(parted.get_absolute_url()).context["rail"]
    assert dict(own) == {"in_review": 140_000, "available": 100_000}
    for address in (parted.contract.get_absolute_url(), at_money(parted)):
        room = {place: minor for place, minor in browser.get(address).context["rail"] if minor}
        assert room == {"in_review": 140_000, "available": 100_000, "to_fund": 420_000}


def test_the_desk_of_the_freelancer_counts_what_is_left_in_review(
    parted, browser_of, freelancer_person
):
    panels = browser_of(freelancer_person).get(reverse("accounts:desk")).context["panels"]
    (rail,) = [row["rail"] for panel in panels for row in panel.context.get("rows", ())]
    parts = {place: minor for place, minor in rail if minor}
    assert parts == {"in_review": 140_000, "available": 100_000, "to_fund": 420_000}


def test_programs_read_what_an_approval_would_release(parted, as_client):
    unit = MilestoneSerializer(parted).data
    assert (unit["amount"]["minor"], unit["outstanding"]["minor"]) == (240_000, 140_000)
    escrow = EscrowSerializer(parted.held_in).data
    assert (escrow["amount"]["minor"], escrow["outstanding"]["minor"]) == (240_000, 140_000)
    approve_unit(unit=parted, by=as_client)
    assert MilestoneSerializer(fresh(parted)).data["outstanding"]["minor"] == 0


def test_what_was_given_back_is_no_longer_promised(
    funded, as_freelancer, browser_of, freelancer_person
):
    part = Money(40_000, "USD")
    refund_part(escrow=funded.held_in, part=part, by=as_freelancer, why="It took less time.")
    browser = browser_of(freelancer_person)
    movements = amounts_on(browser, reverse("payments:escrow", args=[funded.held_in.public_id]))
    assert "Platform fee 160.00 USD , taken at release" in movements
    assert "The freelancer gets 1,840.00 USD" in movements
    work = amounts_on(browser, reverse("payments:money"))
    assert "1,840.00 USD" in work
    assert "2,208.00" not in work


def test_the_end_of_holding_is_of_what_is_still_held(parted, moderator, browser_of, client_person):
    old = timezone.now() - timedelta(days=85)
    Escrow.objects.filter(pk=parted.held_in.pk).update(funded_at=old)
    assert raise_holding_alarms() == 1
    told(client_person, "1,400.00 USD can be held until")
    told(moderator, "1,400.00 USD can be held until")


def at_money(unit) -> str:
    return reverse("contracts:money", args=[unit.contract.public_id])
