"""Freelancers in a made-up language, and what is asked of the directory."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils import timezone

from accounts.directory.models import ProfileEntry, ProfileWord
from accounts.directory.queries.directory import PRICE, directory
from accounts.people.models import User
from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.taxonomy import Industry, Specialism
from bench.filling import AHEAD, BATCH, COPY, EMBEDDING, KEYS, LATER, SPAN, fill
from bench.language import rng, skewed, texts
from marketplace.core.data.search.finding import Found
from marketplace.core.web.pages import PAGE_SIZE, encoded

SUBJECT, LENGTH = FreelancerProfile, 60


def tell(rows: int, words: list[str]) -> None:
    def write(written: int, span: timedelta) -> Iterator[list[Any]]:
        return _batches(written, words, span)

    news = {"updated_at": LATER}
    copies = {
        User: {"public_id": COPY, "email": "({}) || %(ahead)s"},
        FreelancerProfile: news | {"public_id": COPY, "user_id": AHEAD},
        ProfileEntry: news | {"profile_id": AHEAD, "keys": KEYS, "embedding": EMBEDDING},
    }
    fill(rows, write, "refresh_profile_entries", copies, ProfileEntry, ProfileWord)


def _batches(rows: int, words: list[str], span: timedelta) -> Iterator[list[Any]]:
    draw, began = skewed(words, 10), timezone.now() - SPAN
    industries, specialisms = skewed(list(Industry)), skewed(list(Specialism))
    currencies = skewed(["USD", "EUR", "GBP", "JPY"])
    for begin in range(0, rows, BATCH):
        numbers = range(begin, min(begin + BATCH, rows))
        people = User.objects.bulk_create(
            User(email=f"f{n}@example.com", name=f"{words[-n - 1]} {words[n // 7]}".title())
            for n in numbers
        )
        yield FreelancerProfile.objects.bulk_create(
            FreelancerProfile(
                user=person,
                headline=" ".join(draw(8))[:120],
                story=" ".join(draw(LENGTH)),
                country="US",
                specialisms=list(set(specialisms(2))),
                industries=list(set(industries(2))),
                currency=currencies(1)[0],
                fixed_from=int(100_000 * rng.paretovariate(1)),
                availability=rng.choice(["now", "now", "unavailable"]),
                updated_at=began + span * number / rows,
            )
            for number, person in zip(numbers, people, strict=True)
        )


def find(wanted: dict[str, Any]) -> Found:
    return directory(**wanted)


def shapes(words: list[str], rows: int, samples: int) -> dict[str, list[tuple[Any, str]]]:
    """By name, what is wanted and the cursor, in several samples."""
    newest = FreelancerProfile.objects.order_by("-id")
    headlines = list(newest.values_list("headline", flat=True)[: 40 * samples : 40])
    names = User.objects.order_by("?").values_list("name", flat=True)[:samples]
    six: dict[str, Any] = {"available": True, "currency": "EUR", "most": 150_000}
    asked = texts(words, samples) | {
        "fused": [" ".join(headline.split()[:2]) for headline in headlines],
        "a phrase": [f'"{" ".join(headline.split()[:2])}"' for headline in headlines],
        "a name": list(names),
    }
    industries = list(Industry)[:samples]
    found: dict[str, list[tuple[Any, str]]] = {
        name: [({"words": text}, "") for text in given] for name, given in asked.items()
    }
    return found | {
        "no text": [({}, "")],
        "cheapest first": [({"sort": PRICE}, "")],
        "one filter": [({"industries": [industry]}, "") for industry in industries],
        "six filters": [
            ({"industries": [industry], "specialisms": ["nlp"], **six}, "")
            for industry in industries
        ],
        "a word and filters": [
            ({"words": word, "industries": ["telecom"], "available": True}, "")
            for word in asked["a common word"]
        ],
        "vector and a filter": [
            ({"words": text, "industries": ["telecom"]}, "") for text in asked["vector"]
        ],
        "page 500": [({}, _cursor(min(500 * PAGE_SIZE, rows // 2)))],
    }


def _cursor(place: int) -> str:
    at = ProfileEntry.objects.order_by("-updated_at", "-profile")[place]
    return encoded([at.updated_at, at.profile_id])
