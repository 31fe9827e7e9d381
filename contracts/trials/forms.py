"""Offering a trial, delivering it, and closing it with written feedback."""

from typing import Any

from django import forms

from contracts.agreements.clauses.schedules import TrialSchedule
from contracts.trials.cycle import MOST_DAYS, MOST_HOURS
from contracts.trials.errors import FeedbackNeeded
from contracts.units.forms.reviews import ReviewForm, SubmissionForm
from marketplace.core.web.number_fields import AmountField, WholeNumberField, price_of
from marketplace.core.web.text_fields import Lines, Words


class TrialOfferForm(forms.Form):
    """What is to be tried, in how much time, for how much."""

    task = Words(
        label="The task",
        help_text="Small enough for the time, and the same for everybody who tries.",
        max_length=4000,
    )
    criteria = Lines(
        label="Accepted when",
        help_text="One per line, each something that can be checked.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
    )
    hours = WholeNumberField(
        label="Hours at most",
        help_text=f"1 to {MOST_HOURS}.",
        min_value=1,
        max_value=MOST_HOURS,
    )
    due_days = WholeNumberField(
        label="Working days",
        help_text=f"1 to {MOST_DAYS}, from the day on which it is funded.",
        min_value=1,
        max_value=MOST_DAYS,
    )
    amount = AmountField(label="Price of the trial")

    def __init__(
        self, *args: Any, currency: str, like: TrialSchedule | None = None, **options: Any
    ) -> None:
        """Another trial of the brief says what is asked of everybody."""
        super().__init__(*args, **options)
        self.currency = currency
        if like:
            self.initial = {**_typed(like), **self.initial}

    def clean_amount(self) -> int | None:
        return price_of(self.cleaned_data["amount"], self.currency)

    def facts(self) -> dict[str, Any]:
        return self.cleaned_data | {"criteria": self.cleaned_data["criteria"].splitlines()}


def _typed(like: TrialSchedule) -> dict[str, Any]:
    return {
        "task": like.task,
        "criteria": "\n".join(like.criteria),
        "hours": like.hours,
        "due_days": like.due_days,
    }


class TrialSubmissionForm(SubmissionForm):
    """Beside the result: how somebody goes about it."""

    questions = Words(
        label="What did you ask, and what was answered?",
        help_text="Or what you took for granted, if you asked nothing.",
        max_length=5000,
    )
    next_steps = Words(
        label="What would you do next?",
        help_text="If the work went on: the next steps, in their order, and why.",
        max_length=5000,
    )


class TrialReviewForm(ReviewForm):
    """Approving closes the trial, so it needs the client's words."""

    note = Words(
        label="Your feedback",
        help_text="What was good, what was missing. The freelancer reads it.",
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=5000,
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # A request for changes may lack it; an approval may not.
        self.fields["note"].is_optional = False  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.is_approval and not cleaned.get("note") and "note" not in self.errors:
            self.add_error("note", FeedbackNeeded.sentence)
        return cleaned


class FeedbackForm(forms.Form):
    feedback = Words(
        label="Your feedback",
        help_text="What was good, what was missing. The freelancer reads it.",
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=5000,
    )
