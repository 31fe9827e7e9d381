"""What a proposal still lacks."""

from marketplace.core.data.prices import PriceOutOfBounds, bounds_of, check_price
from marketplace.core.text.days import has_passed
from projects.briefs.queries.readiness import PASSED, MissingPart
from projects.proposals.models.hourly import HourlyPrice
from projects.proposals.models.retainers import MOST_OUTCOMES, RetainerPrice
from projects.proposals.models.versions import ProposalMilestone, ProposalVersion
from projects.proposals.queries.kinds import answers_otherwise, kinds_to_propose

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
REQUIRED_OF_HOURLY = (
    MissingPart("rate", "rate", "Say what an hour costs."),
    MissingPart("weekly_hours", "hours a week", "Say how many you work at most."),
)


REQUIRED_OF_RETAINER = (MissingPart("period_fee", "fee", "Say what a month costs."),)


def missing_of_version(version: ProposalVersion) -> list[MissingPart]:
    """The parts that a client needs and `version` lacks; reads its milestones."""
    missing = [part for part in REQUIRED_OF_VERSION if not getattr(version, part.field)]
    missing.extend(_unanswered(version))
    missing.extend(_missing_of_kind(version))
    if version.hourly:
        return missing + _missing_of_hourly(version.hourly)
    if version.retainer:
        return missing + _missing_of_retainer(version.retainer)
    milestones = version.offered_milestones
    if not milestones:
        missing.append(MissingPart("milestones", "milestones", "Add at least one."))
    for milestone in milestones:
        missing.extend(_missing_of_milestone(milestone))
    return missing


def faults_of_hourly(hourly: HourlyPrice) -> dict[str, str]:
    """What cannot be agreed of what is stated: the field, and a sentence for the person."""
    faults = {}
    if hourly.week:
        try:
            check_price(hourly.week, what="A full week")
        except PriceOutOfBounds as error:
            faults["rate"] = error.sentence
    if hourly.rate and hourly.waiting_rate and hourly.rate < hourly.waiting_rate:
        faults["waiting_rate"] = f"It is at most {hourly.rate}, the rate of an hour of work."
    return faults


def faults_of_retainer(retainer: RetainerPrice) -> dict[str, str]:
    """What cannot be agreed of what is stated: the field, and a sentence for the person."""
    faults = {}
    if retainer.fee:
        try:
            check_price(retainer.fee, what="A month")
        except PriceOutOfBounds as error:
            faults["period_fee"] = error.sentence
    if retainer.hours and retainer.outcomes:
        faults["period_outcomes"] = "Hours or outcomes, not both: leave one empty."
    if len(retainer.outcomes) > MOST_OUTCOMES:
        faults["period_outcomes"] = f"At most {MOST_OUTCOMES} outcomes."
    return faults


def _missing_of_kind(version: ProposalVersion) -> list[MissingPart]:
    """Who wants to be paid in another way than the brief asks for says why."""
    kind, brief = version.engagement_kind, version.proposal.brief
    if kind and kind not in kinds_to_propose():
        ask = "Choose one that is offered."
        return [MissingPart("engagement_kind", "kind of engagement", ask)]
    if answers_otherwise(kind, brief) and not version.engagement_advice:
        ask = f"The brief asks for another: {brief.kind_label.lower()}. Say why yours fits better."
        return [MissingPart("engagement_advice", "advice on the kind of engagement", ask)]
    return []


def _missing_of_hourly(hourly: HourlyPrice) -> list[MissingPart]:
    missing = [part for part in REQUIRED_OF_HOURLY if not getattr(hourly, part.field)]
    labels = {"rate": "rate", "waiting_rate": "rate of waiting"}
    faults = faults_of_hourly(hourly)
    return missing + [MissingPart(name, labels[name], ask) for name, ask in faults.items()]


def _missing_of_retainer(retainer: RetainerPrice) -> list[MissingPart]:
    missing = [] if retainer.fee else list(REQUIRED_OF_RETAINER)
    if not (retainer.hours or retainer.outcomes):
        ask = "Say how many are included, or name outcomes."
        missing.append(MissingPart("included_hours", "hours or outcomes", ask))
    labels = {"period_fee": "fee", "period_outcomes": "outcomes"}
    faults = faults_of_retainer(retainer)
    return missing + [MissingPart(name, labels[name], ask) for name, ask in faults.items()]


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
