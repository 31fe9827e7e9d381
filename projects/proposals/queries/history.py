"""The events of a proposal as entries of a timeline, newest first."""

from typing import Any

from marketplace.core.data.events import events_of
from projects.proposals.models.proposals import Proposal

SAID = {
    "proposal.submitted": ("Sent", "review"),
    "proposal.revised": ("New version sent", "review"),
    "proposal.shortlisted": ("Shortlisted", "review"),
    "proposal.accepted": ("Accepted into an offer", "paid"),
    "proposal.declined": ("Declined", "neutral"),
    "proposal.withdrawn": ("Withdrawn", "neutral"),
    "proposal.expired": ("Expired", "neutral"),
    "proposal.closed": ("Closed", "neutral"),
    "proposal.returned": ("Back on the shortlist", "held"),
}


def history_of(proposal: Proposal) -> list[dict[str, Any]]:
    entries = []
    for event in events_of(proposal).filter(verb__in=SAID).reverse():
        # An acceptance used to be recorded as a shortlisting too, which nobody had made.
        if event.particulars.get("on_the_way"):
            continue
        what, tone = SAID[event.verb]
        entries.append(
            {
                "what": what,
                "tone": tone,
                "when": event.at,
                "who": event.actor or "Holdout",
                "why": event.why,
            }
        )
    return entries
