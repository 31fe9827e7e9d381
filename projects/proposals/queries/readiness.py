"""What a proposal still lacks."""

from marketplace.core.data.prices import bounds_of
from marketplace.core.text.days import has_passed
from projects.briefs.queries.readiness import PASSED, MissingPart
from projects.proposals.models.versions import ProposalMilestone, ProposalVersion

REQUIRED_OF_VERSION = (
    MissingPart("understanding", "understanding of the problem", "Say it in your own words."),
    MissingPart("approach", "approach", "Say what you would do, and why."),
    MissingPart("data_preparation", "data preparation", "Say what the data need first."),
    MissingPart("validation_plan", "validation plan", "Say how anyone will know that it works."),
    MissingPart("risks", "risks", "Say what could go wrong."),
)
REQUIRED_OF_MILESTONE = (
    MissingPart("title", "title", "Name it."),
    MissingPart("phase", "phase", "Choose one."),
    MissingPart("deliverables", "deliverables", "Say what is handed over."),
    MissingPart("acceptance_criteria", "acceptance criteria", "One per line."),
    MissingPart("amount", "price", "Give it a price."),
    MissingPart("due_on", "due date", "Give it a date."),
)


def missing_of_version(version: ProposalVersion) -> list[MissingPart]:
    """The parts that a client needs and `version` lacks; reads its milestones."""
    missing = [part for part in REQUIRED_OF_VERSION if not getattr(version, part.field)]
    missing.extend(_unanswered(version))
    milestones = list(version.milestones.all())
    if not milestones:
        missing.append(MissingPart("milestones", "milestones", "Add at least one."))
    for milestone in milestones:
        missing.extend(_missing_of_milestone(milestone))
    return missing


def _unanswered(version: ProposalVersion) -> list[MissingPart]:
    """The brief's questions that the version leaves out; they may have come after it."""
    answers = dict(enumerate(version.screening_answers))
    return [
        MissingPart(f"answer_{at}", f"answer to question {at + 1}", question)
        for at, question in enumerate(version.proposal.brief.screening_questions)
        if not answers.get(at, "").strip()
    ]


def _missing_of_milestone(milestone: ProposalMilestone) -> list[MissingPart]:
    index = milestone.position - 1
    missing = [
        MissingPart(f"milestones-{index}-{part.field}", _of(milestone, part.label), part.ask)
        for part in REQUIRED_OF_MILESTONE
        if not getattr(milestone, part.field)
    ]
    if milestone.due_on and has_passed(milestone.due_on):
        missing.append(
            MissingPart(f"milestones-{index}-due_on", _of(milestone, "due date"), PASSED)
        )
    if milestone.price:
        least, most = bounds_of(milestone.price.currency)
        if not least.minor <= milestone.price.minor <= most.minor:
            ask = f"A price is at least {least} and at most {most}."
            missing.append(MissingPart(f"milestones-{index}-amount", _of(milestone, "price"), ask))
    return missing


def _of(milestone: ProposalMilestone, label: str) -> str:
    return f"{label} of milestone {milestone.position}"
