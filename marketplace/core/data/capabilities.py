"""What Holdout can do today, and what it promises for later.

Pages, forms and the API ask here before they speak of one in the present or offer it. A
capability is turned on by its line in LIVE, in the commit that makes it work.
"""

from enum import StrEnum


class Capability(StrEnum):
    """What the product is to do. The kinds of engagement bear the codes of `EngagementKind`."""

    FIXED = "fixed"
    HOURLY = "hourly"
    RETAINER = "retainer"
    TRIAL = "trial"
    READINESS_SCORE = "readiness_score"
    PROPOSAL_CHECK = "proposal_check"
    EVALUATION = "evaluation"
    DISPUTE = "dispute"
    CONFIRMATION = "confirmation"


LIVE = frozenset(
    {
        Capability.FIXED,
        Capability.HOURLY,
        Capability.RETAINER,
        Capability.TRIAL,
    }
)


def is_live(code: str) -> bool:
    """Whether it works today. An unknown code raises ValueError, so that a misspelt one is seen."""
    return Capability(code) in LIVE
