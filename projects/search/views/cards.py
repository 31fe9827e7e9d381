"""Open briefs as the cards of a list."""

from collections.abc import Iterable
from typing import Any

from django.utils.safestring import SafeString

from marketplace.core.ui.page import relative_text
from marketplace.core.web.cards import rendered_cards
from projects.briefs.models.briefs import Brief


def brief_cards(briefs: Iterable[Brief]) -> list[SafeString]:
    """Their cards, from the cache where nothing that they show has changed."""
    return rendered_cards(
        "projects/brief_row.html",
        [(_version(brief), {"brief": brief, "detailed": True}) for brief in briefs],
    )


def _version(brief: Any) -> list[Any]:
    """Every change of a brief's words sets `saved_at`; the rest is not its own."""
    return [
        brief.public_id,
        brief.saved_at.isoformat(),
        brief.published_at.isoformat(),
        relative_text(brief.published_at),
        brief.proposal_count,
        brief.organisation.name,
    ]
