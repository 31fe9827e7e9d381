"""What a contract proves about the payment of a unit: agreed, done, accepted."""

from collections.abc import Iterator

from django.db.models import Prefetch
from django.utils.text import capfirst

from contracts.agreements.models.terms import TermsVersion
from contracts.retainers.queries.periods import report_of
from contracts.timesheets.models.entries import TimeEntry
from contracts.timesheets.queries.entries import lines_of, sums_of
from contracts.units.models.submissions import ChangeRequest, CriterionAnswer, Submission
from contracts.units.models.units import Unit
from contracts.units.queries.events import events_of_unit
from marketplace.core.data.money import Money
from marketplace.core.text.durations import hours_and_minutes
from marketplace.core.text.markdown import as_text
from marketplace.core.text.moments import day_of, utc_moment
from payments.card_disputes.evidence import EvidenceEntry, Section, Testimony, register_evidence
from payments.escrows.models.escrows import Escrow

MOST_EVENTS = 60


@register_evidence
def contract_of(escrow: Escrow) -> Testimony | None:
    units = Unit.objects.select_related("contract", "milestone", "week", "trial", "period")
    unit = units.filter(escrow=escrow).first()
    if unit is None:
        return None
    terms = unit.contract.terms
    sections = [_agreed(unit, terms), *_done(unit)]
    sections += [_questions(unit), _timeline(unit)]
    if terms is not None:
        text = EvidenceEntry(
            heading=f"The text with the SHA-256 {terms.sha256}", text=terms.text, is_markdown=True
        )
        sections.append(
            Section(title="Full text of the signed terms", entries=[text], is_appendix=True)
        )
    shown = [section for section in sections if section.facts or section.entries]
    return Testimony(sections=shown, answers=_answers(unit, terms))


def _done(unit: Unit) -> list[Section]:
    """What was done for the money, as its kind shows it."""
    if hasattr(unit, "week"):
        return [_worked(unit)]
    if hasattr(unit, "period"):
        return [*_reported(unit), _looked_after(unit)]
    return [_work(unit), *_delivered(unit)]


def _agreed(unit: Unit, terms: TermsVersion | None) -> Section:
    contract = unit.contract
    facts = [
        ("Contract", contract.title),
        ("Client", str(contract.organisation)),
        ("Freelancer", str(contract.freelancer)),
    ]
    if terms is not None:
        facts += [("Terms", f"version {terms.number}"), ("SHA-256 of the text", terms.sha256)]
        facts += [
            (
                f"Signed for the {signature.side}",
                f"{signature.name} (account {signature.user}), {utc_moment(signature.signed_at)}, "
                f"from {signature.address or '–'}",
            )
            for signature in terms.signatures.select_related("user")
        ]
    return Section(title="What both sides agreed and signed", facts=facts)


def _work(unit: Unit) -> Section:
    criteria = "\n".join(f"{row.position}. {row.text}" for row in unit.criteria.all())
    is_trial = hasattr(unit, "trial")
    return Section(
        title="The work that was paid for",
        facts=[
            (capfirst(unit.of_kind.noun), f"{unit.position}. {unit.title}"),
            ("Price", str(unit.price)),
            ("Due", _due(unit)),
            ("State", unit.get_state_display()),
        ],
        entries=[
            EvidenceEntry(
                heading="Task" if is_trial else "Deliverables",
                text=_asked(unit),
                is_markdown=True,
            ),
            EvidenceEntry(heading="Acceptance criteria", text=criteria),
        ],
    )


def _asked(unit: Unit) -> str:
    """What was to be delivered, in the words of the terms."""
    return unit.trial.task if hasattr(unit, "trial") else unit.milestone.deliverables


def _due(unit: Unit) -> str:
    if hasattr(unit, "trial"):
        return utc_moment(unit.ends_at) if unit.ends_at else "–"
    return day_of(unit.milestone.due_on) if unit.milestone.due_on else "–"


def _worked(unit: Unit) -> Section:
    """Each line of a week as it was written down."""
    lines = lines_of(unit)
    hours = hours_and_minutes(sum(line.seconds for line in lines))
    return Section(
        title="The time that was paid for",
        facts=[
            ("Week", f"{unit.position}. {unit.title}"),
            ("Rate", f"{unit.week.hourly} an hour"),
            ("Written down", f"{hours}, {Money(sums_of(lines).total, unit.currency)}"),
            ("State", unit.get_state_display()),
        ],
        entries=[_line(line) for line in lines],
    )


def _line(line: TimeEntry) -> EvidenceEntry:
    length = hours_and_minutes(line.seconds)
    return EvidenceEntry(
        heading=f"{utc_moment(line.started_at)}, {length}: {line.task}",
        text="\n".join([line.note, *line.links]).strip(),
    )


