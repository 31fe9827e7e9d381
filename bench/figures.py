"""What one process measures: an approval, payout runs, re-derived balances.

Run as `python -m bench.figures FIGURE`; prints JSON.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection

from bench.contenders import holdout  # noqa: F401 (sets Django up)
from bench.load import WARM_UP, used_cpu
from bench.population import fill_payouts
from contracts.milestones.queries import milestones_with_money
from contracts.units.models.units import Unit
from contracts.units.permissions import can_review_unit
from contracts.units.queries.subjects import unit_for
from contracts.units.services.reviews import approve_unit
from marketplace.core.data.actors import client
from payments.ledger.models import Entry
from payments.ledger.queries import misstated_accounts, trial_balance
from payments.payouts.services.payouts import pay_out_whatever
from payments.payouts.services.runs import pay_out_everyone
from tests.factories.accounts import make_freelancer, make_organisation, make_user
from tests.factories.contracts import deliver, make_active

RUN = 500
APPROVALS = 40


def statements_of(act: Callable[[], Any]) -> list[str]:
    """What `act` sends to the database; BEGIN and COMMIT come on top."""
    sent: list[str] = []

    def note(execute, sql, params, many, context):
        sent.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        act()
    return sent


def seconds_of(act: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def approval() -> dict[str, Any]:
    """What the button on the page of a delivered milestone costs: permission, then service."""
    waiting = iter(list(delivered(1 + WARM_UP + APPROVALS)))
    for _ in range(WARM_UP):
        approve(next(waiting))
    sent = statements_of(lambda: approve(next(waiting)))
    units = list(waiting)
    begun = used_cpu()
    for unit in units:
        approve(unit)
    cpu_ms = (used_cpu() - begun) * 1000 / len(units)
    locks = sum("FOR UPDATE" in sql for sql in sent)
    return {"statements": len(sent), "locks": locks, "sent": sent, "cpu_ms": cpu_ms}


def delivered(count: int) -> Iterator[Unit]:
    """The first of two milestones of as many contracts, loaded as the page does it."""
    owner, freelancer = make_user("Olivia Owner"), make_freelancer()
    organisation = make_organisation(owner)
    for _ in range(count):
        unit = make_active(organisation, owner, freelancer).units.get(position=1)
        deliver(unit)
        yield unit_for(owner, unit.public_id, among=milestones_with_money())


def approve(unit: Unit) -> None:
    user = unit.contract.offered_by
    assert can_review_unit(user, unit)
    approve_unit(unit=unit, by=client(user), note="Clear work.")


def payouts() -> dict[str, Any]:
    """A run over `RUN` payees, and the same payees paid out one by one."""
    fill_payouts(RUN)
    run = seconds_of(pay_out_everyone)
    fill_payouts(RUN)
    statements = len(statements_of(pay_out_everyone))
    people = fill_payouts(RUN)
    alone = seconds_of(lambda: [pay_out_whatever(payee=person) for person in people])
    return {"statements": statements, "rate": RUN / run, "alone": RUN / alone}


def rederivation() -> dict[str, float]:
    """Entries per second while every balance is derived from the entries again, in both ways."""
    entries = Entry.objects.count()
    rates = [entries / seconds_of(derive) for _ in range(3)]
    return {"entries": entries, "rate": statistics.median(rates)}


def derive() -> None:
    assert misstated_accounts() == []
    assert sum(line.total for line in trial_balance()) == 0


FIGURES = {act.__name__: act for act in (approval, payouts, rederivation)}

if __name__ == "__main__":
    print(json.dumps(FIGURES[sys.argv[1]]()))
