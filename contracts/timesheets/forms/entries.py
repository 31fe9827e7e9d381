"""One line of time as it is typed: a day and two clock times of the person's own zone."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone

from contracts.timesheets.models.entries import MOST_LINKS, TimeEntry
from contracts.timesheets.models.sheets import Sheet
from marketplace.core.text.moments import clock, day_of
from marketplace.core.web.text_fields import Line, Lines, Words

LONGEST_LINK = 500
is_link = URLValidator(schemes=("http", "https"))


def check_link(link: str) -> None:
    """Raise ValidationError unless it is an address that leads somewhere."""
    try:
        is_link(link)
    except ValidationError:
        sentence = f"“{link}” is no address. It begins with https://."
        raise ValidationError(sentence) from None
    if len(link) > LONGEST_LINK:
        raise ValidationError(f"An address has at most {LONGEST_LINK} characters.")


class TimeForm(forms.Form):
    """A line that ends at or before its start ends on the next day."""

    day = forms.DateField(label="Day", widget=forms.DateInput(attrs={"type": "date"}))
    starts = forms.TimeField(label="From", widget=forms.TimeInput(attrs={"type": "time"}))
    ends = forms.TimeField(label="To", widget=forms.TimeInput(attrs={"type": "time"}))
    task = Line(
        label="Task", max_length=120, help_text="The same words each time: totals go by task."
    )
    note = Words(
        label="What was done",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    links = Lines(
        label="Evidence",
        max_length=2600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=f"Addresses of a commit, a run, a notebook or a job; one per line, at most "
        f"{MOST_LINKS}.",
    )
    is_waiting = forms.BooleanField(
        label="A machine worked meanwhile: this is waiting time.", required=False
    )

    def __init__(self, *args: Any, sheet: Sheet, **options: Any) -> None:
        super().__init__(*args, **options)
        if not sheet.pays_waiting:
            del self.fields["is_waiting"]

    def clean_links(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["links"].splitlines()]
        links = [line for line in lines if line]
        if len(links) > MOST_LINKS:
            raise ValidationError(f"At most {MOST_LINKS} addresses.")
        for link in links:
            check_link(link)
        return links

    def clean(self) -> dict[str, Any]:
        facts = self.cleaned_data
        if {"day", "starts", "ends"} <= facts.keys():
            starts, ends = facts["starts"], facts["ends"]
            last_day = facts["day"] + timedelta(days=1 if ends <= starts else 0)
            facts["started_at"] = self._moment("starts", facts["day"], starts)
            facts["ended_at"] = self._moment("ends", last_day, ends)
        return facts

    def _moment(self, field: str, day: date, there: time) -> datetime | None:
        """In the person's zone; a clock time that their day leaves out is refused."""
        moment = datetime.combine(day, there, tzinfo=timezone.get_current_timezone())
        told = timezone.localtime(moment.astimezone(UTC))
        if told.replace(tzinfo=None) != moment.replace(tzinfo=None):
            self.add_error(
                field,
                f"{clock(there)} does not exist on {day_of(day)}: the clocks are put forward.",
            )
            return None
        return moment

    def facts(self) -> dict[str, Any]:
        """As the services take them."""
        told = self.cleaned_data
        return {
            "started_at": told["started_at"],
            "ended_at": told["ended_at"],
            "task": told["task"],
            "note": told["note"],
            "links": told["links"],
            "is_waiting": told.get("is_waiting", False),
        }


def typed(entry: TimeEntry) -> dict[str, Any]:
    """A line as the form shows it."""
    started, ended = timezone.localtime(entry.started_at), timezone.localtime(entry.ended_at)
    return {
        "day": started.date(),
        "starts": started.time(),
        "ends": ended.time(),
        "task": entry.task,
        "note": entry.note,
        "links": "\n".join(entry.links),
        "is_waiting": entry.is_waiting,
    }
