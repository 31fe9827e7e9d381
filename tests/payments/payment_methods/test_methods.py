"""Which saved method is charged, and how one is let go."""

import pytest
from django.db import IntegrityError, transaction

from marketplace.core.data.actors import client
from marketplace.core.data.errors import IllegalMove
from marketplace.core.data.models import Event
from payments.operations.models import Operation
from payments.payment_methods.models import PaymentMethod
from payments.payment_methods.services.methods import make_default, refresh_method, remove_method
from payments.stripe.gateway import gateway_for_worker
from tests.factories.payments import make_method
from tests.jobs import run_jobs
from tests.payments.flows import save_method

pytestmark = [pytest.mark.django_db]


def defaults() -> list[str]:
    return [str(method) for method in PaymentMethod.objects.filter(is_default=True)]


def test_another_one_is_made_the_default(organisation, client_person):
    make_method(organisation)
    other = make_method(organisation, brand="mastercard", last4="4444")
    make_default(method=other, by=client(client_person))
    make_default(method=other, by=client(client_person))
    assert defaults() == ["Mastercard •• 4444"]
    assert Event.objects.filter(verb="payment_method.made_default").count() == 1


def test_the_database_refuses_a_second_default(organisation):
    make_method(organisation)
    other = make_method(organisation)
    with pytest.raises(IntegrityError), transaction.atomic():
        PaymentMethod.objects.filter(pk=other.pk).update(is_default=True)


def test_a_removed_method_is_let_go_at_the_processor(
    sandbox, organisation, client_person, payer_browser
):
    method = save_method(organisation, client_person, payer_browser)
    remove_method(method=method, by=client(client_person))
    assert (method.state, method.is_default) == ("removed", False)
    run_jobs("payments.perform_operation")
    there = sandbox.client().v1.payment_methods.retrieve(method.processor_id)
    assert (there.customer, Operation.objects.get(verb="detach_method").state) == (
        None, "succeeded",
    )  # fmt: skip


def test_the_newest_of_the_others_becomes_the_default(organisation, client_person):
    first, _, third = (make_method(organisation, last4=digits) for digits in ("1", "2", "3"))
    remove_method(method=third, by=client(client_person))
    assert defaults() == ["Visa •• 1"]
    remove_method(method=first, by=client(client_person))
    assert defaults() == ["Visa •• 2"]


def test_what_was_removed_is_neither_removed_again_nor_the_default(organisation, client_person):
    method = make_method(organisation)
    remove_method(method=method, by=client(client_person))
    for act in (remove_method, make_default):
        with pytest.raises(IllegalMove):
            act(method=method, by=client(client_person))
    assert (defaults(), Operation.objects.filter(verb="detach_method").count()) == ([], 1)


def test_one_that_was_let_go_by_hand_is_removed_here(
    sandbox, organisation, client_person, payer_browser
):
    method = save_method(organisation, client_person, payer_browser)
    sandbox.client().v1.payment_methods.detach(method.processor_id)
    for _ in range(2):
        refresh_method(processor_id=method.processor_id, gateway=gateway_for_worker())
    method.refresh_from_db()
    assert (method.state, Event.objects.filter(verb="payment_method.removed").count()) == (
        "removed", 1,
    )  # fmt: skip


def test_a_renewed_card_shows_its_new_date(sandbox, organisation, client_person, payer_browser):
    method = save_method(organisation, client_person, payer_browser)
    card = {"exp_month": 1, "exp_year": 2040}
    sandbox.client().v1.payment_methods.update(method.processor_id, {"card": card})
    refresh_method(processor_id=method.processor_id, gateway=gateway_for_worker())
    method.refresh_from_db()
    assert (method.expiry, method.is_expired) == ("01/2040", False)


@pytest.mark.parametrize(("year", "is_expired"), [(2020, True), (2099, False), (None, False)])
def test_a_card_is_good_until_the_end_of_its_month(organisation, year, is_expired):
    method = make_method(organisation, exp_month=12 if year else None, exp_year=year)
    assert method.is_expired is is_expired
