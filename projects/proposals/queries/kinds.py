"""In which ways a proposal can want the work to be paid."""

from accounts.profiles.taxonomy import EngagementKind, offered_kinds
from projects.briefs.models.briefs import Brief

PROPOSED = (EngagementKind.FIXED, EngagementKind.HOURLY, EngagementKind.RETAINER)


def kinds_to_propose() -> list[EngagementKind]:
    """Those whose contracts exist; more than one leave a choice."""
    return [kind for kind in offered_kinds() if kind in PROPOSED]


def choices_to_propose() -> list[tuple[str, str]]:
    return [(kind.value, kind.label) for kind in kinds_to_propose()]


def first_kind(brief: Brief) -> str:
    """The kind that a new proposal begins with: what the brief asks for, if that is there."""
    kinds = kinds_to_propose()
    return brief.engagement_kind if brief.engagement_kind in kinds else kinds[0]


def answers_otherwise(kind: str, brief: Brief) -> bool:
    """Whether the brief asks for another kind, which could have been proposed too."""
    return kind != brief.engagement_kind and brief.engagement_kind in kinds_to_propose()
