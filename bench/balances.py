"""Seconds of one balance read of a contender at a thousand and at a million entries.

Run as `python -m bench.balances CONTENDER`; prints JSON.
"""

import importlib
import json
import statistics
import sys
import time
from collections.abc import Callable

READS, SECONDS = 500, 5


def main() -> None:
    contender = importlib.import_module(f"bench.contenders.{sys.argv[1]}")
    few, many = (contender.balance_reader(entries) for entries in (1_000, 1_000_000))
    print(json.dumps({"few": read_time(few), "many": read_time(many)}))


def read_time(read: Callable[[], object]) -> float:
    """The median of as many reads as fit into some seconds."""
    read()
    deadline, times = time.perf_counter() + SECONDS, []
    while len(times) < READS and (begun := time.perf_counter()) < deadline:
        read()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


if __name__ == "__main__":
    main()
