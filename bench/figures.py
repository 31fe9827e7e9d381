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
from payments.models import Entry
from payments.queries.ledger import misstated_accounts, trial_balance
from payments.services.payouts import pay_out_everyone, pay_out_whatever

RUN = 500


def statements_of(act: Callable[[], Any]) -> list[str]:
    """The statements of `act` inside its transactions; BEGIN and COMMIT come on top."""
    inside: list[str] = []

    def note(execute, sql, params, many, context):
        if connection.in_atomic_block:
            inside.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        act()
    return inside


def seconds_of(act: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def release() -> dict[str, Any]:
    move = holdout.mover(0, 1, HOT)
    move()
    inside = statements_of(move)
    return {"statements": len(inside), "list": [sql[:100] for sql in inside]}


def payouts() -> dict[str, Any]:
    """A run over `RUN` payees, and the same payees paid out one by one."""
    fill_payouts(RUN)
    run = seconds_of(pay_out_everyone)
    fill_payouts(RUN)
    inside = statements_of(pay_out_everyone)
    people = fill_payouts(RUN)
    alone = seconds_of(lambda: [pay_out_whatever(payee=person) for person in people])
    return {"statements": len(inside), "rate": RUN / run, "alone": RUN / alone}


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
