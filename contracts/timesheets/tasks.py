"""The clock of contracts by the hour. Late it catches up, twice it is harmless."""

import structlog

from contracts.timesheets.queries.weeks import contracts_with_weeks_due
from contracts.timesheets.services.timers import ask_silent_timers
from contracts.timesheets.services.weeks import keep_weeks
from marketplace.core.data.errors import DomainError
from marketplace.core.data.jobs import job

log = structlog.get_logger(__name__)
MOST_AT_ONCE = 500


@job("contracts.ask_silent_timers")
def ask_about_timers() -> None:
    ask_silent_timers()


@job("contracts.keep_weeks")
def keep_all_weeks() -> None:
    """One contract that refuses or fails does not hold up the others: it comes again."""
    for contract in contracts_with_weeks_due().order_by("pk")[:MOST_AT_ONCE]:
        try:
            keep_weeks(contract=contract)
        except DomainError as refusal:
            log.warning("not kept", contract=contract.pk, sentence=refusal.sentence)
        except Exception:
            log.exception("failed", contract=contract.pk)
