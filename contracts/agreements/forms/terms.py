"""Signing the terms, and proposing other ones."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory

from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.clauses.schedules import MilestoneDraft, MilestoneSchedule
from marketplace.core.text.days import check_to_come
from marketplace.core.web.number_fields import AmountField, WholeNumberField, major_text, price_of
from marketplace.core.web.text_fields import Line, Lines, Name, Words
from projects.briefs.models.phases import Phase

MOST_MILESTONES = 20


class SignatureForm(forms.Form):
    """A typed name, a deliberate consent, and the SHA-256 of the text that was shown."""

    sha256 = forms.CharField(widget=forms.HiddenInput, max_length=64)
    name = Name(
        label="Your full name",
        help_text="Typed, it stands as your signature.",
        min_length=2,
        max_length=120,
    )
    # Shown once another name than the account's was typed.
    is_meant = forms.BooleanField(
        label="I sign under this name, which is not the one of my account.", required=False
    )
    consent = forms.BooleanField(
        label="I have read these terms, and I sign them for my side.",
        error_messages={"required": "Tick this to sign."},
    )


class TermsForm(forms.Form):
    """What may change besides the milestones."""

    review_days = WholeNumberField(
        label="Review period in days",
        help_text="The client answers a submission within this time, or it counts as approved.",
        min_value=3,
        max_value=14,
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


class MilestoneTermsForm(forms.Form):
    """One milestone of the next version; its fields are named as in a proposal's form."""

    title = Line(max_length=120)
    phase = forms.ChoiceField(choices=Phase.choices)
    deliverables = Words(widget=forms.Textarea(attrs={"rows": 3}), max_length=4000)
    acceptance_criteria = Lines(
        help_text="One per line, each something that can be checked.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
    )
    amount = AmountField(label="Price")
    due_on = forms.DateField(
        label="Due", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args: Any, currency: str, **options: Any) -> None:
        self.currency = currency
        super().__init__(*args, **options)

    def clean_amount(self) -> int | None:
        return price_of(self.cleaned_data["amount"], self.currency)

    def clean_due_on(self) -> date | None:
        day: date | None = self.cleaned_data["due_on"]
        check_to_come(day)
        return day

    def draft(self) -> MilestoneDraft:
        facts = self.cleaned_data
        lines = (line.strip() for line in facts["acceptance_criteria"].splitlines())
        return MilestoneDraft(
            title=facts["title"],
            phase=facts["phase"],
            deliverables=facts["deliverables"],
            criteria=tuple(line for line in lines if line),
            amount=facts["amount"],
            due_on=facts["due_on"],
        )


class MilestoneTermsFormSet(BaseFormSet):
    """Milestones in their order; an added row that stays empty is left out."""

    def milestones(self) -> tuple[MilestoneDraft, ...]:
        return tuple(form.draft() for form in self.forms if form.cleaned_data)

    def clean(self) -> None:
        if not any(self.errors) and not self.milestones():
            raise forms.ValidationError("Keep at least one milestone.")


_Rows = formset_factory(
    MilestoneTermsForm,
    formset=MilestoneTermsFormSet,
    extra=0,
    max_num=MOST_MILESTONES,
    validate_max=True,
)


def milestone_terms_rows(
    data: Any, *, draft: TermsDraft, initial: Sequence[dict[str, Any]] = ()
) -> MilestoneTermsFormSet:
    """The milestones on the table as rows to change, or the rows of `initial` in their place."""
    return _Rows(  # type: ignore[return-value]
        data,
        prefix="milestones",
        initial=list(initial)
        or [typed_milestone(item, draft.currency) for item in draft.milestones],
        form_kwargs={"currency": draft.currency},
    )


def typed_milestone(item: MilestoneDraft, currency: str) -> dict[str, Any]:
    return {
        "title": item.title,
        "phase": item.phase,
        "deliverables": item.deliverables,
        "acceptance_criteria": "\n".join(item.criteria),
        "amount": major_text(item.amount, currency),
        "due_on": item.due_on,
    }


def changed_draft(
    draft: TermsDraft, facts: dict[str, Any], milestones: Sequence[MilestoneDraft]
) -> TermsDraft:
    """The draft on the table with what was typed; parties, fee and currency stay."""
    return replace(
        draft,
        review_days=facts["review_days"],
        special_terms=facts["special_terms"].strip(),
        schedule=MilestoneSchedule(tuple(milestones)),
    )
