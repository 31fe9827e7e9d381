"""Pages that kinds share keep their own permission, whatever the page of the kind allows."""

import pytest

from contracts.milestones.views import cancellations as of_milestones
from contracts.milestones.views.funding import FundMilestone
from contracts.retainers.views import cancellations as of_periods
from contracts.retainers.views.funding import FundPeriod
from contracts.timesheets.views import cancellations as of_weeks
from contracts.timesheets.views.funding import FundWeek
from contracts.trials.views import cancellations as of_trials
from contracts.trials.views.funding import FundTrial
from contracts.units.permissions import can_cancel_unit, can_fund_unit


@pytest.mark.parametrize("view", [FundMilestone, FundWeek, FundTrial, FundPeriod])
def test_only_who_pays_for_the_client_may_fund(view):
    assert view.permission is can_fund_unit


@pytest.mark.parametrize("kind", [of_milestones, of_weeks, of_trials, of_periods])
def test_only_who_signs_for_a_side_may_ask_to_cancel(kind):
    assert kind.AskCancellation.permission is can_cancel_unit
