"""The schedule of contracts: one service call for each row that is due.

Every job may run late or twice. One row that refuses or fails does not hold up the others:
it comes again at the next run.
"""

from accounts.organisations.models.organisations import Organisation
from accounts.people.models import User
from contracts.agreements.queries.schedule import contracts_to_lapse
from contracts.agreements.queries.standstills import contracts_to_look_at, open_contracts_of
from contracts.agreements.services.standstills import look_at_standstill
from contracts.units.queries.schedule import (
    submissions_in_review,
    units_going_silent,
    units_to_approve,
)
from contracts.units.services.closings import lapse_contract
from contracts.units.services.reminders import remind_review, warn_silent_freelancer
from contracts.units.services.reviews import approve_silent_unit
from marketplace.core.data.jobs import job
from marketplace.core.data.rows_due import serve_each


@job("contracts.look_at_access")
def look_at_access(user_id: int | None = None, organisation_id: int | None = None) -> None:
    """Who can act for a side has changed: its contracts stop, or go on."""
    user = User.objects.get(pk=user_id) if user_id else None
    organisation = Organisation.objects.get(pk=organisation_id) if organisation_id else None
    for contract in open_contracts_of(user=user, organisation=organisation).order_by("pk"):
        look_at_standstill(contract=contract)


@job("contracts.look_at_standstills")
def look_at_standstills() -> None:
    """What no news brought, such as two suspensions at once."""
    serve_each(contracts_to_look_at(), lambda contract: look_at_standstill(contract=contract))


@job("contracts.lapse_contracts")
def lapse_contracts() -> None:
    serve_each(contracts_to_lapse(), lambda contract: lapse_contract(contract=contract))


@job("contracts.approve_silent_milestones")
def approve_silent_milestones() -> None:
    serve_each(units_to_approve(), lambda unit: approve_silent_unit(unit=unit))


@job("contracts.remind_reviews")
def remind_reviews() -> None:
    serve_each(submissions_in_review(), lambda submission: remind_review(submission=submission))


@job("contracts.warn_silent_freelancers")
def warn_silent_freelancers() -> None:
    serve_each(units_going_silent(), lambda unit: warn_silent_freelancer(unit=unit))
