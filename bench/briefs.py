"""Open briefs in a made-up language, and what is asked of Find work."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils import timezone

from accounts.organisations.models.organisations import Organisation
from accounts.people.models import User
from accounts.profiles.taxonomy import EngagementKind, Industry, Specialism
from bench.filling import AHEAD, BATCH, COPY, EMBEDDING, KEYS, LATER, SPAN, fill
from bench.language import rng, skewed, texts
from marketplace.core.data.search.finding import Found
from marketplace.core.web.pages import PAGE_SIZE, encoded
from projects.briefs.models.briefs import Brief
from projects.briefs.states import BriefState
from projects.search.models import BriefEntry, BriefWord
from projects.search.queries import Wanted, find_briefs

SUBJECT, LENGTH = Brief, 60


def tell(rows: int, words: list[str]) -> None:
    def write(written: int, span: timedelta) -> Iterator[list[Any]]:
        return _batches(written, words, span)

    news = {"published_at": LATER}
    copies = {
        Brief: news | {"public_id": COPY},
        BriefEntry: news | {"brief_id": AHEAD, "keys": KEYS, "embedding": EMBEDDING},
    }
    fill(rows, write, "refresh_brief_entries", copies, BriefEntry, BriefWord)


def _batches(rows: int, words: list[str], span: timedelta) -> Iterator[list[Any]]:
    person = User.objects.create(email="owner@example.com", name="Olivia Owner")
    clients = Organisation.objects.bulk_create(
        Organisation(name=f"{words[-n - 1]} {words[n]}".title(), country="US")
        for n in range(rows // 20)
    )
    draw, began = skewed(words, 10), timezone.now() - SPAN
    industries, kinds = skewed(list(Industry)), skewed(list(EngagementKind), 0.2)
    currencies, specialisms = skewed(["USD", "EUR", "GBP", "JPY"]), skewed(list(Specialism))
    for begin in range(0, rows, BATCH):
        yield Brief.objects.bulk_create(
            Brief(
                organisation=clients[number % len(clients)],
                created_by=person,
                state=BriefState.OPEN,
                title=" ".join(draw(6))[:120],
                summary=" ".join(draw(14))[:200],
                problem=" ".join(draw(LENGTH)),
                specialisms=list(set(specialisms(2))),
                industry=industries(1)[0],
                engagement_kind=kinds(1)[0],
                currency=currencies(1)[0],
                budget_min=100_000,
                budget_max=int(100_000 * rng.paretovariate(1)),
                published_at=began + span * number / rows,
            )
            for number in range(begin, min(begin + BATCH, rows))
        )


def find(wanted: Wanted) -> Found:
    return find_briefs(wanted)


def shapes(words: list[str], rows: int, samples: int) -> dict[str, list[tuple[Wanted, str]]]:
    """By name, what is wanted and the cursor, in several samples."""
    titles = list(
        Brief.objects.order_by("-id").values_list("title", flat=True)[: 40 * samples : 40]
    )
    names = Organisation.objects.order_by("?").values_list("name", flat=True)[:samples]
    six: dict[str, Any] = {"engagement_kind": "hourly", "currency": "EUR", "budget": 150_000}
    asked = texts(words, samples) | {
        "fused": [" ".join(title.split()[:2]) for title in titles],
        "a phrase": [f'"{" ".join(title.split()[:2])}"' for title in titles],
        "a client's name": list(names),
    }
    industries = list(Industry)[:samples]
    found = {name: [(Wanted(text=text), "") for text in given] for name, given in asked.items()}
    return found | {
        "no text": [(Wanted(), "")],
        "one filter": [(Wanted(industry=industry), "") for industry in industries],
        "six filters": [
            (Wanted(industry=industry, specialisms=["nlp"], days=600, **six), "")
            for industry in industries
        ],
        "a rare pair": [(Wanted(industry="travel", engagement_kind="trial"), "")],
        "a word and filters": [
            (Wanted(text=word, industry="telecom", engagement_kind="trial"), "")
            for word in asked["a common word"]
        ],
        "vector and a filter": [
            (Wanted(text=text, industry="telecom"), "") for text in asked["vector"]
        ],
        "page 500": [(Wanted(), _cursor(min(500 * PAGE_SIZE, rows // 2)))],
    }


def _cursor(place: int) -> str:
    at = BriefEntry.objects.order_by("-published_at", "-brief")[place]
    return encoded([at.published_at, at.brief_id])
