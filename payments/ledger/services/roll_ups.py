"""Rolling up the platform's own accounts, so that their balance is read at once."""

import structlog
from django.db import OperationalError, connection, transaction

log = structlog.get_logger(__name__)

ROLL_UP = """
    INSERT INTO payments_accountrollup AS kept (account_id, up_to, balance, made_at)
    SELECT account.id, %(up_to)s, sum(entry.amount), now()
    FROM payments_account account
    LEFT JOIN payments_accountrollup earlier ON earlier.account_id = account.id
    JOIN payments_entry entry ON entry.account_id = account.id
        AND entry.id > coalesce(earlier.up_to, 0) AND entry.id <= %(up_to)s
    WHERE account.owner_id = 0
    GROUP BY account.id
    ON CONFLICT (account_id) DO UPDATE SET up_to = excluded.up_to,
        balance = kept.balance + excluded.balance, made_at = excluded.made_at
"""


def roll_up_accounts() -> int:
    """Add what was posted since the last time; returns how many accounts had something new.

    The database compares each roll-up with the entries that it covers. Does nothing while
    somebody posts without an end: the next time is soon.
    """
    try:
        up_to = _last_settled_entry()
    except OperationalError as error:
        log.warning("not rolled up", error=str(error))
        return 0
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(ROLL_UP, {"up_to": up_to})
        return cursor.rowcount


@transaction.atomic
def _last_settled_entry() -> int:
    """The newest entry of which no earlier one is still to be committed.

    Ids are taken while posting, and postings commit in another order. For the moment in
    which nobody posts, every id so far is settled; that moment is waited for only shortly,
    because whoever posts meanwhile waits behind it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '100ms'")
        cursor.execute("SELECT ledger_hold_entries()")
        cursor.execute("SELECT coalesce(max(id), 0) FROM payments_entry")
        return cursor.fetchone()[0]
