"""What changed from one version of a proposal to the next."""

from dataclasses import dataclass

from marketplace.core.text.moments import day_of
from projects.proposals.models.versions import PARTS, ProposalVersion


@dataclass(frozen=True)
class Change:
    label: str
    before: str
    after: str


def changes_between(earlier: ProposalVersion, later: ProposalVersion) -> list[Change]:
    """The parts that differ, as texts that can be compared word by word."""
    pairs = [
        Change(label, getattr(earlier, field), getattr(later, field))
        for field, label in PARTS.items()
    ]
    is_price_alone = earlier.recurring and later.recurring
    label = "Price" if is_price_alone else "Milestones and price"
    pairs.append(Change(label, _plan(earlier), _plan(later)))
    return [change for change in pairs if change.before != change.after]


def _plan(version: ProposalVersion) -> str:
    """The milestones as text, a block each, then the price and what is in it."""
    blocks = []
    for milestone in version.offered_milestones:
        due = f"due {day_of(milestone.due_on, short=True)}" if milestone.due_on else "no date"
        head = f"{milestone.position}. {milestone.title} ({milestone.get_phase_display()})"
        effort = f", {milestone.effort_hours} hours" if milestone.effort_hours else ""
        facts = f"{milestone.price or 'no price'}, {due}{effort}"
        blocks.append("\n".join([head, facts, milestone.deliverables, *milestone.criteria]))
    price = f"Price: {version.price_words}"
    if version.hourly and version.hourly.waiting_rate:
        price += f"\nWaiting for a machine: {version.hourly.waiting_rate} an hour"
    if version.retainer:
        price = "\n".join([price, *version.retainer.outcomes])
    return "\n\n".join([*blocks, price])
