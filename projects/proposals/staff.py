"""What proposals tell staff of a person."""

from typing import Any

from marketplace.core.staff.registry import (
    FOUND,
    Part,
    register_part,
)
from projects.proposals.queries.staff import sent_proposals_of


@register_part("person", order=20)
def proposals_of_person(person: Any) -> Part | None:
    rows = list(sent_proposals_of(person)[:FOUND])
    return Part("Proposals", "staff/proposal_rows.html", {"proposals": rows}) if rows else None
