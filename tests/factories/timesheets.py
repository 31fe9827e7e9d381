"""Contracts by the hour and time on them, made by the services that the pages call."""

from datetime import UTC, datetime, timedelta
from typing import Any

from contracts.agreements.models.contracts import Contract
from contracts.timesheets.models.entries import TimeEntry
from contracts.timesheets.models.weeks import Week
from contracts.timesheets.services.entries import log_time
from contracts.timesheets.services.weeks import keep_weeks
from contracts.units.models.units import Unit
from marketplace.core.data.actors import client, freelancer
from projects.briefs.services.briefs import draft_brief, publish_brief
from projects.proposals.models.proposals import Proposal
from projects.proposals.services.proposals import accept_proposal, submit_proposal
from projects.proposals.services.versions import draft_proposal
from tests.factories.contracts import BRIEF, PROPOSAL, fund, sign_both

# 80.00 USD an hour, at most 20 hours a week.
HOURS = {"engagement_kind": "hourly", "rate": 8_000, "weekly_hours": 20}
# A Monday.
MONDAY = datetime(2026, 11, 2, tzinfo=UTC)


def at(day: int, hour: int = 9, minute: int = 0) -> datetime:
    """`day` days after the Monday, in UTC."""
    return MONDAY + timedelta(days=day, hours=hour, minutes=minute)


def make_hourly_proposal(
    organisation: Any, client_user: Any, freelancer_user: Any, **hours: Any
) -> Proposal:
    by_client, by_freelancer = client(client_user), freelancer(freelancer_user)
    wanted = BRIEF | {"engagement_kind": "hourly"}
    opened = draft_brief(organisation=organisation, by=by_client, facts=wanted)
    publish_brief(brief=opened, by=by_client)
    facts = PROPOSAL | HOURS | hours
    proposal = draft_proposal(brief=opened, by=by_freelancer, facts=facts)
    return submit_proposal(proposal=proposal, by=by_freelancer)


def make_hourly_offer(*people: Any, **hours: Any) -> Contract:
    proposal = make_hourly_proposal(*people, **hours)
    accept_proposal(proposal=proposal, by=client(people[1]), version=1)
    return proposal.contracts.get()


def make_hourly_agreed(*people: Any, **hours: Any) -> Contract:
    return sign_both(make_hourly_offer(*people, **hours))


def make_hourly(*people: Any, **hours: Any) -> Contract:
    """A running contract whose first week is funded now."""
    contract = make_hourly_agreed(*people, **hours)
    fund(contract.units.get())
    return Contract.objects.get(pk=contract.pk)


def week_of(unit: Unit) -> Week:
    return Week.objects.select_related("unit__contract", "unit__escrow").get(pk=unit.pk)


def work(week: Week, started_at: datetime, hours: float, **facts: Any) -> TimeEntry:
    """A line of so many hours from then on, written down now."""
    return log_time(
        unit=week_of(week.unit).unit,
        by=freelancer(week.unit.contract.freelancer),
        started_at=started_at,
        ended_at=started_at + timedelta(hours=hours),
        task=facts.pop("task", "Feature table"),
        **facts,
    )


def keep(contract: Contract) -> Contract:
    """What the clock does."""
    keep_weeks(contract=Contract.objects.get(pk=contract.pk))
    return Contract.objects.get(pk=contract.pk)
