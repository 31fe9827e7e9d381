"""pgbench's TPC-B-like transaction, the yardstick that depends on no ledger."""

import re
import subprocess

from bench.stack import database_url, make_database
from local import postgres
from local.stack import Stack

SCALE = 50


def prepare(stack: Stack) -> None:
    make_database(stack, "tpcb")
    pgbench(stack, "--initialize", "--quiet", f"--scale={SCALE}")


def rate(stack: Stack, clients: int, seconds: float) -> float:
    """Transactions per second; pgbench brings as many threads as there are cores here, two."""
    said = pgbench(
        stack,
        "--no-vacuum",
        f"--client={clients}",
        f"--jobs={min(clients, 2)}",
        f"--time={round(seconds)}",
    )
    found = re.search(r"tps = ([\d.]+) \(without", said)
    assert found, said
    return float(found.group(1))


def pgbench(stack: Stack, *arguments: str) -> str:
    program = postgres.find_programs(stack.home) / "pgbench"
    return subprocess.run(
        [program, *arguments, database_url(stack, "tpcb")],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
