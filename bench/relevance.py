"""What the fusion of words and vectors is worth: prints JSON, on an empty database.

The labelled set and the fit are in tests/relevance.
"""

import json
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")
django.setup()

from django.core.management import call_command  # noqa: E402

from marketplace.core.data.search.scores import FITTED  # noqa: E402
from tests.relevance.fitting import answered, fit, halves, report  # noqa: E402


def main() -> None:
    call_command("migrate", verbosity=0)
    ours, others = halves(answered())
    fitted = fit(ours)
    ways = {name: worth._asdict() for name, worth in report(others, FITTED).items()}
    print(json.dumps({"fitted": vars(fitted), "shipped": vars(FITTED), "ways": ways}))


if __name__ == "__main__":
    main()
