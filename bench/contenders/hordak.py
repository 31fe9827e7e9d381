"""django-hordak 2.0: a transaction and its three legs, as its documentation writes them."""

import os
import random
from collections.abc import Callable

import dj_database_url
import django
from django.conf import settings

settings.configure(
    DATABASES={"default": dj_database_url.parse(os.environ["DATABASE_URL"])},
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "mptt", "hordak"],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    USE_TZ=True,
    CURRENCIES=["USD"],
    DEFAULT_CURRENCY="USD",
)
django.setup()

from django.core.management import call_command
from django.db import connection, transaction
from hordak.models import Account, Leg, Transaction
from moneyed import Money

ACCOUNTS = 200
GROSS, NET, FEE = Money("100.00", "USD"), Money("92.00", "USD"), Money("8.00", "USD")
LEGS = """
    WITH made AS (
        INSERT INTO hordak_transaction (uuid, timestamp, date, description)
        SELECT gen_random_uuid(), now(), now(), '' FROM generate_series(1, %s) RETURNING id
    )
    INSERT INTO hordak_leg (uuid, transaction_id, account_id, debit, credit, currency, description)
    SELECT gen_random_uuid(), made.id, side.account, side.debit, side.credit, 'USD', ''
    FROM made, (VALUES (%s, 8, NULL), (%s, NULL, 8)) AS side(account, debit, credit)
"""


def prepare(movements: int) -> None:
    call_command("migrate", verbosity=0)
    for kind in ("held", "payee"):
        for number in range(ACCOUNTS):
            Account.objects.create(name=f"{kind} {number}", type="LI", currencies=["USD"])
    Account.objects.create(name="fees", type="IN", currencies=["USD"])


def mover(client: int, clients: int, pool: str) -> Callable[[], None]:
    held = list(Account.objects.filter(name__startswith="held"))
    payees = list(Account.objects.filter(name__startswith="payee"))
    fees = Account.objects.get(name="fees")

    def move() -> None:
        with transaction.atomic():
            release = Transaction.objects.create(description="release")
            Leg.objects.create(transaction=release, account=random.choice(held), debit=GROSS)
            Leg.objects.create(transaction=release, account=random.choice(payees), credit=NET)
            Leg.objects.create(transaction=release, account=fees, credit=FEE)

    return move


def balance_reader(entries: int) -> Callable[[], object]:
    """An account with so many legs, and the function that reads its balance."""
    account = Account.objects.create(name=f"read {entries}", type="IN", currencies=["USD"])
    other = Account.objects.create(name=f"other {entries}", type="LI", currencies=["USD"])
    with connection.cursor() as cursor:
        cursor.execute(LEGS, [entries, other.pk, account.pk])
    return account.get_balance
