"""Proposing a change of a contract of milestones."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.forms.terms import MilestoneTermsForm
from contracts.change_orders.views.loading import ProposesChange
from contracts.milestones.forms import (
    PREFIX,
    AddedMilestones,
    AgreedMilestoneForm,
    MilestoneChangeForm,
    added_rows,
    changed_milestones,
)
from contracts.milestones.services.amendments import CHANGEABLE
from contracts.units.models.units import Unit
from marketplace.core.data.errors import DomainError
from marketplace.core.web import kept_forms
from marketplace.core.web.views import UNPROCESSABLE, Page
from projects.proposals.forms.milestones import with_row_added, with_row_removed


class ProposeMilestoneChange(ProposesChange, Page):
    """Each agreed milestone to change or to drop, rows to add, and everything else."""

    template = "contracts/milestone_change_order.html"
    address = "contracts:milestone_change_order"
    acts_once = True
    keeps_typed = True
    fresh = True

    def show(self, status: int = 200, **extra: Any) -> HttpResponse:
        """On a GET the forms as they are agreed, with what was typed here before."""
        if "form" not in extra:
            extra |= self._forms_as_agreed()
        return super().show(status, **extra)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        data = _with_rows_changed(request.POST)
        form, rows = MilestoneChangeForm(data), added_rows(data, currency=self.contract.currency)
        agreed = self._agreed(data)
        if data is not request.POST:
            return self.show(form=form, rows=rows, agreed=agreed)
        # Each is asked, so that each shows what is wrong in it.
        are_valid = [form.is_valid(), rows.is_valid(), *(each.is_valid() for each in agreed)]
        if not all(are_valid):
            return self.show(UNPROCESSABLE, form=form, rows=rows, agreed=agreed)
        try:
            address = self.propose(form, self._changed(form, rows, agreed))
        except DomainError as refusal:
            form.add_error(None, refusal.sentence)
            return self.show(UNPROCESSABLE, form=form, rows=rows, agreed=agreed)
        self.done = ""
        return HttpResponseRedirect(address)

    def context(self) -> dict[str, Any]:
        open_numbers = {unit.position for unit in self._units() if unit.state in CHANGEABLE}
        return {
            "contract": self.contract,
            "terms": self.contract.terms,
            "fixed": [
                unit
                for unit in self._units()
                if unit.position not in open_numbers and unit.position in self._draft.by_number
            ],
        }

    def _changed(
        self, form: MilestoneChangeForm, rows: AddedMilestones, agreed: list[AgreedMilestoneForm]
    ) -> TermsDraft:
        return changed_milestones(
            self._draft,
            form.cleaned_data,
            wanted={each.number: each.wanted() for each in agreed},
            added=rows.milestones(),
            last=max(unit.position for unit in self._units()),
        )

    def _forms_as_agreed(self) -> dict[str, Any]:
        draft, typed = self._draft, self.kept.data if self.kept else None
        facts = {"review_days": draft.review_days, "special_terms": draft.special_terms}
        form = MilestoneChangeForm(initial=facts | self.seen_now())
        agreed, written = self._agreed(None), []
        if typed is not None:
            written = kept_forms.typed_rows(MilestoneTermsForm, typed, PREFIX)
            for each in (form, *agreed):
                kept_forms.type_into(each, typed)
            form.initial["seen"] = self.seen_now()["seen"]
        rows = added_rows(None, currency=self.contract.currency, initial=written)
        return {"form": form, "rows": rows, "agreed": agreed}

    def _agreed(self, data: Any) -> list[AgreedMilestoneForm]:
        """Of milestones that may still change."""
        items = self._draft.by_number
        return [
            AgreedMilestoneForm(
                data,
                unit=unit,
                number=unit.position,
                agreed=items[unit.position],
                currency=self.contract.currency,
            )
            for unit in self._units()
            if unit.state in CHANGEABLE and unit.position in items
        ]

    @property
    def _draft(self) -> TermsDraft:
        assert self.contract.terms is not None  # every offer is made with its first version
        return self.contract.terms.draft

    def _units(self) -> list[Unit]:
        if not hasattr(self, "_read"):
            rows = self.contract.units.select_related("escrow").order_by("position")
            self._read = list(rows)
            for unit in self._read:
                unit.contract = self.contract
        return self._read


def _with_rows_changed(data: QueryDict) -> QueryDict:
    """The posted rows after "add" or "remove" was pressed; without scripts, that is a POST."""
    if "add" in data:
        return with_row_added(data)
    row = str(data.get("remove", ""))
    if row.isdigit():
        return with_row_removed(data, int(row))
    return data
