"""How fast money moves, beside pgbench and two other ledgers in one run: `make bench`.

Every aim is a ratio or a count, so that it means the same on any machine. See README.md.
"""

import argparse
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bench import machine, tpcb
from bench.rivals import LEDGERS, rival_python
from bench.stack import make_database, run_module, settle, throw_away_stack
from bench.table import Row, print_table
from local.stack import Stack

# Contender, clients, pool of escrows.
CONTESTS = (
    ("tpcb", 8, ""),
    ("holdout", 8, "hot"),
    ("holdout", 8, "spread"),
    ("holdout", 32, "hot"),
    ("holdout", 32, "spread"),
    ("posting", 8, "posted"),
    ("hordak", 8, ""),
    ("django_ledger", 8, ""),
)
# More than any machine of two cores releases in a second; what is not used costs little.
ESCROWS_A_SECOND = 2_500
OURS, POSTING, RIVALS = "holdout", "posting", ("hordak", "django_ledger")


@dataclass
class Bench:
    """One run: its servers, and what was measured so far by contest."""

    stack: Stack
    seconds: float
    repetitions: int
    rates: dict[tuple, list[float]] = field(default_factory=lambda: defaultdict(list))
    cpu_ms: dict[tuple, list[float]] = field(default_factory=lambda: defaultdict(list))

    def prepare(self) -> None:
        hot = sum(contest[::2] == (OURS, "hot") for contest in CONTESTS)
        tpcb.prepare(self.stack)
        needed = int(hot * self.repetitions * self.seconds * ESCROWS_A_SECOND)
        for rival in RIVALS:
            make_database(self.stack, rival)
        for contender in (OURS, *RIVALS):
            self.run("bench.load", contender, "prepare", str(needed))
        for database in ("tpcb", OURS, *RIVALS):
            settle(self.stack, database)

    def race(self) -> None:
        """Each contest once in every repetition, so that a slow minute slows them all."""
        for _ in range(self.repetitions):
            for contest in CONTESTS:
                contender, clients, pool = contest
                if contender == "tpcb":
                    self.rates[contest].append(tpcb.rate(self.stack, clients, self.seconds))
                    continue
                found = self.run(
                    "bench.load", contender, "run", str(clients), str(self.seconds), pool
                )
                self.rates[contest].append(found["rate"])
                self.cpu_ms[contest].append(found["cpu_ms"])

    def run(self, module: str, contender: str, *arguments: str) -> Mapping[str, Any]:
        """Run `module` for a contender, on its database and by its interpreter."""
        python = rival_python(LEDGERS) if contender in RIVALS else sys.executable
        database = OURS if contender == POSTING else contender
        return run_module(self.stack, database, module, contender, *arguments, python=python)

    def figure(self, name: str) -> Mapping[str, Any]:
        return run_module(self.stack, OURS, "bench.figures", name)

    def rate(self, *contest) -> str:
        return f"{statistics.median(self.rates[contest]):,.0f}/s"

    def ratio(self, ours: tuple, theirs: tuple) -> float:
        """The median of the ratios of each repetition."""
        pairs = zip(self.rates[ours], self.rates[theirs], strict=True)
        return statistics.median(our / their for our, their in pairs)


def rows_of(bench: Bench) -> Iterator[Row]:
    yield from throughput(bench)
    yield from one_approval(bench)
    yield from hot_account(bench)
    for figure in (payout_run, balance_read, rederived):
        yield from figure(bench)


def throughput(bench: Bench) -> Iterator[Row]:
    posting = (POSTING, 8, "posted")
    for name, contender, aim in (
        ("TPC-B", "tpcb", 0.6),
        ("django-hordak", "hordak", 3),
        ("django-ledger", "django_ledger", 30),
    ):
        theirs = (contender, 8, "")
        measured = f"{bench.rate(*posting)} to {bench.rate(*theirs)}"
        yield Row(f"posting to {name}", measured, bench.ratio(posting, theirs), at_least=aim)


def one_approval(bench: Bench) -> Iterator[Row]:
    found = bench.figure("approval")
    measured = f"{found['locks']} row locks"
    yield Row("statements of an approval", measured, found["statements"], at_most=12)
    yield Row("client CPU of an approval, ms", "1 client", found["cpu_ms"], at_most=6)
    cpu = statistics.median(bench.cpu_ms[(OURS, 8, "hot")])
    yield Row("client CPU of a release, ms", bench.rate(OURS, 8, "hot"), cpu)


def hot_account(bench: Bench) -> Iterator[Row]:
    for clients in (8, 32):
        hot, spread = (OURS, clients, "hot"), (OURS, clients, "spread")
        yield Row(
            f"one fee account to 1,000, {clients} clients",
            f"{bench.rate(*hot)} to {bench.rate(*spread)}",
            bench.ratio(hot, spread),
            at_least=0.9,
        )


def payout_run(bench: Bench) -> Iterator[Row]:
    found = bench.figure("payouts")
    yield Row("statements of a payout run of 500", "", found["statements"], at_most=12)
    measured = f"{found['rate']:,.0f}/s to {found['alone']:,.0f}/s"
    yield Row("payout run to one by one", measured, found["rate"] / found["alone"], at_least=5)


def balance_read(bench: Bench) -> Iterator[Row]:
    for name, contender, aim in (
        ("balance read at 1 M entries to 1 k", OURS, 1.5),
        ("the same by django-hordak", "hordak", None),
    ):
        found = bench.run("bench.balances", contender)
        measured = f"{found['many'] * 1000:,.2f} ms to {found['few'] * 1000:,.2f} ms"
        yield Row(name, measured, found["many"] / found["few"], at_most=aim)


def rederived(bench: Bench) -> Iterator[Row]:
    found = bench.figure("rederivation")
    yield Row(
        "balances re-derived, million entries/s",
        f"{found['entries']:,} entries",
        found["rate"] / 1e6,
        at_least=0.5,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=4, help="of each measurement")
    parser.add_argument("--repetitions", type=int, default=3, help="of which the median counts")
    options = parser.parse_args()
    rival_python(LEDGERS)
    with throw_away_stack() as stack:
        bench = Bench(stack, options.seconds, options.repetitions)
        print(machine.described(stack), flush=True)
        bench.prepare()
        bench.race()
        print_table(rows_of(bench))
        print(machine.load_average())


if __name__ == "__main__":
    main()
