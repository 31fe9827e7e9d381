import pytest

from payments.payouts.models.bank_payouts import BankPayout
from payments.webhooks.models import StripeEvent
from tests.factories.payments import make_bank_payout, make_payout, make_ready, make_sent
from tests.jobs import run_jobs
from tests.payments.webhooks.test_webhooks import deliver
from tests.sandbox import wait_for

LIST = "/money/bank-payouts/"


def page_of(bank_payout: BankPayout) -> str:
    return f"{LIST}{bank_payout.public_id}/"


@pytest.fixture
def carried(db, organisation, freelancer_person):
    return make_sent(make_payout(organisation, freelancer_person))


def test_the_page_says_what_it_carries_and_what_else(browser_of, freelancer_person, carried):
    bank_payout = make_bank_payout(freelancer_person, "paid", carried, amount=386_000)
    page = browser_of(freelancer_person).get(page_of(bank_payout))
    assert page.context["carried"] == [carried]
    assert str(page.context["rest"]) == "-4.00 USD"
    assert [line.what for line in page.context["movements"]] == [
        "Arrived at your bank",
        "On its way to your bank",
    ]


def test_the_payout_leads_to_its_bank_payout(browser_of, freelancer_person, carried):
    bank_payout = make_bank_payout(freelancer_person, "paid", carried)
    page = browser_of(freelancer_person).get(f"/money/payouts/{carried.public_id}/")
    assert f'href="{page_of(bank_payout)}"' in page.content.decode()


@pytest.mark.parametrize(
    ("is_ready", "way_out"), [(False, 'href="/money/onboarding/"'), (True, "/money/dashboard/")]
)
def test_a_refused_one_says_why_and_leads_on(
    browser_of, freelancer_person, carried, is_ready, way_out
):
    if is_ready:
        make_ready(freelancer_person)
    bank_payout = make_bank_payout(freelancer_person, "failed", carried)
    page = browser_of(freelancer_person).get(page_of(bank_payout)).content.decode()
    assert "The bank account is closed." in page
    assert way_out in page


def test_a_stranger_and_the_client_find_nothing(
    browser_of, stranger, client_person, freelancer_person, carried
):
    bank_payout = make_bank_payout(freelancer_person, "paid", carried)
    for person in (stranger, client_person):
        browser = browser_of(person)
        assert browser.get(page_of(bank_payout)).status_code == 404
        assert browser.get(LIST).context["page"].items == []


def test_the_list_takes_the_same_number_of_queries_for_1_and_3_rows(
    browser_of, freelancer_person, count_queries, db
):
    browser = browser_of(freelancer_person)
    make_bank_payout(freelancer_person)
    browser.get(LIST)
    with count_queries() as one:
        browser.get(LIST)
    for _ in range(2):
        make_bank_payout(freelancer_person)
    with count_queries() as three:
        browser.get(LIST)
    assert len(one) == len(three)


@pytest.fixture
def account(sandbox, freelancer_person, onboard) -> str:
    onboard(freelancer_person)
    return freelancer_person.payee.account_id


def pay_account(sandbox, account: str) -> None:
    """Money that is available at once, sent past our books, and paid out three days later."""
    charge = sandbox.client().v1.payment_intents.create(
        {
            "amount": 10_000, "currency": "usd", "confirm": True,
            "payment_method": "pm_card_bypassPending",
            "automatic_payment_methods": {"enabled": True, "allow_redirects": "never"},
        }
    ).latest_charge  # fmt: skip
    sandbox.client().v1.transfers.create(
        {"amount": 9_000, "currency": "usd", "destination": account, "source_transaction": charge}
    )
    sandbox.control("clock/advance", days=3)


@pytest.mark.parametrize("order", [1, -1])
def test_messages_of_the_account_are_followed_in_any_order(
    sandbox, receiver, account, freelancer_person, order
):
    pay_account(sandbox, account)
    wait_for(lambda: "payout.paid" in receiver.types())
    for body, signature in [*receiver.received, *receiver.received][::order]:
        assert deliver(body, signature) == 200
        run_jobs("payments.process_event")
    found = BankPayout.objects.get()
    assert (found.payee, found.state, found.amount) == (freelancer_person, "paid", 9_000)
    assert set(StripeEvent.objects.values_list("state", flat=True)) == {"done"}


def test_our_own_payout_and_those_of_unknown_accounts_are_let_go(
    sandbox, receiver, account, freelancer_person
):
    freelancer_person.payee.delete()
    pay_account(sandbox, account)
    sandbox.client().v1.payouts.create({"amount": 100, "currency": "usd"})
    wait_for(lambda: "payout.paid" in receiver.types())
    wait_for(lambda: receiver.types().count("payout.created") == 2)
    for body, signature in receiver.received:
        assert deliver(body, signature) == 200
    run_jobs("payments.process_event")
    assert BankPayout.objects.count() == 0
    assert set(StripeEvent.objects.values_list("state", flat=True)) == {"done"}
