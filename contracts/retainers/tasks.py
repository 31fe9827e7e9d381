"""The clock of retainers. Late it catches up, twice it is harmless."""

from contracts.retainers.queries.periods import NOUN, contracts_with_periods_due
from contracts.retainers.services.periods import keep_periods
from contracts.units.queries.schedule import units_on_last_day
from contracts.units.services.reminders import remind_on_last_day
from marketplace.core.data.jobs import job
from marketplace.core.data.rows_due import serve_each


@job("contracts.keep_periods")
def keep_all_periods() -> None:
    serve_each(contracts_with_periods_due(), lambda contract: keep_periods(contract=contract))


@job("contracts.remind_of_periods")
def remind_of_periods() -> None:
    serve_each(units_on_last_day(NOUN), lambda unit: remind_on_last_day(unit=unit))
