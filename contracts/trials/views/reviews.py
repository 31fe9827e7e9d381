"""Reviewing a trial on one page, and the feedback that closes it."""

from typing import Any

from django.utils.functional import cached_property

from contracts.trials.cycle import ROUNDS
from contracts.trials.forms import FeedbackForm, TrialReviewForm
from contracts.trials.permissions import can_give_feedback
from contracts.trials.queries import submissions_of_trials
from contracts.trials.services.reviews import approve_trial, give_feedback, request_changes
from contracts.trials.views.loading import OfTrial
from contracts.units.models.submissions import Submission
from contracts.units.permissions import can_review_unit
from contracts.units.views.facts import facts_of
from marketplace.core.web.previews import preview_of
from marketplace.core.web.views import FormPage


class _Review(OfTrial, FormPage):
    """Its form has a button for each of the two acts, so either address shows the same page."""

    permission = can_review_unit
    template = "contracts/trial_review.html"
    form_class = TrialReviewForm
    is_approval: bool

    def form_options(self) -> dict[str, Any]:
        answers = self.latest.answers.all() if self.latest else ()
        options = {"unit": self.unit, "is_approval": self.is_approval}
        return options | {"answers": answers}

    @cached_property
    def latest(self) -> Submission | None:
        return submissions_of_trials().filter(unit=self.unit).last()

    def context(self) -> dict[str, Any]:
        files = self.latest.files.all() if self.latest else ()
        facts = {
            "latest": self.latest,
            "files": [(file, preview_of(file)) for file in files],
            "is_approval": self.is_approval,
            "has_round_left": self.latest is not None and self.latest.round <= ROUNDS,
        }
        return facts_of(self.unit) | self.sides() | facts


class ApproveTrial(_Review):
    """Says exactly what happens to the money, then releases it."""

    shares_form_of = "contracts:trial_change_request"
    is_approval = True
    fresh = True
    said = "Approved. The money is released; the freelancer reads your feedback."

    def act(self, form: TrialReviewForm) -> str:
        approve_trial(trial=self.trial, by=self.actor(), feedback=form.cleaned_data["note"])
        return self.unit.get_absolute_url()


class RequestChanges(_Review):
    """Names the criteria that are not met, and says of each what is missing."""

    is_approval = False
    said = "Sent. The freelancer is told."

    def act(self, form: TrialReviewForm) -> str:
        request_changes(
            trial=self.trial,
            findings=form.findings(),
            note=form.cleaned_data["note"],
            by=self.actor(),
        )
        return self.unit.get_absolute_url()


class GiveFeedback(OfTrial, FormPage):
    """Closes a trial that ended without the client's words."""

    permission = can_give_feedback
    template = "contracts/trial_feedback.html"
    form_class = FeedbackForm
    said = "Sent. The freelancer reads your feedback."

    def context(self) -> dict[str, Any]:
        return facts_of(self.unit) | {"trial": self.trial}

    def act(self, form: FeedbackForm) -> str:
        feedback = form.cleaned_data["feedback"]
        give_feedback(trial=self.trial, by=self.actor(), feedback=feedback)
        return self.unit.get_absolute_url()
