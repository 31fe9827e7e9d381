"""The trials of one brief beside each other, for its client."""

from typing import Any

from django.shortcuts import get_object_or_404

from contracts.trials.cycle import MOST_AT_ONCE
from contracts.trials.permissions import can_compare_trials
from contracts.trials.queries import compare_trials
from marketplace.core.web.views import Page
from projects.briefs.models.briefs import Brief
from projects.briefs.permissions import may_hire
from projects.briefs.queries.briefs import briefs_of


class CompareTrials(Page):
    """Result, questions asked and next steps of everybody who tried."""

    permission = can_compare_trials
    template = "contracts/trial_comparison.html"

    def load(self) -> Brief:
        return get_object_or_404(briefs_of(self.request.user), public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        return {
            "brief": self.subject,
            "columns": compare_trials(self.subject),
            "can_decide": may_hire(self.subject.viewer_role),
            "most": MOST_AT_ONCE,
        }
