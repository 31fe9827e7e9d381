"""Buffers and times of every shape of a search, among as many briefs as are told.

Run as `python -m bench.finding ROWS` on an empty database; prints JSON.
"""

import json
import os
import random
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.models import Model  # noqa: E402
from django.utils import timezone  # noqa: E402

from accounts.organisations.models.organisations import Organisation  # noqa: E402
from accounts.people.models import User  # noqa: E402
from accounts.profiles.taxonomy import EngagementKind, Industry, Specialism  # noqa: E402
from marketplace.core.data.search.models import count_words  # noqa: E402
from marketplace.core.web.pages import PAGE_SIZE, encoded, keyset_page  # noqa: E402
from projects.briefs.models.briefs import Brief  # noqa: E402
from projects.briefs.states import BriefState  # noqa: E402
from projects.search.models import BriefEntry, BriefWord  # noqa: E402
from projects.search.queries import Wanted, find_briefs  # noqa: E402
from tests.buffers import cost_of  # noqa: E402

SYLLABLES = [first + vowel for first in "bcdfghklmnprstvz" for vowel in "aeiou"]
VOCABULARY, LENGTH, BATCH, WRITTEN = 30_000, 80, 1_000, 20_000
SAMPLES = 8
# Built afterwards, which is faster than row by row.
AHEAD = "{} + %(ahead)s"
KEYS = (
    "ARRAY(SELECT key FROM unnest(keys) key WHERE key NOT LIKE 'at:%%') "
    "|| search_blocks(id + %(ahead)s)"
)
INDEX = "SELECT indexdef FROM pg_indexes WHERE indexname = 'briefentry_found'"

rng = random.Random(7)


def vocabulary() -> list[str]:
    """The commonest word first; each of three syllables and an ending that no stemmer cuts."""
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        words["".join(rng.choices(SYLLABLES, k=rng.choice((3, 4)))) + rng.choice("kmnx")] = None
    return list(words)


def skewed(things: list[Any], flat: float = 1) -> Callable[[int], list[Any]]:
    """Draws of which the n-th thing is one in about n + `flat`, as words in a language are."""
    total, sums = 0.0, []
    for number in range(len(things)):
        sums.append(total := total + 1 / (number + flat))
    return lambda count: rng.choices(things, cum_weights=sums, k=count)


def fill(rows: int, words: list[str]) -> None:
    """At most `WRITTEN` briefs of their own words, and as many copies, each newer, as it takes."""
    written = min(rows, WRITTEN)
    rounds = rows // written
    span = timedelta(days=700) / rounds
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(INDEX)
        (index,) = cursor.fetchone()
        cursor.execute("DROP INDEX briefentry_found")
        for batch in _batches(written, words, span):
            made = Brief.objects.bulk_create(batch)
            cursor.execute("SELECT refresh_brief_entries(%s)", [[brief.pk for brief in made]])
        count_words(BriefWord, BriefEntry)
        for number in range(1, rounds):
            values = {"ahead": number * written, "later": number * span, "written": written}
            cursor.execute(_copy(Brief, public_id="gen_random_uuid()"), values)
            cursor.execute(_copy(BriefEntry, brief_id=AHEAD, keys=KEYS), values)
        cursor.execute("SET maintenance_work_mem = '512MB'")
        cursor.execute(index)
        cursor.execute("VACUUM ANALYZE")


def _copy(model: type[Model], **others: str) -> str:
    others |= {"id": AHEAD, "published_at": "published_at + %(later)s"}
    columns = [field.column for field in model._meta.concrete_fields]
    values = [others.get(name, "{}").format(name) for name in columns]
    table = model._meta.db_table
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) "
        f"SELECT {', '.join(values)} FROM {table} WHERE id <= %(written)s ORDER BY id"
    )


