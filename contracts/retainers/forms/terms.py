"""Other terms for a retainer."""

from dataclasses import replace
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError

from accounts.people.places import countries
from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.clauses.schedules import RetainerSchedule
from contracts.change_orders.forms import ProposalForm
from marketplace.core.web.number_fields import AmountField, WholeNumberField, major_text, price_of
from marketplace.core.web.text_fields import Line, Lines, Words

MOST_HOURS = 200
MOST_OUTCOMES = 10
MOST_RESPONSE = 200
MOST_NOTICE = 90


def outcomes_in(text: str) -> tuple[str, ...]:
    """One a line; raises ValidationError for too many."""
    lines = tuple(line.strip() for line in text.splitlines() if line.strip())
    if len(lines) > MOST_OUTCOMES:
        raise ValidationError(f"At most {MOST_OUTCOMES} outcomes.")
    return lines


class RetainerTermsForm(forms.Form):
    """What may change; parties, fee of the platform and currency stay."""

    fee = AmountField(label="Fee for a period of one month")
    hours = WholeNumberField(
        label="Included hours",
        help_text="In each period. Unused ones roll over once, up to a quarter. Empty where "
        "outcomes are named instead.",
        min_value=1,
        max_value=MOST_HOURS,
        required=False,
    )
    outcomes = Lines(
        label="Or named outcomes",
        help_text=f"What each period brings about, one per line, at most {MOST_OUTCOMES}.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    critical = WholeNumberField(
        label="Answer to a critical incident", min_value=1, max_value=MOST_RESPONSE
    )
    major = WholeNumberField(label="To a major one", min_value=1, max_value=MOST_RESPONSE)
    minor = WholeNumberField(label="To a minor one", min_value=1, max_value=MOST_RESPONSE)
    zone = Line(
        label="Time zone of the business hours",
        help_text="Nine to five of this zone, such as Europe/Berlin.",
        max_length=60,
    )
    holidays = forms.ChoiceField(
        label="Without the public holidays of",
        choices=lambda: [("", "No country"), *countries()],
        required=False,
    )
    notice_days = WholeNumberField(
        label="Days of notice",
        help_text="Periods that begin within them still run.",
        min_value=0,
        max_value=MOST_NOTICE,
    )
    special_terms = Words(
        label="Special terms",
        help_text="They prevail over the clauses where they differ.",
        widget=forms.Textarea,
        max_length=4000,
        required=False,
    )
    note = Words(
        label="Why",
        help_text="The other side reads this beside the changes.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )

    def __init__(self, data: Any = None, files: Any = None, *, draft: TermsDraft) -> None:
        self.draft = draft
        super().__init__(data, files, initial=_typed(draft))

    def clean_fee(self) -> int | None:
        return price_of(self.cleaned_data["fee"], self.draft.currency)

    def clean_outcomes(self) -> tuple[str, ...]:
        return outcomes_in(self.cleaned_data["outcomes"])

    def clean_zone(self) -> str:
        zone: str = self.cleaned_data["zone"]
        if zone not in available_timezones():
            raise ValidationError("Name a zone by area and city, such as Europe/Berlin.")
        return zone

    def clean(self) -> dict[str, Any]:
        facts = self.cleaned_data
        if "hours" in facts and "outcomes" in facts:
            if not (facts["hours"] or facts["outcomes"]):
                self.add_error("hours", "Say how many hours are included, or name outcomes.")
            elif facts["hours"] and facts["outcomes"]:
                self.add_error("outcomes", "Hours or outcomes, not both: leave one empty.")
        return facts

    def changed_draft(self) -> TermsDraft:
        facts = self.cleaned_data
        schedule = RetainerSchedule(
            fee=facts["fee"],
            hours=facts["hours"],
            outcomes=facts["outcomes"],
            response=(facts["critical"], facts["major"], facts["minor"]),
            zone=facts["zone"],
            holidays=facts["holidays"],
            notice_days=facts["notice_days"],
        )
        return replace(self.draft, special_terms=facts["special_terms"].strip(), schedule=schedule)


class RetainerChangeForm(ProposalForm, RetainerTermsForm):
    """The same while the work goes on, with the signature of who proposes it."""

    field_order = [
        *("seen", "fee", "hours", "outcomes", "critical", "major", "minor", "zone", "holidays"),
        *("notice_days", "special_terms", "note", "name", "is_meant", "consent"),
    ]

    def __init__(
        self, data: Any = None, files: Any = None, *, draft: TermsDraft, began_with: dict[str, str]
    ) -> None:
        super().__init__(data, files, draft=draft)
        self.initial = {**self.initial, **began_with}


def _typed(draft: TermsDraft) -> dict[str, Any]:
    promised = draft.retainer
    critical, major, minor = promised.response
    return {
        "fee": major_text(promised.fee, draft.currency),
        "hours": promised.hours,
        "outcomes": "\n".join(promised.outcomes),
        "critical": critical,
        "major": major,
        "minor": minor,
        "zone": promised.zone,
        "holidays": promised.holidays,
        "notice_days": promised.notice_days,
        "special_terms": draft.special_terms,
    }
