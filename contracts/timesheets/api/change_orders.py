"""Proposing another rate or limit for work by the hour, for programs."""

from dataclasses import replace
from typing import Any

from contracts.agreements.clauses.schedules import HourlySchedule
from contracts.agreements.services.terms import refuse_other_schedule
from contracts.change_orders.api.orders import ProposeChangeOrder
from contracts.change_orders.api.serializers import ChangeOrderInput
from contracts.change_orders.models import ChangeOrder
from contracts.timesheets.api.serializers import HourlyTermsInput


class HourlyChangeInput(ChangeOrderInput, HourlyTermsInput):
    """Rate, limit and special terms as they shall be, with the signature of who proposes."""


class HourlyChangeOrders(ProposeChangeOrder):
    """Propose another rate or limit. Both hold from the Monday after the second signature."""

    takes = HourlyChangeInput

    def validated(self) -> dict[str, Any]:
        refuse_other_schedule(self.contract, HourlySchedule)
        return super().validated()

    def act(self, schedule: HourlySchedule, special_terms: str, **signed: Any) -> ChangeOrder:
        draft = replace(self.agreed(), special_terms=special_terms.strip(), schedule=schedule)
        return self.propose(draft, signed)
