"""Delivering a trial."""

from typing import Any

from django.utils.functional import cached_property

from contracts.trials.forms import TrialSubmissionForm
from contracts.trials.queries import submissions_of_trials
from contracts.trials.services.submissions import submit_trial
from contracts.trials.views.loading import OfTrial
from contracts.units.models.submissions import Submission
from contracts.units.permissions import can_submit_unit
from contracts.units.views.facts import facts_of
from marketplace.core.web.views import FormPage


class SubmitTrial(OfTrial, FormPage):
    permission = can_submit_unit
    template = "contracts/trial_submission.html"
    form_class = TrialSubmissionForm
    said = "Delivered. The client is told, and the review period has begun."

    def form_options(self) -> dict[str, Any]:
        answers = self.latest.answers.all() if self.latest else ()
        return {"unit": self.unit, "answers": answers}

    @cached_property
    def latest(self) -> Submission | None:
        return submissions_of_trials().filter(unit=self.unit).last()

    def context(self) -> dict[str, Any]:
        return facts_of(self.unit) | {"latest": self.latest}

    def act(self, form: Any) -> str:
        submit_trial(
            trial=self.trial,
            by=self.actor(),
            note=form.cleaned_data["note"],
            questions=form.cleaned_data["questions"],
            next_steps=form.cleaned_data["next_steps"],
            files=form.cleaned_data["uploads"],
            claims=form.claims(),
        )
        return self.contract.get_absolute_url()
