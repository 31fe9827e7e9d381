"""django-ledger 0.8: `commit_txs` of a posted journal entry, its own way to post."""

import os
from collections.abc import Callable

import dj_database_url
import django
from django.conf import settings

settings.configure(
    DATABASES={"default": dj_database_url.parse(os.environ["DATABASE_URL"])},
    INSTALLED_APPS=[
        "django.contrib.contenttypes",
        "django.contrib.auth",
        "django.contrib.admin",
        "django.contrib.messages",
        "django.contrib.sessions",
        "django_ledger",
    ],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    DJANGO_LEDGER_USE_DEPRECATED_BEHAVIOR=False,
    SECRET_KEY="bench",
    USE_TZ=True,
)
django.setup()

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.utils import timezone
from django_ledger.io import roles
from django_ledger.models import AccountModel, EntityModel, LedgerModel

ACCOUNTS = (
    ("2010", roles.LIABILITY_CL_OTHER, "held"),
    ("2020", roles.LIABILITY_CL_OTHER, "payee"),
    ("4010", roles.INCOME_OPERATIONAL, "fees"),
)
LEGS = (("held", "debit", 100), ("payee", "credit", 92), ("fees", "credit", 8))


def prepare(movements: int) -> None:
    call_command("migrate", verbosity=0)
    admin = get_user_model().objects.create_user("admin")
    entity = EntityModel.create_entity(
        name="bench", use_accrual_method=True, admin=admin, fy_start_month=1
    )
    entity.save()
    entity.create_chart_of_accounts(assign_as_default=True, commit=True)
    for code, role, name in ACCOUNTS:
        entity.create_account(code=code, role=role, name=name, balance_type="credit", active=True)
    entity.create_ledger(name="bench", posted=True)
    # The first entry makes the counter row; made by several at once it would be there twice.
    mover(0, 1, "")()


def mover(client: int, clients: int, pool: str) -> Callable[[], None]:
    ledger = LedgerModel.objects.select_related("entity").get(name="bench")
    account = {account.name: account for account in AccountModel.objects.all()}

    def move() -> None:
        legs = [
            {"account": account[name], "tx_type": side, "amount": amount, "description": "release"}
            for name, side, amount in LEGS
        ]
        ledger.commit_txs(
            je_timestamp=timezone.now(), je_ledger_model=ledger, je_posted=True, je_txs=legs
        )

    return move
