"""What goes on behind the pages: notices through one worker, and the intake of webhooks.

See README.md. `python -m bench.behind --notices 1000` is a quick look.
"""

import argparse
import contextlib
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import psycopg2

from bench import machine
from bench.stack import run_module, throw_away_stack
from bench.table import Row, print_table
from local import site
from local.folders import ROOT
from local.stack import Stack

DATABASE = "holdout"
WORKED_OFF = """
    SELECT
        count(*) FILTER (WHERE done_at IS NULL),
        count(*),
        count(*) FILTER (WHERE attempts > 1),
        extract(epoch FROM max(done_at) - min(done_at))::float
    FROM core_outboxmessage
"""


def migrate(stack: Stack) -> None:
    words = [sys.executable, "manage.py", "migrate", "--no-input", "--verbosity=0"]
    subprocess.run(words, env=stack.env, cwd=ROOT, check=True)


def measure(stack: Stack, notices: int) -> Iterator[Row]:
    yield from intake(stack)
    yield from relay(stack, notices)


def intake(stack: Stack) -> Iterator[Row]:
    found = run_module(stack, DATABASE, "bench.intake")
    measured = f"{found['messages']} messages, 95th percentile {found['high']:.1f} ms"
    yield Row("CPU of a webhook's intake, ms", measured, found["median"], at_most=5)


def relay(stack: Stack, notices: int) -> Iterator[Row]:
    """They wait when the worker comes, as after an hour without one."""
    run_module(stack, DATABASE, "bench.waiting", str(notices))
    worker = site.start_worker(stack)
    try:
        worker.wait_ready()
        while (found := worked_off(stack))["open"]:
            time.sleep(1)
            worker.check()
    finally:
        worker.stop()
    jobs, rate = found["jobs"], found["jobs"] / found["seconds"]
    measured = f"{notices:,} notices, {jobs:,} jobs in {found['seconds']:.0f} s"
    yield Row("jobs per second through one worker", measured, rate)
    yield Row("jobs sent more than once", f"of {jobs:,}", found["twice"], at_most=0)


def worked_off(stack: Stack) -> dict[str, Any]:
    with contextlib.closing(psycopg2.connect(stack.env["DATABASE_OWNER_URL"])) as connection:
        cursor = connection.cursor()
        cursor.execute(WORKED_OFF)
        names = ("open", "jobs", "twice", "seconds")
        return dict(zip(names, cursor.fetchone(), strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notices", type=int, default=10_000, help="that wait for the worker")
    options = parser.parse_args()
    with throw_away_stack() as stack:
        migrate(stack)
        print(machine.described(stack), flush=True)
        print_table(measure(stack, options.notices))
        print(machine.load_average())


if __name__ == "__main__":
    main()
