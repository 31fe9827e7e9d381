"""What the pages of a period show of its time."""

from typing import Any

from contracts.retainers.models.periods import Period
from contracts.timesheets.queries.entries import lines_of
from contracts.timesheets.views.weeks import days_of, tasks_of


def period_facts(period: Period) -> dict[str, Any]:
    """The lines of a period, what they come to, and what is promised for it."""
    lines = lines_of(period.unit)
    terms = period.unit.contract.terms
    return {
        "period": period,
        "lines": lines,
        "days": days_of(lines),
        "tasks": tasks_of(lines),
        "seconds": sum(line.seconds for line in lines),
        "hours": period.hours(lines),
        "outcomes": terms.draft.retainer.outcomes if terms else (),
    }
