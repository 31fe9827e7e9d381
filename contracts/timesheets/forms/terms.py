"""Other terms for work by the hour."""

from dataclasses import replace
from typing import Any

from django import forms

from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.clauses.schedules import HourlySchedule
from contracts.change_orders.forms import ProposalForm
from marketplace.core.data.money import Money
from marketplace.core.web.number_fields import AmountField, WholeNumberField, major_text, price_of
from marketplace.core.web.text_fields import Words

MOST_HOURS = 80


class HourlyTermsForm(forms.Form):
    """What may change; parties, fee and currency stay."""

    rate = AmountField(label="Rate for an hour")
    weekly_hours = WholeNumberField(
        label="Most hours in a week",
        help_text="A week is paid for at this limit before it begins; what is not used pays for "
        "the next one.",
        min_value=1,
        max_value=MOST_HOURS,
    )
    waiting_rate = AmountField(
        label="Rate for an hour of waiting",
        help_text="While a machine works, such as a training run. Empty: waiting is not paid.",
        required=False,
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

    def clean_rate(self) -> int | None:
        return price_of(self.cleaned_data["rate"], self.draft.currency)

    def clean_waiting_rate(self) -> int | None:
        return price_of(self.cleaned_data["waiting_rate"], self.draft.currency)

    def clean(self) -> dict[str, Any]:
        facts = self.cleaned_data
        rate, waiting = facts.get("rate"), facts.get("waiting_rate")
        if rate and waiting and rate < waiting:
            most = Money(rate, self.draft.currency)
            self.add_error("waiting_rate", f"It is at most {most}, the rate of an hour of work.")
        return facts

    def changed_draft(self) -> TermsDraft:
        facts = self.cleaned_data
        schedule = HourlySchedule(
            rate=facts["rate"],
            weekly_hours=facts["weekly_hours"],
            waiting_rate=facts["waiting_rate"],
        )
        return replace(self.draft, special_terms=facts["special_terms"].strip(), schedule=schedule)


class HourlyChangeForm(ProposalForm, HourlyTermsForm):
    """The same while the work goes on, with the signature of who proposes it."""

    field_order = [
        *("seen", "rate", "weekly_hours", "waiting_rate", "special_terms", "note", "name"),
        *("is_meant", "consent"),
    ]

    def __init__(
        self, data: Any = None, files: Any = None, *, draft: TermsDraft, began_with: dict[str, str]
    ) -> None:
        super().__init__(data, files, draft=draft)
        self.initial.update(began_with)


def _typed(draft: TermsDraft) -> dict[str, Any]:
    hours, currency = draft.hours, draft.currency
    return {
        "rate": major_text(hours.rate, currency),
        "weekly_hours": hours.weekly_hours,
        "waiting_rate": major_text(hours.waiting_rate, currency),
        "special_terms": draft.special_terms,
    }
