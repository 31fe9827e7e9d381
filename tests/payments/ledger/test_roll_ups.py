"""The platform's balances: a roll-up and the entries after it, and no roll-up that lies."""

import threading

import pytest
from django.db import DatabaseError, connection, transaction

from payments.ledger import chart
from payments.ledger.chart import AccountKind
from payments.ledger.models import Account, AccountRollUp, Entry
from payments.ledger.queries import misstated_accounts
from payments.ledger.services import ledger
from payments.ledger.services.roll_ups import roll_up_accounts

HELD = {AccountKind.HELD: 71}


def charge(amount: int, key: str, currency: str = "USD") -> None:
    with transaction.atomic():
        ledger.post(
            chart.CHARGE_SUCCEEDED,
            key=key,
            currency=currency,
            amounts={"amount": amount},
            owners=HELD,
        )


def clearing(currency: str = "USD") -> int:
    return ledger.balance(AccountKind.CHARGE_CLEARING, 0, currency)


def rolled() -> list[tuple[str, int]]:
    rows = AccountRollUp.objects.order_by("account__currency")
    return list(rows.values_list("account__currency", "balance"))


@pytest.mark.django_db
def test_a_balance_is_the_same_before_between_and_after_roll_ups():
    charge(500, "c:1")
    assert (clearing(), roll_up_accounts(), clearing()) == (-500, 1, -500)
    charge(70, "c:2")
    charge(3, "c:3", "JPY")
    assert (clearing(), clearing("JPY"), clearing("EUR")) == (-570, -3, 0)
    assert (roll_up_accounts(), rolled()) == (2, [("JPY", -3), ("USD", -570)])
    assert (clearing(), clearing("JPY"), misstated_accounts()) == (-570, -3, [])


@pytest.mark.django_db
def test_nothing_new_is_no_work():
    charge(500, "c:1")
    assert (roll_up_accounts(), roll_up_accounts(), rolled()) == (1, 0, [("USD", -500)])


@pytest.mark.django_db
def test_accounts_of_other_people_are_not_rolled_up():
    charge(500, "c:1")
    roll_up_accounts()
    assert [row.account.kind for row in AccountRollUp.objects.all()] == ["charge_clearing"]


LIES = {
    "another balance": "UPDATE payments_accountrollup SET balance = balance + 1",
    "fewer entries": "UPDATE payments_accountrollup SET up_to = up_to - 1",
    "another account": "UPDATE payments_accountrollup SET account_id = {other}",
    "a first one that is wrong": "INSERT INTO payments_accountrollup"
    " (account_id, up_to, balance, made_at) VALUES ({other}, {last}, 5, now())",
}


@pytest.mark.django_db
@pytest.mark.parametrize("lie", LIES)
def test_a_roll_up_cannot_state_anything_but_its_entries(lie):
    charge(500, "c:1")
    roll_up_accounts()
    charge(70, "c:2", "JPY")
    ids = {
        "other": Account.objects.get(kind="charge_clearing", currency="JPY").pk,
        "last": Entry.objects.latest("id").pk,
    }
    with pytest.raises(DatabaseError, match="a roll-up must equal"), transaction.atomic():
        connection.cursor().execute(LIES[lie].format(**ids))
    assert rolled() == [("USD", -500)]


@pytest.mark.django_db(transaction=True)
def test_entries_that_are_still_to_be_committed_are_not_passed_over():
    """They have lower ids than entries that everybody sees already."""
    posted, go_on = threading.Event(), threading.Event()

    def post_slowly() -> None:
        with transaction.atomic():
            charge(500, "slow")
            posted.set()
            go_on.wait(timeout=10)
        connection.close()

    slow = threading.Thread(target=post_slowly)
    slow.start()
    posted.wait(timeout=10)
    charge(70, "fast", "JPY")
    assert roll_up_accounts() == 0
    go_on.set()
    slow.join(timeout=10)
    assert (roll_up_accounts(), rolled()) == (2, [("JPY", -70), ("USD", -500)])
    assert misstated_accounts() == []
