"""Rows as the services leave them, made in bulk: people, held escrows, long accounts."""

import string
from itertools import product

from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from accounts.organisations.models.organisations import Membership, Organisation
from accounts.people.models import User
from marketplace.core.data.actors import SYSTEM
from payments.charges.models import Charge
from payments.charges.states import ChargeState
from payments.escrows.models.escrows import Escrow
from payments.escrows.states import EscrowState
from payments.ledger.chart import CHARGE_SUCCEEDED, AccountKind
from payments.ledger.services import ledger
from payments.ledger.services.ledger import Posting
from payments.payouts.models.payees import Payee
from payments.payouts.services.payouts import clear_payout
from payments.payouts.states import PayeeState
from payments.releases.services.releases import release_escrow

PEOPLE = 1_000
ORGANISATIONS = 50
BATCH = 1_000
# Which fee accounts the escrows of a pool pay into: all the same one, or a thousand.
HOT, SPREAD = "hot", "spread"
# Those whose movement alone is posted; the escrows themselves stay held.
POSTED = "posted"
PAYOUTS = "payouts"

# Made-up currencies: each has a fee account of its own, so that no two releases share one.
CURRENCIES = ["".join(letters) for letters in product(string.ascii_uppercase, repeat=3)][:1_000]

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
    """Held escrows: `movements` in one currency, as many in a thousand, and a third as many."""
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
    fill_escrows(POSTED, ["USD"], payers, payees, movements // 3)


def fill_escrows(
    pool: str, currencies: list[str], payers: list[int], payees: list[int], count: int
) -> None:
    for begin in range(0, count, BATCH):
        _fill_batch(pool, currencies, payers, payees, range(begin, min(begin + BATCH, count)))


@transaction.atomic
def _fill_batch(
    pool: str, currencies: list[str], payers: list[int], payees: list[int], numbers: range
) -> None:
    escrows = Escrow.objects.bulk_create(
        Escrow(
            payer_id=payers[number % len(payers)],
            payee_id=payees[number * 7919 % len(payees)],
            title=pool,
            currency=currencies[number % len(currencies)],
            amount=10_000,
            fee_basis_points=800,
            state=EscrowState.HELD,
            funded_at=timezone.now(),
        )
        for number in numbers
    )
    charges = Charge.objects.bulk_create(
        Charge(
            escrow=escrow,
            currency=escrow.currency,
            amount=escrow.amount,
            amount_received=escrow.amount,
            state=ChargeState.SUCCEEDED,
            session_id=f"cs_held_{escrow.pk}",
            payment_intent_id=f"pi_held_{escrow.pk}",
            charge_id=f"ch_held_{escrow.pk}",
        )
        for escrow in escrows
    )
    ledger.post_all(
        Posting(
            movement=CHARGE_SUCCEEDED,
            key=f"charge_succeeded:{charge.public_id}",
            currency=charge.currency,
            amounts={"amount": charge.amount},
            owners={AccountKind.HELD: charge.escrow_id},
        )
        for charge in charges
    )


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
