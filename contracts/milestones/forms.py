"""A change order of milestones: those that may still change, those that are added, the rest."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory

from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.clauses.schedules import MilestoneDraft, MilestoneSchedule
from contracts.agreements.forms.terms import MOST_MILESTONES, MilestoneTermsForm, typed_milestone
from contracts.change_orders.forms import ProposalForm
from contracts.units.models.units import Unit
from marketplace.core.web.number_fields import WholeNumberField
from marketplace.core.web.text_fields import Words

PREFIX = "milestones"


class MilestoneChangeForm(ProposalForm):
    """What may change besides the milestones."""

    review_days = WholeNumberField(
        label="Review period in days",
        help_text="Of what is submitted from then on.",
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
    field_order = ["seen", "review_days", "special_terms", "note", "name", "is_meant", "consent"]


class AgreedMilestoneForm(MilestoneTermsForm):
    """One milestone that was agreed, addressed by its number: changed, dropped or left."""

    is_dropped = forms.BooleanField(label="Drop this milestone", required=False)

    def __init__(
        self, data: Any, *, unit: Unit, number: int, agreed: MilestoneDraft, currency: str
    ) -> None:
        self.unit, self.number, self.agreed = unit, number, agreed
        initial = typed_milestone(agreed, currency)
        super().__init__(data, prefix=f"milestone-{number}", initial=initial, currency=currency)
        # What is held for it stays: another price is another milestone.
        self.fields["amount"].disabled = unit.funded_at is not None

    def clean_due_on(self) -> date | None:
        """A day that was agreed may have passed meanwhile."""
        day: date | None = self.cleaned_data["due_on"]
        return day if day == self.agreed.due_on else super().clean_due_on()

    def wanted(self) -> MilestoneDraft | None:
        """None for one that is to be dropped."""
        return None if self.cleaned_data["is_dropped"] else self.draft()


class AddedMilestones(BaseFormSet):
    """Rows at the end; one that stays empty is left out."""

    def milestones(self) -> tuple[MilestoneDraft, ...]:
        return tuple(form.draft() for form in self.forms if form.cleaned_data)


_Rows = formset_factory(
    MilestoneTermsForm,
    formset=AddedMilestones,
    extra=0,
    max_num=MOST_MILESTONES,
    validate_max=True,
)


def added_rows(
    data: Any, *, currency: str, initial: Sequence[dict[str, Any]] = ()
) -> AddedMilestones:
    options = {"currency": currency}
    return _Rows(  # type: ignore[return-value]
        data, prefix=PREFIX, initial=list(initial), form_kwargs=options
    )


def changed_milestones(
    draft: TermsDraft,
    facts: dict[str, Any],
    *,
    wanted: dict[int, MilestoneDraft | None],
    added: Sequence[MilestoneDraft],
    last: int,
) -> TermsDraft:
    """The agreed draft with what is `wanted` of its milestones, None to drop one.

    Added ones are numbered after `last`, the highest number that a milestone ever had.
    """
    items = draft.by_number | wanted
    kept = {number: item for number, item in items.items() if item is not None}
    new = dict(enumerate(added, start=last + 1))
    return replace(
        draft,
        review_days=facts["review_days"],
        special_terms=facts["special_terms"].strip(),
        schedule=MilestoneSchedule.of_numbers(kept | new),
    )
