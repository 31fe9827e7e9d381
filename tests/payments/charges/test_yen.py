"""A currency without decimals, from the payment to the payout and back."""

import pytest
from django.utils import timezone

from marketplace.core.data.actors import client, freelancer
from marketplace.core.data.money import Money
from marketplace.core.data.prices import PriceOutOfBounds
from payments.payouts.models.payouts import Payout
from payments.payouts.services.payouts import clear_due_payouts, pay_out
from payments.refunds.services.refunds import refund_escrow
from payments.releases.services.releases import release_escrow, release_part
from tests.factories.payments import make_escrow
from tests.jobs import run_jobs
from tests.payments.books import books, trial_balance
from tests.payments.flows import fund

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def held(sandbox, organisation, freelancer_person, client_person, payer_browser):
    escrow = make_escrow(organisation, freelancer_person, amount=123_457, currency="JPY")
    fund(escrow, client_person, payer_browser)
    return escrow


def test_yen_are_paid_released_in_parts_and_sent_whole(
    sandbox, held, client_person, freelancer_person, onboard
):
    onboard(freelancer_person)
    assert (str(held.money), books(held)["held"]) == ("123,457 JPY", 123_457)
    release_part(escrow=held, part=Money(10_001, "JPY"), by=client(client_person), why="Early.")
    release_escrow(escrow=held, by=client(client_person), why="approved")
    fees = list(Payout.objects.order_by("id").values_list("amount", "fee"))
    # 8 % of 10,001 are 800.08; of 123,457 they are 9,876.56.
    assert fees == [(9_201, 800), (104_379, 9_077)]
    Payout.objects.update(clears_at=timezone.now())
    clear_due_payouts()
    pay_out(payee=freelancer_person, by=freelancer(freelancer_person))
    run_jobs("payments.perform_operation")
    sent = [(one.amount, one.currency) for one in sandbox.client().v1.transfers.list({}).data]
    assert sorted(sent) == [(9_201, "jpy"), (104_379, "jpy")]
    assert books(held)["platform_fees"] == 9_877
    assert trial_balance() == 0


def test_yen_go_back_whole(sandbox, held, client_person):
    refund_escrow(escrow=held, by=client(client_person), why="agreed")
    run_jobs("payments.perform_operation")
    back = [(one.amount, one.currency) for one in sandbox.client().v1.refunds.list({}).data]
    assert (back, "held" in books(held)) == ([(123_457, "jpy")], False)


def test_forty_nine_yen_are_too_few_to_be_charged(organisation, freelancer_person):
    with pytest.raises(PriceOutOfBounds, match="at least 50 JPY"):
        make_escrow(organisation, freelancer_person, amount=49, currency="JPY")
