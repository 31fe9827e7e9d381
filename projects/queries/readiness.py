"""What a brief and a proposal still lack. The readiness score will grow from these parts."""

from dataclasses import dataclass
from datetime import date

from accounts.profiles.taxonomy import offered_kinds
from marketplace.core.data.prices import bounds_of
from marketplace.core.text.days import has_passed
from projects.models import Brief, ProposalMilestone, ProposalVersion


@dataclass(frozen=True)
class Part:
    """A missing part: the form field it is typed in, its name, and what to write there."""

    field: str
    label: str
    ask: str

    def __str__(self) -> str:
        return self.label


REQUIRED_OF_BRIEF = (
    Part("title", "title", "Name the outcome in a few words."),
    Part("problem", "problem", "Say what happens today and what it costs."),
    Part("goal_kpi", "business measure", "Name the figure that has to move."),
    Part("goal_target", "target", "Say what that figure should become."),
    Part("success_metrics", "model metrics", "Say how good the model has to be."),
    Part("data_sources", "data sources", "Say which data exist."),
    Part("data_sensitivity", "personal or regulated data", "Say whether there are any."),
    Part("deliverables", "deliverables", "List what you want to have at the end."),
    Part("specialisms", "specialisms", "Choose at least one."),
    Part("industry", "industry", "Choose one."),
    Part("engagement_kind", "kind of engagement", "Choose one."),
    Part("budget_min", "lowest budget", "Give the least you expect to pay."),
    Part("budget_max", "highest budget", "Give the most you would pay."),
    Part("weeks", "length in weeks", "Say how long the work may take."),
)
REQUIRED_OF_VERSION = (
    Part("understanding", "understanding of the problem", "Say it in your own words."),
    Part("approach", "approach", "Say what you would do, and why."),
    Part("data_preparation", "data preparation", "Say what the data need first."),
    Part("validation_plan", "validation plan", "Say how anyone will know that it works."),
    Part("risks", "risks", "Say what could go wrong."),
)
REQUIRED_OF_MILESTONE = (
    Part("title", "title", "Name it."),
    Part("phase", "phase", "Choose one."),
    Part("deliverables", "deliverables", "Say what is handed over."),
    Part("acceptance_criteria", "acceptance criteria", "One per line."),
    Part("amount", "price", "Give it a price."),
    Part("due_on", "due date", "Give it a date."),
)
PASSED = "It has passed. Give a later date."
DAYS_OF_BRIEF = (
    Part("goal_due", "date of the goal", PASSED),
    Part("hard_deadline", "date that cannot move", PASSED),
    Part("starts_on", "start", PASSED),
)


def missing_of_brief(brief: Brief) -> list[Part]:
    """The parts that publication needs and `brief` lacks, or whose day has passed by then."""
    missing = [part for part in REQUIRED_OF_BRIEF if not getattr(brief, part.field)]
    if brief.engagement_kind and brief.engagement_kind not in offered_kinds():
        missing.append(Part("engagement_kind", "kind of engagement", "Choose one that is offered."))
    if brief.budget_min and brief.budget_max and brief.budget_max < brief.budget_min:
        missing.append(Part("budget_max", "highest budget", "It is below the lowest budget."))
    if brief.is_draft:
        passed = (part for part in DAYS_OF_BRIEF if _has_passed(getattr(brief, part.field)))
        missing.extend(passed)
    return missing


def _has_passed(day: date | None) -> bool:
    return day is not None and has_passed(day)


def missing_of_version(version: ProposalVersion) -> list[Part]:
    """The parts that a client needs and `version` lacks; reads its milestones."""
    missing = [part for part in REQUIRED_OF_VERSION if not getattr(version, part.field)]
    missing.extend(_unanswered(version))
    milestones = list(version.milestones.all())
    if not milestones:
        missing.append(Part("milestones", "milestones", "Add at least one."))
    for milestone in milestones:
        missing.extend(_missing_of_milestone(milestone))
    return missing


def _unanswered(version: ProposalVersion) -> list[Part]:
    """The brief's questions that the version leaves out; they may have come after it."""
    answers = dict(enumerate(version.screening_answers))
    return [
        Part(f"answer_{at}", f"answer to question {at + 1}", question)
        for at, question in enumerate(version.proposal.brief.screening_questions)
        if not answers.get(at, "").strip()
    ]


def _missing_of_milestone(milestone: ProposalMilestone) -> list[Part]:
    index = milestone.position - 1
    missing = [
        Part(f"milestones-{index}-{part.field}", _of(milestone, part.label), part.ask)
        for part in REQUIRED_OF_MILESTONE
        if not getattr(milestone, part.field)
    ]
    if milestone.due_on and has_passed(milestone.due_on):
        missing.append(Part(f"milestones-{index}-due_on", _of(milestone, "due date"), PASSED))
    if milestone.price:
        least, most = bounds_of(milestone.price.currency)
        if not least.minor <= milestone.price.minor <= most.minor:
            ask = f"A price is at least {least} and at most {most}."
            missing.append(Part(f"milestones-{index}-amount", _of(milestone, "price"), ask))
    return missing


def _of(milestone: ProposalMilestone, label: str) -> str:
    return f"{label} of milestone {milestone.position}"
