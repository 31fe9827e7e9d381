"""Proposing a change of a contract of milestones, for programs."""

from typing import Any

from django.db.models import Max
from rest_framework import serializers

from contracts.agreements.api.serializers import TermsMilestoneInput
from contracts.agreements.clauses.schedules import MilestoneDraft, MilestoneSchedule
from contracts.agreements.forms.terms import MOST_MILESTONES
from contracts.agreements.services.terms import refuse_other_schedule
from contracts.change_orders.api.orders import ProposeChangeOrder
from contracts.change_orders.api.serializers import ChangeOrderInput
from contracts.change_orders.models import ChangeOrder
from contracts.milestones.forms import changed_milestones
from marketplace.core.api.serializers import StrictSerializer, WholeNumber


class ChangedMilestoneInput(StrictSerializer):
    number = WholeNumber(min_value=1, help_text="Of the milestone, as in the terms.")
    milestone = TermsMilestoneInput(help_text="As it shall be, in full.")


class MilestoneChangeInput(ChangeOrderInput):
    """What is not named stays as it was agreed."""

    review_days = WholeNumber(min_value=3, max_value=14)
    special_terms = serializers.CharField(
        max_length=4000, required=False, allow_blank=True, default=""
    )
    changed = serializers.ListField(
        child=ChangedMilestoneInput(), required=False, default=list, max_length=MOST_MILESTONES
    )
    dropped = serializers.ListField(
        child=WholeNumber(min_value=1),
        required=False,
        default=list,
        max_length=MOST_MILESTONES,
        help_text="Numbers. What is held for one goes back to the client in full.",
    )
    added = serializers.ListField(
        child=TermsMilestoneInput(), required=False, default=list, max_length=MOST_MILESTONES
    )


class MilestoneChangeOrders(ProposeChangeOrder):
    """Propose a change of a contract of milestones. You sign the text that is written from it."""

    takes = MilestoneChangeInput

    def validated(self) -> dict[str, Any]:
        refuse_other_schedule(self.contract, MilestoneSchedule)
        return super().validated()

    def act(
        self, changed: Any, dropped: list[int], added: list[MilestoneDraft], **facts: Any
    ) -> ChangeOrder:
        wanted: dict[int, MilestoneDraft | None] = {
            each["number"]: each["milestone"] for each in changed
        }
        draft = changed_milestones(
            self.agreed(),
            facts,
            wanted=wanted | dict.fromkeys(dropped),
            added=added,
            last=self.contract.units.aggregate(last=Max("position"))["last"] or 0,
        )
        return self.propose(draft, facts)
