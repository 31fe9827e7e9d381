"""Contested lines for programs."""

from collections.abc import Sequence

from contracts.timesheets.api.loading import OfContest
from contracts.timesheets.api.serializers import ContestSerializer, ContestsInput
from contracts.timesheets.api.weeks import WeekAct
from contracts.timesheets.models.entries import TimeContest, TimeEntry
from contracts.timesheets.permissions import (
    can_concede_line,
    can_contest_lines,
    can_drop_contest,
)
from contracts.timesheets.services.reviews import concede_line, contest_lines, drop_contest
from contracts.units.models.units import Unit
from marketplace.core.api.endpoints import ActEndpoint


class Contests(WeekAct):
    """Contest lines of a week in review. They stay held; the rest is yours to approve."""

    permission = can_contest_lines
    takes = ContestsInput
    creates = True

    def act(self, lines: Sequence[TimeEntry], ground: str, why: str) -> Unit:
        contest_lines(unit=self.subject, entries=lines, ground=ground, why=why, by=self.actor())
        return self.subject


class ContestAct(OfContest, ActEndpoint):
    fresh = True
    shows = ContestSerializer


class Concession(ContestAct):
    """Give a contested line up. It is not paid, and its amount goes back to the client."""

    permission = can_concede_line

    def act(self) -> TimeContest:
        return concede_line(contest=self.subject, by=self.actor())


class Retraction(ContestAct):
    """Accept a contested line after all. It is paid with its week, or at once after that."""

    permission = can_drop_contest

    def act(self) -> TimeContest:
        return drop_contest(contest=self.subject, by=self.actor())
