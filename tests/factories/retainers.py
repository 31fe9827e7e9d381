"""Retainers and what happens on them, made by the services that the pages call."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.clauses.schedules import RetainerSchedule
from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.drafts import draft_of
from contracts.agreements.services.offers import draw_up
from contracts.retainers.models.reports import Report
from contracts.retainers.services.periods import keep_periods
from contracts.retainers.services.reports import hand_in_report
from contracts.timesheets.models.entries import TimeEntry
from contracts.timesheets.services.entries import log_time
from contracts.units.models.units import Unit
from marketplace.core.data.actors import client, freelancer
from tests.factories.contracts import fund, make_proposal, sign_both

# 3,000.00 USD a month with twenty hours in it.
PROMISED = {"fee": 300_000, "hours": 20, "outcomes": (), "notice_days": 30}
REPORT = {
    "done": "Watched the scores, answered two questions of the campaign team.",
    "versions": "churn-1.4, unchanged",
    "metric": "Average precision",
    "baseline": "0.380",
    "measured": "0.391",
    "trend": "same",
    "volume": "1.2 million scores",
    "cost": "0.4 cents for a thousand",
    "latency": "11 minutes for the nightly run",
    "incidents": "None.",
    "next_steps": "Labels of October arrive on the 10th.",
    "choice": "keep",
    "because": "Nothing moved beyond what chance explains.",
}


def on(day: date, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


def make_retainer_offer(
    organisation: Any, client_user: Any, freelancer_user: Any, **promised: Any
) -> Contract:
    proposal = make_proposal(organisation, client_user, freelancer_user)
    schedule = RetainerSchedule(**PROMISED | promised)
    draft = draft_of(proposal, kind=EngagementKind.RETAINER, schedule=schedule, review_days=5)
    return draw_up(proposal=proposal, draft=draft, by=client(client_user))


def make_retainer_agreed(*people: Any, **promised: Any) -> Contract:
    return sign_both(make_retainer_offer(*people, **promised))


def make_retainer(*people: Any, **promised: Any) -> Contract:
    """A running contract whose first period is funded now."""
    contract = make_retainer_agreed(*people, **promised)
    fund(contract.units.get())
    return Contract.objects.get(pk=contract.pk)


def period_of(contract: Contract, position: int) -> Unit:
    rows = Unit.objects.select_related("contract", "period", "escrow")
    return rows.get(contract=contract, position=position)


def keep_retainer(contract: Contract) -> Contract:
    """What the clock does."""
    keep_periods(contract=Contract.objects.get(pk=contract.pk))
    return Contract.objects.get(pk=contract.pk)


def spend(unit: Unit, started_at: datetime, hours: float, **facts: Any) -> TimeEntry:
    """A line of so many hours from then on, written down now."""
    return log_time(
        unit=period_of(unit.contract, unit.position),
        by=freelancer(unit.contract.freelancer),
        started_at=started_at,
        ended_at=started_at + timedelta(hours=hours),
        task=facts.pop("task", "Watch the scores"),
        **facts,
    )


def report(unit: Unit, **facts: Any) -> Report:
    author = unit.contract.freelancer
    fresh = period_of(unit.contract, unit.position)
    by = freelancer(author)
    return hand_in_report(unit=fresh, by=by, name=author.name, written=REPORT | facts)
