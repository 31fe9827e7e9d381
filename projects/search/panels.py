"""What the home page shows of open briefs."""

from projects.briefs.models.briefs import Brief
from projects.briefs.queries.briefs import capped_count, open_briefs, with_proposal_counts

SHOWN = 3


def newest_open_briefs() -> list[Brief]:
    return list(with_proposal_counts(open_briefs())[:SHOWN])


def open_brief_count() -> int:
    return capped_count(open_briefs())
