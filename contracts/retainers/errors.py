"""Refusals about retainers, each with the sentence for the person reading."""

from marketplace.core.data.errors import DomainError


class PeriodNotOver(DomainError):
    sentence = "{name} is not over yet: its report is handed in from {date} on."


class ReportHandedIn(DomainError):
    sentence = "The report of {name} was handed in already. Nothing was changed."


class PeriodNotPaid(DomainError):
    sentence = "{name} is “{state}”: there is nothing to report for it now."


class ReportNotMissed(DomainError):
    sentence = "The report of {name} can still come until {date}: wait for it."


class PeriodNotInReview(DomainError):
    sentence = "{name} is “{state}”: there is nothing to approve now."
