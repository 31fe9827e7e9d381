import pytest
import stripe

from tests.sandbox import SandboxProcess
from tests.stripe.orders import pay_intent


@pytest.fixture
def names(client: stripe.StripeClient) -> list[str]:
    names = ["Ada", "Bea", "Cleo", "Dora", "Eve"]
    for name in names:
        client.v1.customers.create({"name": name})
    return names


def shown(page: stripe.ListObject[stripe.Customer]) -> list[str | None]:
    return [customer.name for customer in page.data]


@pytest.mark.usefixtures("names")
def test_pages_go_from_the_newest_to_the_oldest(client: stripe.StripeClient) -> None:
    first = client.v1.customers.list({"limit": 2})
    assert (shown(first), first.has_more) == (["Eve", "Dora"], True)
    rest = client.v1.customers.list({"limit": 3, "starting_after": first.data[1].id})
    assert (shown(rest), rest.has_more) == (["Cleo", "Bea", "Ada"], False)


@pytest.mark.usefixtures("names")
def test_pages_go_back(client: stripe.StripeClient) -> None:
    oldest = client.v1.customers.list({"limit": 100}).data[-1]
    before = client.v1.customers.list({"limit": 2, "ending_before": oldest.id})
    assert (shown(before), before.has_more) == (["Cleo", "Bea"], True)


def test_the_library_pages_by_itself(client: stripe.StripeClient, names: list[str]) -> None:
    page = client.v1.customers.list({"limit": 2})
    assert [customer.name for customer in page.auto_paging_iter()] == names[::-1]


def test_created_limits_a_list(client: stripe.StripeClient, sandbox: SandboxProcess) -> None:
    client.v1.customers.create({"name": "Ada"})
    sandbox.control("clock/advance", days=1)
    later = client.v1.customers.create({"name": "Bea"})
    assert shown(client.v1.customers.list({"created": {"gte": later.created}})) == ["Bea"]
    assert shown(client.v1.customers.list({"created": {"lt": later.created}})) == ["Ada"]
    assert shown(client.v1.customers.list({"created": later.created})) == ["Bea"]


def test_a_cursor_that_does_not_exist_is_an_error(client: stripe.StripeClient) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.customers.list({"starting_after": "cus_none"})
    assert (refusal.value.code, refusal.value.param) == ("resource_missing", "starting_after")


def test_deleted_customers_leave_the_list(client: stripe.StripeClient) -> None:
    customer = client.v1.customers.create({"name": "Ada"})
    assert client.v1.customers.delete(customer.id).deleted is True
    assert client.v1.customers.list().data == []
    assert client.v1.customers.retrieve(customer.id).deleted is True


def test_events_are_listed_by_type(client: stripe.StripeClient) -> None:
    pay_intent(client)
    some = client.v1.events.list({"types": ["charge.succeeded", "payment_intent.created"]})
    assert [event.type for event in some.data] == ["charge.succeeded", "payment_intent.created"]
    charge = client.v1.events.list({"type": "charge.*"})
    assert [event.type for event in charge.data] == ["charge.updated", "charge.succeeded"]


def test_lists_expand_their_items(client: stripe.StripeClient) -> None:
    pay_intent(client)
    found = client.v1.charges.list({"expand": ["data.balance_transaction", "data.payment_intent"]})
    charge = found.data[0]
    assert (charge.balance_transaction.net, charge.payment_intent.status) == (9_680, "succeeded")


def test_metadata_is_merged_and_an_empty_value_removes_its_key(client: stripe.StripeClient) -> None:
    customer = client.v1.customers.create({"metadata": {"a": "1", "b": "2"}})
    updated = client.v1.customers.update(customer.id, {"metadata": {"b": "", "c": "3"}})
    assert updated.metadata.to_dict() == {"a": "1", "c": "3"}
