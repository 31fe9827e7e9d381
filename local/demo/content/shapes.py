"""The shapes that the demo marketplace is written in.

Amounts are whole major units of the named currency, moments are weeks from the day on which
the demo is filled, and words may be wrapped freely: `tidy` joins them into paragraphs.
"""

import re
from dataclasses import dataclass, fields


def tidy(text: str) -> str:
    """One line per paragraph; a blank line parts paragraphs."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))


@dataclass(frozen=True, kw_only=True)
class Words:
    """Every text of the shape is tidied once, when it is made."""

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, str):
                object.__setattr__(self, field.name, tidy(value))
            elif isinstance(value, tuple) and all(isinstance(part, str) for part in value):
                object.__setattr__(self, field.name, tuple(map(tidy, value)))


@dataclass(frozen=True, kw_only=True)
class Member(Words):
    name: str
    role: str
    zone: str
    # One line for the sign-in page; people without one are not offered there.
    try_this: str = ""


@dataclass(frozen=True, kw_only=True)
class Organisation(Words):
    key: str
    name: str
    domain: str
    country: str
    currency: str
    about: str
    members: tuple[Member, ...]


@dataclass(frozen=True, kw_only=True)
class Study(Words):
    title: str
    industry: str
    specialisms: tuple[str, ...]
    year: int
    problem: str
    data: str
    baseline: str
    approach: str
    metric: str
    impact: str
    trade_offs: str
    failed: str


@dataclass(frozen=True, kw_only=True)
class Freelancer(Words):
    name: str
    country: str
    zone: str
    headline: str
    story: str
    specialisms: tuple[str, ...]
    industries: tuple[str, ...]
    stages: tuple[str, ...] = ("data", "modelling")
    languages: tuple[str, ...] = ("en",)
    currency: str = "USD"
    hourly: int
    fixed_from: int
    hours_per_week: int = 30
    free_in_weeks: int = 0
    tools: tuple[tuple[str, int, int], ...]
    studies: tuple[Study, ...]
    try_this: str = ""


@dataclass(frozen=True, kw_only=True)
class Step(Words):
    phase: str
    title: str
    price: int
    hours: int
    week: int
    deliverables: str
    criteria: tuple[str, ...]


def step(
    phase: str, title: str, price: int, hours: int, week: int, deliverables: str, *criteria: str
) -> Step:
    """A milestone of a plan, due `week` weeks from now, in the currency of its brief."""
    return Step(
        phase=phase,
        title=title,
        price=price,
        hours=hours,
        week=week,
        deliverables=deliverables,
        criteria=criteria,
    )


@dataclass(frozen=True, kw_only=True)
class Hours:
    """Work by the hour: whole major units for an hour, and the most hours of a week."""

    rate: int
    weekly: int
    waiting: int


@dataclass(frozen=True, kw_only=True)
class Months:
    """A retainer: whole major units for a month, and the hours in it."""

    fee: int
    hours: int


@dataclass(frozen=True, kw_only=True)
class Plan(Words):
    """A freelancer's proposal; `state` is where the client's decision stands."""

    by: str
    state: str = "submitted"
    reason: str = ""
    understanding: str
    approach: str
    data_preparation: str
    validation_plan: str
    risks: str
    assumptions: str
    advice: str = ""
    answers: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    hours: Hours | None = None
    months: Months | None = None


@dataclass(frozen=True, kw_only=True)
class Document(Words):
    """A small text file; each line is one string."""

    file: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Brief(Words):
    key: str
    organisation: str
    state: str = "open"
    # The public data behind the story, and the true figures that the brief must name.
    data_set: str
    figures: tuple[str, ...]
    title: str
    summary: str
    problem: str
    why_it_matters: str
    goal_kpi: str
    goal_baseline: str
    goal_target: str
    goal_worth: str
    goal_weeks: int = 26
    success_metrics: str
    guardrails: str
    data_sources: str
    data_volume: str
    data_labels: str
    data_quality: str
    data_location: str
    data_access: str
    data_sensitivity: str = "none"
    data_rules: str = ""
    deployment: str
    stack: str
    residency: str = ""
    priority: str = "accuracy"
    phases: tuple[str, ...] = ("data", "modelling", "handover")
    deliverables: str
    overlap: str
    language: str = "en"
    check_ins: str = "weekly"
    specialisms: tuple[str, ...]
    tools: tuple[str, ...]
    industry: str
    engagement_kind: str = "fixed"
    budget: tuple[int, int]
    starts_in_weeks: int = 3
    weeks: int
    questions: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    plans: tuple[Plan, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Delivery(Document):
    """What a freelancer hands in: a note, and one small text file."""

    note: str


@dataclass(frozen=True, kw_only=True)
class Aside(Words):
    """Something that happens to the money of a milestone besides its course.

    `act` names it: see stories/asides.py. A dispute, or the way to a bank, needs no `amount`: it
    takes everything.
    """

    milestone: int
    act: str
    amount: int = 0
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Try(Words):
    """One person at a trial: what they handed in, and the client's feedback if it is closed."""

    by: str
    price: int
    delivery: Delivery
    next_steps: str
    questions: str
    feedback: str = ""


@dataclass(frozen=True, kw_only=True)
class Trial(Words):
    """The same small task for several who proposed for a brief."""

    brief: str
    task: str
    hours: int
    due_days: int
    criteria: tuple[str, ...]
    tries: tuple[Try, ...]


@dataclass(frozen=True, kw_only=True)
class Line(Words):
    """Time of one day: days from the first of a week or period, the hour in UTC, how many hours."""

    day: int
    starts: int
    hours: float
    task: str
    note: str = ""
    link: str = ""
    is_waiting: bool = False


@dataclass(frozen=True, kw_only=True)
class Monthly(Words):
    """The report of a retainer period, by the headings that it is signed with."""

    done: str
    versions: str
    metric: str
    baseline: str
    measured: str
    trend: str
    volume: str
    cost: str
    latency: str
    incidents: str
    next_steps: str
    choice: str
    because: str


@dataclass(frozen=True, kw_only=True)
class Change(Words):
    """A change order of milestones: one is added at the end, or `dropped` names one.

    The freelancer proposes what is added, the client what is dropped.
    """

    why: str
    dropped: int = 0
    title: str = ""
    deliverables: str = ""
    criteria: tuple[str, ...] = ()
    amount: int = 0
    is_signed: bool = False


@dataclass(frozen=True, kw_only=True)
class Deal(Words):
    """How far the contract of a brief's accepted proposal goes.

    `milestones` are the states to reach, in order; `deliveries` are used up one by one.
    The second milestone is sent back once if `returned`, the number of the criterion that is
    not met, is given. `why` are the words of whoever says no, changes something, or stops.
    """

    brief: str
    state: str
    milestones: tuple[str, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    returned: int = 0
    returned_because: str = ""
    why: str = ""
    progress: str = ""
    is_paid_out: bool = True
    is_client_silent: bool = False
    asides: tuple[Aside, ...] = ()
    change: Change | None = None
    # By the hour: the lines of the first week, of which the one called `contested` is, and why.
    lines: tuple[Line, ...] = ()
    contested: str = ""
    contested_because: str = ""
    # Of a retainer, whose first period has lines as well: its report.
    monthly: Monthly | None = None