def _looked_after(unit: Unit) -> Section:
    """The days of a period, and each line of time in it."""
    lines = lines_of(unit)
    used = hours_and_minutes(sum(line.seconds for line in lines))
    hours = unit.period.hours(lines)
    facts = [
        ("Period", f"{unit.position}. {unit.title}"),
        ("Fee", str(unit.price)),
        ("Written down", used),
        ("State", unit.get_state_display()),
    ]
    if hours is not None:
        facts.append(("Hours it had", hours_and_minutes(hours.available)))
    return Section(
        title="The period that was paid for", facts=facts, entries=[_line(line) for line in lines]
    )


def _reported(unit: Unit) -> Iterator[Section]:
    report = report_of(unit.period)
    if report is None:
        return
    yield Section(
        title="The report of the period",
        facts=[
            ("Signed by", f"{report.signed_name} (account {report.signed_by})"),
            ("When", utc_moment(report.signed_at)),
            ("Choice", report.get_choice_display()),
            ("SHA-256 of the text", report.sha256),
        ],
        entries=[EvidenceEntry(heading="The text as it was signed", text=report.text)],
    )


def _delivered(unit: Unit) -> Iterator[Section]:
    answers = CriterionAnswer.objects.select_related("criterion")
    rounds = unit.submissions.select_related("submitted_by").prefetch_related(
        "files", Prefetch("answers", answers)
    )
    for submission in rounds.order_by("round"):
        entries = [
            EvidenceEntry(
                heading="What the freelancer wrote", text=submission.note, is_markdown=True
            )
        ]
        entries += [
            EvidenceEntry(heading=f"{file.name}, {file.size} bytes", text=f"SHA-256 {file.sha256}")
            for file in submission.files.all()
        ]
        entries += [_answered(answer) for answer in submission.answers.all()]
        request = ChangeRequest.objects.filter(submission=submission).first()
        if request is not None:
            heading = f"Changes the client asked for: {request.get_state_display().lower()}"
            entries.append(EvidenceEntry(heading=heading, text=request.note, is_markdown=True))
        yield Section(
            title=f"Delivered: round {submission.round}",
            facts=[
                ("By", str(submission.submitted_by)),
                ("When", utc_moment(submission.submitted_at)),
            ],
            entries=entries,
        )


def _answered(answer: CriterionAnswer) -> EvidenceEntry:
    """A criterion with what either side said of it in this round."""
    words = {True: "met", False: "not met", None: "no answer"}
    lines = [
        answer.criterion.text,
        f"The freelancer: {words[answer.is_claimed_met]}. {answer.shown_by}".strip(),
        f"The client: {words[answer.is_found_met]}. {answer.reason}".strip(),
    ]
    return EvidenceEntry(heading=f"Criterion {answer.criterion.position}", text="\n".join(lines))


def _questions(unit: Unit) -> Section:
    return Section(
        title="Cancellations that were asked for",
        entries=[
            EvidenceEntry(
                heading=f"By the {row.side}: {row.get_state_display().lower()}", text=row.reason
            )
            for row in unit.cancellations.order_by("id")
        ],
    )


def _timeline(unit: Unit) -> Section:
    newest = events_of_unit(unit).order_by("-id")[:MOST_EVENTS]
    return Section(
        title="What happened, by our append-only log",
        entries=[
            EvidenceEntry(
                heading=f"{utc_moment(event.at)}: {event.verb.replace('_', ' ').replace('.', ' ')}",
                text=f"{event.actor or 'Holdout'}. {event.why}".strip(),
            )
            for event in reversed(newest)
        ],
    )


def _answers(unit: Unit, terms: TermsVersion | None) -> dict[str, str]:
    """Only what is known: an answer that is missing is better than an empty one."""
    signature = terms and terms.signatures.filter(side="client").first()
    last: Submission | None = unit.submissions.order_by("round").last()
    served = unit.approved_at or (last.submitted_at if last else unit.submitted_at)
    answers = {
        "product_description": f"{unit.title}, {unit.name} of “{unit.contract.title}”: "
        f"{_what(unit)}",
        "customer_purchase_ip": (signature.address or "") if signature else "",
        "service_date": served.date().isoformat() if served else "",
    }
    return {name: answer for name, answer in answers.items() if answer}


def _what(unit: Unit) -> str:
    """What was paid for, in a sentence."""
    if hasattr(unit, "week"):
        return f"work by the hour, {', '.join(line.task for line in lines_of(unit))}"
    if hasattr(unit, "period"):
        return "a month of looking after machine learning in use, with its report"
    return as_text(_asked(unit))
