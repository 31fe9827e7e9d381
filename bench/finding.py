"""Buffers and times of every shape of a search, among as many subjects as are told.

Run as `python -m bench.finding briefs ROWS`, or `freelancers`, on an empty database; prints JSON.
"""

import importlib
import json
import os
import sys
import time
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")
django.setup()

from django.core.management import call_command  # noqa: E402

from bench.language import vocabulary  # noqa: E402
from marketplace.core.web.found_pages import found_page  # noqa: E402
from tests.buffers import cost_of  # noqa: E402

SAMPLES = 8


def main() -> None:
    market: Any = importlib.import_module(f"bench.{sys.argv[1]}")
    rows, words = int(sys.argv[2]), vocabulary()
    began = time.monotonic()
    call_command("migrate", verbosity=0)
    market.tell(rows, words)
    print(f"  filled in {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    some = market.SUBJECT.objects.all()[0].pk
    measured = {"a primary key": [cost_of(lambda: market.SUBJECT.objects.get(pk=some))]}

    def page(wanted: Any, after: str) -> None:
        found_page(market.find(wanted), after=after)

    for name, asked in market.shapes(words, rows, SAMPLES).items():
        measured[name] = [cost_of(lambda one=one: page(*one)) for one in asked]
    (nothing, _), *_ = market.shapes(words, rows, SAMPLES)["no text"]
    measured["count"] = [cost_of(lambda: market.find(nothing).count)]
    print(json.dumps(measured))


if __name__ == "__main__":
    main()
