"""Briefs and proposals of retainers."""

from typing import Any

from accounts.organisations.models.organisations import Organisation
from projects.briefs.models.briefs import Brief
from projects.proposals.models.proposals import Proposal
from tests.factories.projects import make_brief, make_proposal

BY_THE_MONTH = {"engagement_kind": "retainer", "period_fee": 300_000, "included_hours": 20}
IN_WORDS = "3,000.00 USD a month, 20 hours included"


def make_retainer_brief(organisation: Organisation | None = None, **facts: Any) -> Brief:
    return make_brief(organisation, engagement_kind="retainer", **facts)


def make_retainer_proposal(*args: Any, **facts: Any) -> Proposal:
    """One that the client can read: 3,000.00 USD a month with 20 hours, and no milestone."""
    return make_proposal(*args, amounts=(), **BY_THE_MONTH | facts)
