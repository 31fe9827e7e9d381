"""What finding costs among a thousand, a hundred thousand and a million briefs: `make bench`.

Every aim is a number of buffers, or a ratio of two: they are the same on any machine.
"""

import argparse
import statistics
from collections.abc import Iterator, Mapping

from bench import machine
from bench.stack import make_database, run_module, throw_away_stack
from bench.table import Row, print_table

Costs = Mapping[str, list[tuple[int, float]]]
FEW, MANY, MOST = 1_000, 100_000, 1_000_000
KEY, DEEP, FIRST = "a primary key", "page 500", "no text"


def percentile(costs: Costs) -> float:
    """The buffers that 95 of a hundred searches do not pass."""
    read = [buffers for name, each in costs.items() if name != KEY for buffers, _ in each]
    return statistics.quantiles(read, n=20, method="inclusive")[-1]


def middle(costs: list[tuple[int, float]]) -> tuple[float, float]:
    buffers, times = zip(*costs, strict=True)
    return statistics.median(buffers), statistics.median(times)


def rows_of(found: Mapping[int, Costs]) -> Iterator[Row]:
    for rows, costs in found.items():
        key, _ = middle(costs[KEY])
        for name, each in costs.items():
            buffers, spent = middle(each)
            told = f"{buffers:,.0f} buffers, {spent:.1f} ms; at most {max(each)[0]:,}"
            yield Row(f"{name}, {rows:,} rows, to a primary key", told, buffers / key)
        high = percentile(costs)
        yield Row(f"95th percentile, {rows:,} rows, buffers", f"{high:,.0f}", high, at_most=3_000)
        ratio = middle(costs[DEEP])[0] / middle(costs[FIRST])[0]
        yield Row(f"page 500 to page 1, {rows:,} rows", "buffers", ratio, at_most=1.3)
    if MOST in found:
        ratio = percentile(found[MOST]) / percentile(found[MANY])
        yield Row("95th percentile of a million to 100 k", "buffers", ratio, at_most=1.3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--million", action="store_true", help="a million briefs too: half an hour")
    sizes = [FEW, MANY, *([MOST] if parser.parse_args().million else [])]
    found = {}
    with throw_away_stack() as stack:
        print(machine.described(stack), flush=True)
        for rows in sizes:
            make_database(stack, f"briefs_{rows}")
            found[rows] = run_module(stack, f"briefs_{rows}", "bench.finding", str(rows))
        print_table(rows_of(found))
        print(machine.load_average())


if __name__ == "__main__":
    main()
