"""The books: what they post, and what the database refuses by whatever road it comes."""

import pytest
from django.db import DatabaseError, connection, transaction

from payments.ledger import chart
from payments.ledger.chart import AccountKind
from payments.ledger.errors import KeyReused, Overdrawn
from payments.ledger.models import Account, Entry, Transfer
from payments.ledger.queries import misstated_accounts, trial_balance
from payments.ledger.services import ledger
from payments.ledger.services.ledger import Posting

pytestmark = pytest.mark.django_db

ESCROW, PAYEE = 71, 72
OWNERS = {
    AccountKind.HELD: ESCROW,
    AccountKind.PAYEE_CLEARING: PAYEE,
    AccountKind.PAYEE_AVAILABLE: PAYEE,
    AccountKind.PAYEE_RECEIVABLE: PAYEE,
}


def charge(amount: int = 10_000, key: str = "charge:1", currency: str = "USD") -> Transfer:
    return ledger.post(
        chart.CHARGE_SUCCEEDED,
        key=key,
        currency=currency,
        amounts={"amount": amount},
        owners=OWNERS,
    )


def release(net: int = 9_200, fee: int = 800, key: str = "release:1") -> Transfer:
    return ledger.post(
        chart.RELEASE, key=key, currency="USD", amounts={"net": net, "fee": fee}, owners=OWNERS
    )


def recall() -> Transfer:
    amounts = {"net": 9_200, "fee": 800}
    return ledger.post(
        chart.RELEASE_RECALLED, key="recall:1", currency="USD", amounts=amounts, owners=OWNERS
    )


def balances() -> dict[str, int]:
    return {line.kind: line.total for line in trial_balance() if line.total}


def test_a_release_splits_the_held_money_between_payee_and_fee():
    charge()
    release()
    assert balances() == {
        "charge_clearing": -10_000,
        "payee_clearing": 9_200,
        "platform_fees": 800,
    }
    assert ledger.balance(AccountKind.HELD, ESCROW, "USD") == 0
    assert ledger.balance(AccountKind.PLATFORM_FEES, 0, "USD") == 800


def test_the_whole_way_of_money_leaves_the_trial_balance_at_zero():
    charge()
    ledger.post(chart.CHARGE_SETTLED, key="s:1", currency="USD", amounts={"net": 9_680, "fee": 320})
    release()
    for movement in (chart.CLEARED, chart.PAYOUT_REQUESTED, chart.PAYOUT_SENT):
        ledger.post(
            movement,
            key=f"{movement.code}:1",
            currency="USD",
            amounts={"amount": 9_200},
            owners=OWNERS,
        )
    assert sum(balances().values()) == 0
    assert balances() == {"platform_fees": 800, "processor_balance": -480, "processor_fees": -320}
    assert misstated_accounts() == []


def test_a_key_posts_once():
    first, second = charge(), charge()
    assert (first.is_new, second.is_new, second.pk) == (True, False, first.pk)
    assert ledger.balance(AccountKind.HELD, ESCROW, "USD") == 10_000


def test_a_key_cannot_stand_for_another_amount():
    charge()
    with pytest.raises(KeyReused):
        charge(amount=10_001)
    assert ledger.balance(AccountKind.HELD, ESCROW, "USD") == 10_000


def test_more_than_is_held_cannot_be_released():
    charge(amount=9_999)
    with pytest.raises(Overdrawn), transaction.atomic():
        release()
    assert balances() == {"charge_clearing": -9_999, "held": 9_999}
    assert not Transfer.objects.filter(key="release:1").exists()


def test_money_of_another_currency_releases_nothing():
    charge(currency="JPY")
    with pytest.raises(Overdrawn), transaction.atomic():
        release()
    assert balances() == {"charge_clearing": -10_000, "held": 10_000}


def test_a_leg_of_zero_is_left_out():
    charge()
    release(net=10_000, fee=0)
    assert Entry.objects.count() == 4


@pytest.mark.parametrize(
    "amounts", [{"net": 1}, {"net": 1, "fee": -1}, {"net": 0, "fee": 0}, {"net": 1, "tip": 1}]
)
def test_amounts_that_are_not_the_movements_are_refused(amounts):
    with pytest.raises(ValueError, match="release needs"):
        ledger.post(chart.RELEASE, key="x", currency="USD", amounts=amounts, owners=OWNERS)
    assert Transfer.objects.count() == 0


