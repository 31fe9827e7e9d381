"""What one process measures: statements, payout runs, re-derived balances.

Run as `python -m bench.figures FIGURE`; prints JSON.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from django.db import connection

from bench.contenders import holdout  # sets Django up
from bench.population import HOT, fill_payouts
from payments.ledger.models import Entry
from payments.ledger.queries import misstated_accounts, trial_balance
from payments.payouts.services.payouts import pay_out_whatever
from payments.payouts.services.runs import pay_out_everyone

RUN = 500


def round_trips_of(act: Callable[[], Any], *, inside_only: bool = False) -> dict[str, Any]:
    """Round trips of `act`, or those inside its transaction, and the statements in them.

    BEGIN and COMMIT come on top.
    """
    inside: list[str] = []

    def note(execute, sql, params, many, context):
        if connection.in_atomic_block or not inside_only:
            inside.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        act()
    statements = sum(len(sql.split("; ")) for sql in inside)
    return {"round_trips": len(inside), "statements": statements}


def seconds_of(act: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def release() -> dict[str, Any]:
    move = holdout.mover(0, 1, HOT)
    move()
    return round_trips_of(move, inside_only=True)


def payouts() -> dict[str, Any]:
    """A run over `RUN` payees, and the same payees paid out one by one."""
    fill_payouts(RUN)
    run = seconds_of(pay_out_everyone)
    fill_payouts(RUN)
    found = round_trips_of(pay_out_everyone)
    people = fill_payouts(RUN)
    alone = seconds_of(lambda: [pay_out_whatever(payee=person) for person in people])
    return found | {"rate": RUN / run, "alone": RUN / alone}


def rederivation() -> dict[str, float]:
    """Entries per second while every balance is derived from the entries again, in both ways."""
    entries = Entry.objects.count()
    rates = [entries / seconds_of(derive) for _ in range(3)]
    return {"entries": entries, "rate": statistics.median(rates)}


def derive() -> None:
    assert misstated_accounts() == []
    assert sum(line.total for line in trial_balance()) == 0


FIGURES = {act.__name__: act for act in (release, payouts, rederivation)}

if __name__ == "__main__":
    print(json.dumps(FIGURES[sys.argv[1]]()))
