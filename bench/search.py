"""What finding costs among a thousand, a hundred thousand and a million: `make bench`.

Every aim is a number of buffers, or a ratio of two: they are the same on any machine.
"""

import argparse
import statistics
from collections.abc import Iterator, Mapping
from typing import Any

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


def rows_of(market: str, found: Mapping[int, Costs]) -> Iterator[Row]:
    for rows, costs in found.items():
        size = f"{rows:,} {market}"
        key, _ = middle(costs[KEY])
        for name, each in costs.items():
            buffers, spent = middle(each)
            told = f"{buffers:,.0f} buffers, {spent:.1f} ms; at most {max(each)[0]:,}"
            yield Row(f"{name}, {size}, to a primary key", told, buffers / key)
        high = percentile(costs)
        yield Row(f"95th percentile, {size}, buffers", f"{high:,.0f}", high, at_most=3_000)
        ratio = middle(costs[DEEP])[0] / middle(costs[FIRST])[0]
        yield Row(f"page 500 to page 1, {size}", "buffers", ratio, at_most=1.3)
    if MOST in found:
        ratio = percentile(found[MOST]) / percentile(found[MANY])
        yield Row("95th percentile of a million to 100 k", "buffers", ratio, at_most=1.3)


def rows_of_relevance(found: Mapping[str, Any]) -> Iterator[Row]:
    ours, words = found["ways"]["weighted sum"], found["ways"]["words alone"]
    for name, worth in found["ways"].items():
        told = f"recall {worth['recall']:.3f}, nonsense refused {worth['refused']:.0%}"
        least = words["ndcg"] if worth == ours else None
        yield Row(f"nDCG@10, {name}", told, worth["ndcg"], at_least=least)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--million", action="store_true", help="a million briefs too")
    sizes = [FEW, MANY, *([MOST] if parser.parse_args().million else [])]
    with throw_away_stack() as stack:
        print(machine.described(stack), flush=True)

        def measured(module: str, *arguments: str) -> Mapping[str, Any]:
            name = "_".join(["of", *arguments])
            make_database(stack, name)
            return run_module(stack, name, module, *arguments)

        print_table(rows_of_relevance(measured("bench.relevance")))
        for market, most in (("freelancers", MANY), ("briefs", max(sizes))):
            told = [rows for rows in sizes if rows <= most]
            found = {rows: measured("bench.finding", market, str(rows)) for rows in told}
            print_table(rows_of(market, found))
        print(machine.load_average())


if __name__ == "__main__":
    main()
