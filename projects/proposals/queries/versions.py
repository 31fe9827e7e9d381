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
    pairs.append(Change("Milestones and price", _plan(earlier), _plan(later)))
    return [change for change in pairs if change.before != change.after]


def _plan(version: ProposalVersion) -> str:
    """The milestones as text, a block each, then the price."""
    blocks = []
    for milestone in version.milestones.all():
        due = f"due {day_of(milestone.due_on, short=True)}" if milestone.due_on else "no date"
        head = f"{milestone.position}. {milestone.title} ({milestone.get_phase_display()})"
        effort = f", {milestone.effort_hours} hours" if milestone.effort_hours else ""
        facts = f"{milestone.price or 'no price'}, {due}{effort}"
        blocks.append("\n".join([head, facts, milestone.deliverables, *milestone.criteria]))
    return "\n\n".join([*blocks, f"Price: {version.price}"])
