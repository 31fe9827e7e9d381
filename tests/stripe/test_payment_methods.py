import pytest
import stripe

from tests.stripe.orders import pay_intent
from tests.stripe.saved import customer, save

CARD = {"number": "4242424242424242", "exp_month": 1, "exp_year": 2040, "cvc": "123"}


def kept(client: stripe.StripeClient, person: str) -> list[str]:
    return [each.id for each in client.v1.customers.payment_methods.list(person).data]


def test_cards_are_attached_listed_and_detached(client: stripe.StripeClient) -> None:
    person, other = customer(client), customer(client)
    method = client.v1.payment_methods.create({"type": "card", "card": CARD})
    assert (method.customer, method.card.last4) == (None, "4242")
    client.v1.payment_methods.attach(method.id, {"customer": person})
    assert (kept(client, person), kept(client, other)) == ([method.id], [])
    client.v1.payment_methods.detach(method.id)
    assert kept(client, person) == []


def test_a_detached_card_is_never_used_again(client: stripe.StripeClient) -> None:
    person = customer(client)
    method = str(save(client, person, "pm_card_visa").payment_method)
    client.v1.payment_methods.detach(method)
    with pytest.raises(stripe.InvalidRequestError, match="may not be used again"):
        pay_intent(client, customer=person, payment_method=method, off_session=True)
    with pytest.raises(stripe.InvalidRequestError, match="may not be used again"):
        client.v1.payment_methods.attach(method, {"customer": person})
    assert client.v1.charges.list().data == []


def test_a_saved_card_pays_for_its_customer_only(client: stripe.StripeClient) -> None:
    method = save(client, customer(client), "pm_card_visa").payment_method
    for params in ({}, {"customer": customer(client)}):
        with pytest.raises(stripe.InvalidRequestError, match="belongs to a Customer"):
            pay_intent(client, payment_method=method, **params)
    assert client.v1.charges.list().data == []


def test_a_declined_card_is_not_attached(client: stripe.StripeClient) -> None:
    person = customer(client)
    with pytest.raises(stripe.CardError) as refusal:
        client.v1.payment_methods.attach("pm_card_chargeDeclined", {"customer": person})
    assert refusal.value.code == "card_declined"
    assert kept(client, person) == []


def test_a_mistyped_card_is_refused(client: stripe.StripeClient) -> None:
    wrong = {**CARD, "number": "4242424242424241"}
    with pytest.raises(stripe.CardError) as refusal:
        client.v1.payment_methods.create({"type": "card", "card": wrong})
    assert refusal.value.code == "incorrect_number"


def test_an_account_that_is_no_test_account_is_refused(client: stripe.StripeClient) -> None:
    iban = {"iban": "DE02120300000000202051"}
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.payment_methods.create({"type": "sepa_debit", "sepa_debit": iban})
    assert refusal.value.param == "sepa_debit[iban]"


def test_only_allowed_types_pay_an_intent(client: stripe.StripeClient) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        pay_intent(
            client, allowed_payment_method_types=["us_bank_account"], payment_method="pm_card_visa"
        )
    assert refusal.value.param == "payment_method"
    assert client.v1.charges.list().data == []
