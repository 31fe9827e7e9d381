"""Reviewing a submission on one page: criteria, note and files, then the one act or the other."""

from typing import Any

from django.utils.functional import cached_property

from contracts.milestones.views.facts import facts_of
from contracts.units.forms.reviews import ReviewForm
from contracts.units.models.submissions import Submission
from contracts.units.permissions import can_review_milestone
from contracts.units.queries.criteria import with_answers
from contracts.units.services.change_requests import request_changes
from contracts.units.services.reviews import approve_milestone
from contracts.units.views.loading import OfMilestone
from marketplace.core.web.previews import preview_of
from marketplace.core.web.views import FormPage


class _Review(OfMilestone, FormPage):
    """Everything that was delivered, and an answer for each criterion.

    Its form has a button for each of the two acts, so either address shows the same page.
    """

    permission = can_review_milestone
    template = "contracts/milestone_review.html"
    form_class = ReviewForm
    is_approval: bool

    def form_options(self) -> dict[str, Any]:
        answers = self.latest.answers.all() if self.latest else ()
        options = {"milestone": self.milestone, "is_approval": self.is_approval}
        return options | {"answers": answers}

    @cached_property
    def latest(self) -> Submission | None:
        return with_answers(self.milestone.submissions.select_related("submitted_by")).last()

    def context(self) -> dict[str, Any]:
        files = self.latest.files.all() if self.latest else ()
        facts = {
            "latest": self.latest,
            "files": [(file, preview_of(file)) for file in files],
            "is_approval": self.is_approval,
        }
        return facts_of(self.milestone) | self.sides() | facts


class ApproveMilestone(_Review):
    """Says exactly what happens to the money, then releases it."""

    shares_form_of = "contracts:change_request"
    is_approval = True
    fresh = True
    said = "Approved. The money is released; the freelancer is told."

    def act(self, form: ReviewForm) -> str:
        approve_milestone(milestone=self.milestone, by=self.actor(), note=form.cleaned_data["note"])
        return self.contract.get_absolute_url()


class RequestChanges(_Review):
    """Names the criteria that are not met, and says of each what is missing."""

    is_approval = False
    said = "Sent. The freelancer is told."

    def act(self, form: ReviewForm) -> str:
        request_changes(
            milestone=self.milestone,
            findings=form.findings(),
            note=form.cleaned_data["note"],
            by=self.actor(),
        )
        return self.contract.get_absolute_url()
