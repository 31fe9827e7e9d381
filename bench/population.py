"""Rows as the services leave them, made in bulk: people, held escrows, long accounts."""

import string
from itertools import product

from django.core.management import call_command
from django.db import connection, transaction

from accounts.models import Membership, Organisation, User
from marketplace.core.actors import SYSTEM
from payments.models import Escrow, Payee
from payments.services.escrows import release_escrow
from payments.services.payouts import clear_payout
from payments.states import PayeeState

PEOPLE = 1_000
ORGANISATIONS = 50
# Which fee accounts the escrows of a pool pay into: all the same one, or a thousand.
HOT, SPREAD = "hot", "spread"
PAYOUTS = "payouts"

# Made-up currencies: each has a fee account of its own, so that no two releases share one.
CURRENCIES = ["".join(letters) for letters in product(string.ascii_uppercase, repeat=3)][:1_000]

ESCROWS = """
    INSERT INTO payments_escrow (public_id, payer_id, payee_id, title, currency, amount, released,
        refunded, fee_basis_points, state, created_at, funded_at)
    SELECT uuidv7(), (%(payers)s::bigint[])[1 + n %% %(payer_count)s],
        (%(payees)s::bigint[])[1 + (n * 7919) %% %(payee_count)s], %(pool)s,
        (%(currencies)s::text[])[1 + n %% %(currency_count)s], 10000, 0, 0, 800, 'held',
        now(), now()
    FROM generate_series(1, %(count)s) n
"""
CHARGES = """
    INSERT INTO payments_charge (public_id, escrow_id, currency, amount, amount_received, state,
        session_id, payment_intent_id, charge_id, hosted_url, problem, declined_id, created_at)
    SELECT uuidv7(), id, currency, amount, amount, 'succeeded', 'cs_' || id, 'pi_' || id,
        'ch_' || id, '', '', '', now()
    FROM payments_escrow WHERE title = %(pool)s AND released = 0
"""
MOVEMENTS = """
    SELECT count(*) FROM payments_escrow escrow, ledger_post(
        'charge_succeeded:' || escrow.id, 'charge_succeeded', currency,
        jsonb_build_array(jsonb_build_array('charge_clearing', 0, 'held', escrow.id, amount)))
    WHERE title = %(pool)s AND released = 0
"""
# A transfer of eleven entries: ten fees, and what pays them.
FEES = """
    WITH made AS (
        INSERT INTO payments_transfer (key, code, currency, legs, posted_at)
        SELECT 'fee:' || %(currency)s || n, 'release', %(currency)s, '[]', now()
        FROM generate_series(1, %(transfers)s) n RETURNING id
    )
    INSERT INTO payments_entry (transfer_id, account_id, amount)
    SELECT made.id, side.account, side.amount
    FROM made, (
        SELECT ledger_account('platform_fees', 0, %(currency)s) AS account, 8 AS amount
        FROM generate_series(1, 10)
        UNION ALL SELECT ledger_account('charge_clearing', 0, %(currency)s), -80
    ) side
"""


def fill(*, movements: int) -> None:
    """Held escrows: `movements` in one currency, and as many in a thousand made-up ones."""
    call_command("migrate", verbosity=0)
    users = User.objects.bulk_create(
        User(email=f"person{number}@example.com", name=f"Person {number}", password="!")
        for number in range(PEOPLE)
    )
    organisations = Organisation.objects.bulk_create(
        Organisation(name=f"Client {number}", country="US") for number in range(ORGANISATIONS)
    )
    Membership.objects.bulk_create(
        Membership(organisation=organisation, user=user, role=Membership.Role.OWNER)
        for organisation, user in zip(organisations, users, strict=False)
    )
    payees = [user.pk for user in users[ORGANISATIONS:]]
    payers = [organisation.pk for organisation in organisations]
    fill_escrows(HOT, ["USD"], payers, payees, movements)
    fill_escrows(SPREAD, CURRENCIES, payers, payees, movements)


@transaction.atomic
def fill_escrows(
    pool: str, currencies: list[str], payers: list[int], payees: list[int], count: int
) -> None:
    facts = {
        "pool": pool,
        "currencies": currencies,
        "currency_count": len(currencies),
        "payers": payers,
        "payer_count": len(payers),
        "payees": payees,
        "payee_count": len(payees),
        "count": count,
    }
    with connection.cursor() as cursor:
        for statement in (ESCROWS, CHARGES, MOVEMENTS):
            cursor.execute(statement, facts)


@transaction.atomic
def fill_fee_account(entries: int) -> str:
    """A fee account with so many entries; returns its currency, which is made up."""
    currency = f"{len(str(entries)):03}"
    with connection.cursor() as cursor:
        cursor.execute(FEES, {"currency": currency, "transfers": entries // 10})
    return currency


def fill_payouts(count: int) -> list[User]:
    """As many ready payees, each with one available payout; made by the services."""
    payees = list(User.objects.order_by("id")[ORGANISATIONS : ORGANISATIONS + count])
    Payee.objects.bulk_create(
        [
            Payee(user=user, country="DE", account_id=f"acct_{user.pk}", state=PayeeState.READY)
            for user in payees
        ],
        ignore_conflicts=True,
    )
    payers = list(Organisation.objects.values_list("pk", flat=True))
    fill_escrows(PAYOUTS, ["USD"], payers, [user.pk for user in payees], count)
    for escrow in Escrow.objects.filter(title=PAYOUTS, state="held").select_related("payee"):
        payout = release_escrow(escrow=escrow, by=SYSTEM, why="The work is accepted")
        clear_payout(payout=payout)
    return payees
