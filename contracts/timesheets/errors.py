"""Refusals about time on a contract, each with the sentence for the person reading."""

from marketplace.core.data.errors import DomainError


class WeekNotOpen(DomainError):
    sentence = "Time of {name} can no longer be changed: it was closed on {closed}."


class WeekNotPaid(DomainError):
    sentence = (
        "{name} is not paid for yet, so no time can be written down. You will hear when its "
        "money is held."
    )


class OutsideWeek(DomainError):
    sentence = "Stay within the paid time of {name}: from {starts} to {ends}."
    status = 422


class NotWorkedYet(DomainError):
    sentence = "That time is not over yet. Write it down when it is."
    status = 422


class WorkedWhilePaused(DomainError):
    sentence = "The contract is paused since {since}: time after that cannot be written down."


class TimeOverlaps(DomainError):
    sentence = "That overlaps with {other}. Working time never overlaps; waiting time may."
    status = 422


class OverTheLimit(DomainError):
    sentence = (
        "That is over the limit of {name}: {left} of paid time are left. Nothing was written "
        "down; ask the client for a higher limit."
    )
    status = 422


class WaitingNotPaid(DomainError):
    sentence = "These terms pay no waiting time. Write down working time only."
    status = 422


class NoOpenWeek(DomainError):
    sentence = "Nothing of this contract is paid for and open now, so no time can run."


class TimerRunsElsewhere(DomainError):
    sentence = "Your timer runs on “{title}”. Stop it there first."


class LineTakenAway(DomainError):
    sentence = "This line was taken away meanwhile. Nothing was changed."


class WeekNotInReview(DomainError):
    sentence = "{name} is “{state}”. Lines are contested while the week waits for your answer."


class NothingContested(DomainError):
    sentence = "Choose at least one line."
    status = 422


class LineContestedBefore(DomainError):
    sentence = "A line is contested once; {line} was already."


class ContestAnswered(DomainError):
    sentence = "This was answered already. Nothing was changed."
