"""Briefs and proposals of work by the hour; `hourly_is_live` has to be there."""

from typing import Any

from accounts.organisations.models.organisations import Organisation
from projects.briefs.models.briefs import Brief
from projects.proposals.models.proposals import Proposal
from tests.factories.projects import make_brief, make_proposal

BY_THE_HOUR = {"engagement_kind": "hourly", "rate": 9_500, "weekly_hours": 20}
IN_WORDS = "95.00 USD an hour, at most 20 hours a week (at most 1,900.00 USD a week)"


def make_hourly_brief(organisation: Organisation | None = None, **facts: Any) -> Brief:
    return make_brief(organisation, engagement_kind="hourly", **facts)


def make_hourly_proposal(*args: Any, **facts: Any) -> Proposal:
    """One that the client can read: 95.00 USD an hour, 20 hours a week, and no milestone."""
    return make_proposal(*args, amounts=(), **BY_THE_HOUR | facts)
