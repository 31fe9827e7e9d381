"""Lines of time as letters quote them."""

from accounts.letters.texts import Quotation
from contracts.timesheets.models.entries import TimeEntry
from marketplace.core.data.models import Event
from marketplace.core.text.durations import hours_and_minutes


def by_task(event: Event) -> list[Quotation]:
    """How the time of the week went, a task a line."""
    sums: dict[str, int] = {}
    for line in TimeEntry.objects.filter(unit=event.subject_id):
        sums[line.task] = sums.get(line.task, 0) + line.seconds
    longest = sorted(sums.items(), key=lambda row: (-row[1], row[0]))
    return [Quotation(f"{hours_and_minutes(seconds)} {task}") for task, seconds in longest[:10]]


def line_told(number: int) -> str:
    line = TimeEntry.objects.filter(pk=number).first()
    return f"{line.task}, {hours_and_minutes(line.seconds)}" if line else "a line"


def quoted_line(event: Event) -> Quotation:
    return Quotation(line_told(event.particulars["line"]))
