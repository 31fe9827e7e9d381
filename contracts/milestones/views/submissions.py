"""Delivering a milestone, and what was delivered."""

from typing import Any

from django.http import FileResponse, HttpRequest
from django.utils.functional import cached_property

from contracts.milestones.services.submissions import submit_milestone
from contracts.milestones.views.loading import OfMilestone
from contracts.units.forms.reviews import SubmissionForm
from contracts.units.models.submissions import Submission
from contracts.units.permissions import can_submit_unit
from contracts.units.queries.criteria import with_answers
from contracts.units.queries.subjects import delivered_file_for
from contracts.units.views.facts import facts_of
from marketplace.core.web.files import attachment
from marketplace.core.web.views import FormPage, Gate, signed_in


class SubmitMilestone(OfMilestone, FormPage):
    permission = can_submit_unit
    template = "contracts/milestone_submission.html"
    form_class = SubmissionForm
    said = "Delivered. The client is told, and the review period has begun."

    def form_options(self) -> dict[str, Any]:
        answers = self.latest.answers.all() if self.latest else ()
        return {"unit": self.unit, "answers": answers}

    @cached_property
    def latest(self) -> Submission | None:
        return with_answers(self.unit.submissions.all()).last()

    def context(self) -> dict[str, Any]:
        return facts_of(self.unit) | {"latest": self.latest}

    def act(self, form: Any) -> str:
        submit_milestone(
            milestone=self.milestone,
            by=self.actor(),
            note=form.cleaned_data["note"],
            files=form.cleaned_data["uploads"],
            claims=form.claims(),
        )
        return self.contract.get_absolute_url()


class DownloadFile(Gate):
    """A delivered file, for the two sides of its contract."""

    permission = signed_in

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        return attachment(delivered_file_for(request.user, kwargs["public_id"]))
