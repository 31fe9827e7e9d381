"""Paying at the processor's hosted page: what happens when the card says no, or asks."""

from payments.escrows.models.escrows import Escrow
from payments.ledger.models import Entry
from payments.ledger.queries import trial_balance
from tests.journeys import steps


def held() -> int:
    return sum(line.total for line in trial_balance() if line.kind == "held")


def test_a_declined_card_posts_nothing_and_another_card_pays(client_at_work, room):
    steps.start_checkout(client_at_work, room)
    steps.pay_by_card(client_at_work, steps.DECLINED)
    assert (Entry.objects.count(), Escrow.objects.get().state) == (0, "awaiting_funds")
    steps.pay_by_card(client_at_work, steps.PAYS)
    client_at_work.sees("Paid and held")
    assert held() == 240_000


def test_leaving_the_checkout_charges_nothing_and_offers_it_again(client_at_work, room):
    steps.start_checkout(client_at_work, room)
    client_at_work.follow("Cancel and go back")
    assert Entry.objects.count() == 0
    client_at_work.open(room)
    client_at_work.sees("Your turn: fund milestone 1.")


def test_a_bank_that_asks_is_answered_on_a_second_page(client_at_work, room):
    steps.start_checkout(client_at_work, room)
    steps.pay_by_card(client_at_work, steps.ASKS_3DS)
    assert held() == 0
    client_at_work.click("Complete")
    client_at_work.sees("Paid and held")
    assert held() == 240_000


def test_a_failed_authentication_posts_nothing(client_at_work, room):
    steps.start_checkout(client_at_work, room)
    steps.pay_by_card(client_at_work, steps.ASKS_3DS)
    client_at_work.click("Fail")
    assert (Entry.objects.count(), Escrow.objects.get().state) == (0, "awaiting_funds")
