"""What proposals tell staff of a person."""

from typing import Any

from marketplace.core.staff.registry import (
    FOUND,
    Section,
    register_section,
)
from projects.proposals.queries.staff import sent_proposals_of


@register_section("person", order=20)
def proposals_of_person(person: Any) -> Section | None:
    rows = list(sent_proposals_of(person)[:FOUND])
    return Section("Proposals", "staff/proposal_rows.html", {"proposals": rows}) if rows else None
