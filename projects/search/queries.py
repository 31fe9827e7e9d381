"""Finding open briefs: by their filters alone the newest first, or by words the best."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from accounts.organisations.queries import currency_of_client
from accounts.profiles.queries.profiles import currency_of_freelancer
from marketplace.core.data.search.candidates import Filters, steps_from
from marketplace.core.data.search.counts import counted
from marketplace.core.data.search.finding import Found, Index
from projects.briefs.models.briefs import Brief
from projects.briefs.queries.briefs import with_proposal_counts
from projects.search.models import BriefEntry, BriefWord

FACETS = ("specialism", "industry", "engagement_kind", "currency")
BRIEFS = Index(entries=BriefEntry, subject="brief", words=BriefWord, facets=FACETS)
COLUMNS = ("industry", "engagement_kind", "currency")
NEWEST = ("-listed_at", "-number")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What somebody looks for; an empty value asks for nothing. `budget` is in minor units."""

    text: str = ""
    is_literal: bool = False
    specialisms: list[str] = field(default_factory=list)
    industry: str = ""
    engagement_kind: str = ""
    currency: str = ""
    budget: int | None = None
    days: int | None = None

    @property
    def columns(self) -> dict[str, str]:
        """What is asked of the entry's columns by equality."""
        asked = {name: getattr(self, name) for name in COLUMNS}
        return {name: value for name, value in asked.items() if value}

    @property
    def filters(self) -> Filters:
        bounds = {
            "budget_max__gte": self.budget,
            "published_at__gte": timezone.now() - timedelta(days=self.days) if self.days else None,
        }
        any_of = [
            [f"specialism:{code}" for code in self.specialisms],
            [f"pays:{step}" for step in steps_from(self.budget)] if self.budget else [],
        ]
        return Filters(
            all_of=[f"{name}:{value}" for name, value in self.columns.items()],
            any_of=[group for group in any_of if group],
            bounds={name: value for name, value in bounds.items() if value is not None},
        )


def find_briefs(wanted: Wanted) -> Found:
    """The open briefs that fit."""
    briefs = with_proposal_counts(Brief.objects.select_related("organisation"))
    if text := wanted.text.strip():
        return BRIEFS.find(briefs, text, wanted.filters, is_literal=wanted.is_literal)
    tally = partial(counted, BriefEntry.objects.filter(_fitting(wanted)), FACETS)
    return Found(rows=_newest(briefs, wanted), keys=NEWEST, tally=tally)


def _newest(briefs: QuerySet[Brief], wanted: Wanted) -> QuerySet[Brief]:
    return briefs.filter(_fitting(wanted, "entry__"), entry__isnull=False).annotate(
        listed_at=F("entry__published_at"), number=F("entry__brief_id")
    )


def _fitting(wanted: Wanted, entry: str = "") -> Q:
    """By the columns, whose index is in the order of lists, in place of their keys."""
    columns = {f"{entry}{name}": value for name, value in wanted.columns.items()}
    return Q(**columns) & replace(wanted.filters, all_of=()).of(entry)


def own_currency(user: Any) -> str:
    """Of somebody who looks for work: the one of their prices, or of their organisation."""
    return currency_of_freelancer(user) or currency_of_client(user)