RAW = {
    "unbalance a transfer": (
        "INSERT INTO payments_entry (transfer_id, account_id, amount)"
        " VALUES ({transfer}, {held}, 5)",
        "must sum to zero",
    ),
    "overdraw an escrow": (
        "INSERT INTO payments_entry (transfer_id, account_id, amount)"
        " VALUES ({transfer}, {held}, -10001), ({transfer}, {clearing}, 10001)",
        "account_never_overdrawn",
    ),
    "mix currencies": (
        "INSERT INTO payments_entry (transfer_id, account_id, amount)"
        " VALUES ({transfer}, {held}, 5), ({transfer}, {yen}, -5)",
        "must sum to zero in its one currency",
    ),
    "change an entry": ("UPDATE payments_entry SET amount = amount * 2", "Cannot update"),
    "delete entries": ("DELETE FROM payments_entry", "or delete"),
    "truncate entries": ("TRUNCATE payments_entry", "append-only"),
    "truncate transfers": ("TRUNCATE payments_transfer CASCADE", "append-only"),
    "change a transfer": ("UPDATE payments_transfer SET code = 'cleared'", "Cannot update"),
    "delete a transfer": ("DELETE FROM payments_transfer", "or delete"),
    "write a balance": ("UPDATE payments_account SET balance = 99", "Cannot update"),
    "open an account with money": (
        "INSERT INTO payments_account (kind, owner_id, currency, balance)"
        " VALUES ('held', 9, 'USD', 5)",
        "Cannot insert",
    ),
    "owe somebody a receivable": (
        "INSERT INTO payments_entry (transfer_id, account_id, amount)"
        " VALUES ({transfer}, {owed}, 9201), ({transfer}, {clearing}, -9201)",
        "account_never_overdrawn",
    ),
    "open an account with a debt": (
        "INSERT INTO payments_account (kind, owner_id, currency, balance)"
        " VALUES ('payee_receivable', 9, 'USD', -5)",
        "Cannot insert",
    ),
    "own a platform account": (
        "INSERT INTO payments_account (kind, owner_id, currency, balance)"
        " VALUES ('platform_fees', 9, 'USD', 0)",
        "account_owned_or_platform",
    ),
    "use a key twice": (
        "INSERT INTO payments_transfer (key, code, currency, legs, posted_at)"
        " VALUES ('charge:1', 'release', 'USD', '[]', now())",
        "transfer_key_once",
    ),
    "post nothing but zero": (
        "INSERT INTO payments_entry (transfer_id, account_id, amount)"
        " VALUES ({transfer}, {held}, 0)",
        "entry_not_zero",
    ),
}


@pytest.mark.parametrize("deed", RAW)
def test_raw_sql_cannot(deed):
    transfer = charge()
    charge(key="charge:yen", currency="JPY")
    release()
    recall()
    ids = {
        "owed": Account.objects.get(kind="payee_receivable").pk,
        "transfer": transfer.pk,
        "held": Account.objects.get(kind="held", currency="USD").pk,
        "clearing": Account.objects.get(kind="charge_clearing", currency="USD").pk,
        "yen": Account.objects.get(kind="charge_clearing", currency="JPY").pk,
    }
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    before = state_of_the_books()
    statement, refusal = RAW[deed]
    with pytest.raises(DatabaseError, match=refusal), transaction.atomic():
        connection.cursor().execute(statement.format(**ids))
    assert state_of_the_books() == before


def state_of_the_books() -> list[list[tuple]]:
    return [
        list(model.objects.order_by("pk").values_list()) for model in (Account, Transfer, Entry)
    ]


def posting(key: str, amount: int, **facts: object) -> Posting:
    stated = {"movement": chart.CHARGE_SUCCEEDED, "currency": "USD", "owners": OWNERS} | facts
    return Posting(key=key, amounts={"amount": amount}, **stated)


def test_many_movements_are_posted_by_one_round_trip(django_assert_num_queries):
    with django_assert_num_queries(1):
        ledger.post_all(
            [posting("c:1", 500), posting("c:2", 70), posting("c:3", 3, currency="JPY")]
        )
    assert Transfer.objects.count() == 3
    assert ledger.balance(AccountKind.HELD, ESCROW, "USD") == 570
    assert ledger.balance(AccountKind.HELD, ESCROW, "JPY") == 3
    assert misstated_accounts() == []


def test_many_movements_post_once_whatever_was_posted_before():
    charge(500, "c:1")
    for _ in range(2):
        ledger.post_all([posting("c:1", 500), posting("c:2", 70), posting("c:2", 70)])
    assert ledger.balance(AccountKind.HELD, ESCROW, "USD") == 570


def test_one_key_that_stands_for_something_else_posts_none_of_many():
    charge(500, "c:1")
    with pytest.raises(KeyReused), transaction.atomic():
        ledger.post_all([posting("c:1", 501), posting("c:2", 70)])
    assert ledger.balance(AccountKind.HELD, ESCROW, "USD") == 500


def test_one_overdraft_posts_none_of_many():
    back = posting("r:1", 71, movement=chart.REFUND_DECIDED)
    with pytest.raises(Overdrawn), transaction.atomic():
        ledger.post_all([posting("c:2", 70), back])
    assert (balances(), Transfer.objects.count()) == ({}, 0)


def test_a_movement_is_one_statement(django_assert_num_queries):
    with django_assert_num_queries(1):
        charge()


def test_the_ledger_refuses_to_work_without_a_transaction(transactional_db):
    with pytest.raises(transaction.TransactionManagementError):
        charge()
    assert Transfer.objects.count() == 0


def test_a_posted_transfer_takes_no_more_entries(transactional_db):
    with transaction.atomic():
        transfer = charge()
    held = Account.objects.get(kind="held").pk
    clearing = Account.objects.get(kind="charge_clearing").pk
    with pytest.raises(DatabaseError, match="takes no more entries"):
        connection.cursor().execute(
            "INSERT INTO payments_entry (transfer_id, account_id, amount)"
            " VALUES (%s, %s, 5), (%s, %s, -5)",
            [transfer.pk, held, transfer.pk, clearing],
        )
    assert ledger.balance(AccountKind.HELD, ESCROW, "USD") == 10_000
