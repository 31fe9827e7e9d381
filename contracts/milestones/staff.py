"""Where staff look at the subject of an event from before there were units; decision 22."""

from contracts.agreements.staff import contract_url
from contracts.milestones.models import Milestone
from marketplace.core.staff.entries import register_subject


def _url_of_milestone(milestone: Milestone) -> str:
    return contract_url(milestone.unit.contract)


register_subject("contracts.milestone", url=_url_of_milestone, related=("unit__contract",))
