"""What pages cost the web process, beside the catalogue of django-oscar: `make bench`.

Both are asked in turn in one run, so that a slow minute slows both. See README.md.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from bench import machine
from bench.rivals import PRODUCT, SHOP, rival_python
from bench.stack import database_url, make_database
from bench.table import Row, print_table
from local import account, site
from local.environment import without_owner
from local.folders import ROOT
from local.ports import WISHES
from local.stack import Stack, make_stack
from local.supervisor import Supervisor

PAGES, CATALOGUE = "marketplace", "catalogue"
# The most that a page may cost, as a part of the catalogue's CPU.
AIMS = {
    "brief list": 0.25,
    "search result": 0.25,
    "freelancer list": 0.25,
    "profile": 0.25,
    "work room": 0.45,
    "desk": 0.45,
    "money": 0.45,
}
OURS = ("accounts", "contracts", "local", "marketplace", "payments", "projects")
# Requests of one page in a row.
TIMES = 10


class Visitor:
    """The web process of one contender."""

    def __init__(self, stack: Stack, name: str, *, python: str, wsgi: str, database: str) -> None:
        self.process = subprocess.Popen(
            [python, "-m", "bench.visits", name],
            env=environment(stack, database) | {"BENCH_WSGI": wsgi},
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.facts = json.loads(self._read())

    def visit(self, page: str) -> list[float]:
        """CPU milliseconds of each request."""
        assert self.process.stdin
        self.process.stdin.write(f"{page} {TIMES}\n")
        self.process.stdin.flush()
        return [seconds * 1000 for seconds in json.loads(self._read())]

    def _read(self) -> str:
        assert self.process.stdout
        for line in self.process.stdout:
            if line.startswith(("{", "[")):
                return line
        raise SystemExit("✗ a web process of the bench ended")

    def close(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait()


def environment(stack: Stack, database: str) -> dict[str, str]:
    env = without_owner(stack.env) | {"LOG_LEVEL": "WARNING"}
    return env if database == PAGES else env | {"DATABASE_URL": database_url(stack, database)}


def prepare(supervisor: Supervisor) -> None:
    stack = supervisor.stack
    supervisor.start_servers("postgres", "redis", "stripe")
    supervisor.run_once("Tables", site.manage(stack, "migrate", "--no-input", by_owner=True))
    supervisor.run_once("Static files", site.manage(stack, "collectstatic", "--no-input"))
    supervisor.run_once("Demo marketplace", site.manage(stack, "fill_demo"))
    # As the image has it, and as a package that is installed.
    subprocess.run([sys.executable, "-m", "compileall", "-q", *OURS], cwd=ROOT, check=True)
    make_database(stack, "shop")
    filling = [rival_python(SHOP), "-m", "bench.visits", "shop", "prepare"]
    subprocess.run(filling, env=environment(stack, "shop"), cwd=ROOT, check=True)


def measure(stack: Stack, repetitions: int) -> Iterator[Row]:
    shop = Visitor(
        stack, "shop", python=rival_python(SHOP), wsgi="bench.shop.wsgi", database="shop"
    )
    ours = Visitor(
        stack, PAGES, python=rival_python(PRODUCT), wsgi="marketplace.wsgi", database=PAGES
    )
    spent: dict[str, list[float]] = defaultdict(list)
    ratios: dict[str, list[float]] = defaultdict(list)
    for _ in range(repetitions):
        theirs = shop.visit(CATALOGUE)
        spent[CATALOGUE] += theirs
        for page in ours.facts["pages"]:
            own = ours.visit(page)
            spent[page] += own
            ratios[page].append(statistics.median(own) / statistics.median(theirs))
    catalogue = f"{statistics.median(spent[CATALOGUE]):.1f} ms"
    for page in ours.facts["pages"]:
        own = f"{statistics.median(spent[page]):.1f} ms to {catalogue}"
        ratio = statistics.median(ratios[page])
        yield Row(f"CPU of {page} to oscar's catalogue", own, ratio, at_most=AIMS.get(page))
    for page in ours.facts["pages"]:
        many = statistics.quantiles(spent[page], n=20)[-1]
        median = statistics.median(spent[page])
        yield Row(
            f"{page}: 95th percentile to median", f"{many:.1f} ms", many / median, at_most=1.5
        )
    for name, unit in (("start", "s of CPU"), ("memory", "MB")):
        own, theirs = ours.facts[name], shop.facts[name]
        measured = f"{own:.1f} {unit} to {theirs:.1f}"
        yield Row(f"{name} of a web process to oscar's", measured, own / theirs)
    for visitor in (ours, shop):
        visitor.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repetitions", type=int, default=10, help="of which the median counts")
    options = parser.parse_args()
    home = Path(tempfile.mkdtemp(prefix="holdout-bench-", dir="/var/tmp"))
    try:
        stack = make_stack(home, wishes=WISHES, given=own_surroundings(home))
        with Supervisor(stack) as supervisor:
            prepare(supervisor)
            print(machine.described(stack), flush=True)
            print_table(measure(stack, options.repetitions))
            print(machine.load_average())
    finally:
        account.forget(home)


def own_surroundings(home: Path) -> dict[str, str]:
    """The demo, without what this shell says of another stack, and with collected files."""
    kept = {name: value for name, value in os.environ.items() if not name.endswith("_URL")}
    return kept | {"STATIC_ROOT": str(home / "static"), "DEBUG": "false"}


if __name__ == "__main__":
    main()
