"""The clock of contracts by the hour. Late it catches up, twice it is harmless."""

from contracts.timesheets.queries.weeks import contracts_with_weeks_due, weeks_to_remind_of
from contracts.timesheets.services.reminders import remind_of_week
from contracts.timesheets.services.timers import ask_silent_timers
from contracts.timesheets.services.weeks import keep_weeks
from marketplace.core.data.jobs import job
from marketplace.core.data.rows_due import serve_each


@job("contracts.keep_weeks")
def keep_all_weeks() -> None:
    serve_each(contracts_with_weeks_due(), lambda contract: keep_weeks(contract=contract))


@job("contracts.remind_of_weeks")
def remind_of_weeks() -> None:
    serve_each(weeks_to_remind_of(), lambda unit: remind_of_week(unit=unit))


@job("contracts.ask_silent_timers")
def ask_about_timers() -> None:
    ask_silent_timers()
