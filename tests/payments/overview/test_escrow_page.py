"""The page of one unit's money, as each side sees it."""

import pytest
from django.utils.html import strip_tags

from payments.charges.services.charges import apply_payment
from payments.stripe.objects import Payment, PaymentState
from tests.factories.payments import make_charge

pytestmark = [pytest.mark.django_db]


def words(answer) -> str:
    return " ".join(strip_tags(answer.content.decode()).split())


def test_both_sides_see_that_a_bank_works_on_the_payment(
    browser_of, client_person, freelancer_person, escrow
):
    apply_payment(make_charge(escrow), Payment(state=PaymentState.PROCESSING))
    path = f"/money/escrows/{escrow.public_id}/"
    for_client = words(browser_of(client_person).get(path))
    for_freelancer = words(browser_of(freelancer_person).get(path))
    assert "Your bank works on this payment." in for_client
    assert "Fund 4,200.00" not in for_client
    assert "Nothing is held yet: begin when it is." in for_freelancer
    for page in (for_client, for_freelancer):
        assert "Processing 4,200.00" in page
