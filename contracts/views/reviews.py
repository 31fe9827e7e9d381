"""Approving a milestone."""

from typing import Any

from contracts.forms.reasons import ConsentForm
from contracts.permissions import (
    can_review_milestone,
)
from contracts.services.reviews import approve_milestone
from contracts.views.loading import OfMilestone
from contracts.views.milestones import facts_of
from marketplace.core.views import FormPage


class ApproveMilestone(OfMilestone, FormPage):
    """Says exactly what happens to the money, then releases it."""

    permission = can_review_milestone
    template = "contracts/milestone_approval.html"
    form_class = ConsentForm
    fresh = True
    said = "Approved. The money is released; the freelancer is told."

    def context(self) -> dict[str, Any]:
        return facts_of(self.milestone) | {
            "criteria": list(self.milestone.criteria.all()),
            "latest": self.milestone.submissions.prefetch_related("files").last(),
        }

    def act(self, form: Any) -> str:
        approve_milestone(milestone=self.milestone, by=self.actor())
        return self.contract.get_absolute_url()
