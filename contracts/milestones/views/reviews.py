"""Reviewing a submission on one page: criteria, note and files, then the one act or the other."""

from typing import Any

from django.utils.functional import cached_property

from contracts.milestones.services.change_requests import request_changes
from contracts.milestones.views.loading import OfMilestone
from contracts.units.forms.reviews import ReviewForm
from contracts.units.models.submissions import Submission
from contracts.units.permissions import can_review_unit
from contracts.units.queries.criteria import with_answers
from contracts.units.services.reviews import approve_unit
from contracts.units.views.facts import facts_of
from marketplace.core.web.previews import preview_of
from marketplace.core.web.views import FormPage


class _Review(OfMilestone, FormPage):
    """Everything that was delivered, and an answer for each criterion.

    Its form has a button for each of the two acts, so either address shows the same page.
    """

    permission = can_review_unit
    template = "contracts/milestone_review.html"
    form_class = ReviewForm
    is_approval: bool

    def form_options(self) -> dict[str, Any]:
        answers = self.latest.answers.all() if self.latest else ()
        options = {"unit": self.unit, "is_approval": self.is_approval}
        return options | {"answers": answers}

    @cached_property
    def latest(self) -> Submission | None:
        return with_answers(self.unit.submissions.select_related("submitted_by")).last()

    def context(self) -> dict[str, Any]:
        files = self.latest.files.all() if self.latest else ()
        facts = {
            "latest": self.latest,
            "files": [(file, preview_of(file)) for file in files],
            "is_approval": self.is_approval,
        }
        return facts_of(self.unit) | self.sides() | facts


class ApproveMilestone(_Review):
    """Says exactly what happens to the money, then releases it."""

    shares_form_of = "contracts:change_request"
    is_approval = True
    fresh = True
    said = "Approved. The money is released; the freelancer is told."

    def act(self, form: ReviewForm) -> str:
        approve_unit(unit=self.unit, by=self.actor(), note=form.cleaned_data["note"])
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