def _batches(rows: int, words: list[str], span: timedelta) -> Iterator[list[Brief]]:
    person = User.objects.create(email="owner@example.com", name="Olivia Owner")
    clients = Organisation.objects.bulk_create(
        Organisation(name=f"{words[-n - 1]} {words[n]}".title(), country="US")
        for n in range(rows // 20)
    )
    draw, began = skewed(words, 10), timezone.now() - timedelta(days=700)
    industries, kinds = skewed(list(Industry)), skewed(list(EngagementKind), 0.2)
    currencies, specialisms = skewed(["USD", "EUR", "GBP", "JPY"]), skewed(list(Specialism))
    for begin in range(0, rows, BATCH):
        yield [
            Brief(
                organisation=clients[number % len(clients)],
                created_by=person,
                state=BriefState.OPEN,
                title=" ".join(draw(6))[:120],
                summary=" ".join(draw(14))[:200],
                problem=" ".join(draw(LENGTH - 20)),
                specialisms=list(set(specialisms(2))),
                industry=industries(1)[0],
                engagement_kind=kinds(1)[0],
                currency=currencies(1)[0],
                budget_min=100_000,
                budget_max=int(100_000 * rng.paretovariate(1)),
                published_at=began + span * number / rows,
            )
            for number in range(begin, min(begin + BATCH, rows))
        ]


def shapes(words: list[str], rows: int) -> dict[str, list[tuple[Wanted, str]]]:
    """By name, what is wanted and the cursor, in several samples."""
    n = range(SAMPLES)
    common, middle = words[:SAMPLES], words[250 : 250 + SAMPLES]
    rare = words[20_000 : 20_000 + SAMPLES]
    titles = list(Brief.objects.order_by("?").values_list("title", flat=True)[:SAMPLES])
    names = list(Organisation.objects.order_by("?").values_list("name", flat=True)[:SAMPLES])
    six: dict[str, Any] = {"engagement_kind": "hourly", "currency": "EUR", "budget": 150_000}
    texts = {
        "a common word": common,
        "a middle word": middle,
        "a rare word": rare,
        "three words": [f"{common[k]} {middle[k]} {middle[-k - 1]}" for k in n],
        "a misspelt word": [word[:2] + word[3] + word[2] + word[4:] for word in middle],
        "a phrase": [f'"{" ".join(title.split()[:2])}"' for title in titles],
        "a client's name": names,
    }
    found = {name: [(Wanted(text=text), "") for text in given] for name, given in texts.items()}
    return found | {
        "no text": [(Wanted(), "")],
        "one filter": [(Wanted(industry=industry), "") for industry in list(Industry)[:SAMPLES]],
        "six filters": [
            (Wanted(industry=industry, specialisms=["nlp"], days=600, **six), "")
            for industry in list(Industry)[:SAMPLES]
        ],
        "a rare pair": [(Wanted(industry="travel", engagement_kind="trial"), "")],
        "a word and filters": [
            (Wanted(text=word, industry="telecom", engagement_kind="trial"), "") for word in common
        ],
        "page 500": [(Wanted(), _cursor(min(500 * PAGE_SIZE, rows // 2)))],
    }


def _cursor(place: int) -> str:
    at = BriefEntry.objects.order_by("-published_at", "-brief")[place]
    return encoded([at.published_at, at.brief_id])


def search(wanted: Wanted, after: str) -> int:
    found = find_briefs(wanted)
    return len(keyset_page(found.rows, keys=found.keys, after=after).items)


def main() -> None:
    rows, words = int(sys.argv[1]), vocabulary()
    fill(rows, words)
    some = Brief.objects.all()[0].pk
    measured = {"a primary key": [cost_of(lambda: Brief.objects.get(pk=some))]}
    for name, asked in shapes(words, rows).items():
        measured[name] = [cost_of(lambda one=one: search(*one)) for one in asked]
    measured["count"] = [cost_of(lambda: find_briefs(Wanted()).count)]
    print(json.dumps(measured))


if __name__ == "__main__":
    main()
