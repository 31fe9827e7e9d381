"""The clock of contracts by the hour. Late it catches up, twice it is harmless."""

from contracts.timesheets.queries.weeks import NOUN, contracts_with_weeks_due
from contracts.timesheets.services.timers import ask_silent_timers
from contracts.timesheets.services.weeks import keep_weeks
from contracts.units.queries.schedule import units_on_last_day
from contracts.units.services.reminders import remind_on_last_day
from marketplace.core.data.jobs import job
from marketplace.core.data.rows_due import serve_each


@job("contracts.keep_weeks")
def keep_all_weeks() -> None:
    serve_each(contracts_with_weeks_due(), lambda contract: keep_weeks(contract=contract))


@job("contracts.remind_of_weeks")
def remind_of_weeks() -> None:
    serve_each(units_on_last_day(NOUN), lambda unit: remind_on_last_day(unit=unit))


@job("contracts.ask_silent_timers")
def ask_about_timers() -> None:
    ask_silent_timers()
