"""The time of a contract as a table, the same for both sides: moments are of UTC, as weeks are."""

from datetime import UTC, date, datetime, time

from contracts.agreements.models.contracts import Contract
from contracts.timesheets.models.entries import TimeEntry
from marketplace.core.text.spreadsheets import words

HEADINGS = [
    *("Day (UTC)", "From", "To", "Hours", "Task", "What was done", "Evidence", "Waiting"),
    *("Amount", "Currency", "State"),
]
HOUR = 3_600


def time_table(contract: Contract, first: date | None, last: date | None) -> list[list[str]]:
    """Headings, then a row for each line that began on a day from `first` to `last`."""
    lines = TimeEntry.objects.filter(unit__contract=contract)
    if first is not None:
        lines = lines.filter(started_at__gte=datetime.combine(first, time.min, tzinfo=UTC))
    if last is not None:
        lines = lines.filter(started_at__lte=datetime.combine(last, time.max, tzinfo=UTC))
    return [HEADINGS, *map(_cells, lines.select_related("contest", "unit__week"))]


def _cells(line: TimeEntry) -> list[str]:
    """Figures are ours and stay numbers; words are anybody's and are made harmless."""
    started, ended = line.started_at.astimezone(UTC), line.ended_at.astimezone(UTC)
    contest = line.contested
    state = contest.get_state_display() if contest else line.unit.get_state_display()
    return [
        started.date().isoformat(),
        *(moment.time().isoformat("seconds") for moment in (started, ended)),
        f"{line.seconds / HOUR:.4f}",
        *(words(text) for text in (line.task, line.note, "\n".join(line.links))),
        "yes" if line.is_waiting else "no",
        str(line.money.major) if line.money else "",
        line.unit.currency,
        state,
    ]
