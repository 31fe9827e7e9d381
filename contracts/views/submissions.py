"""Delivering a milestone, and what was delivered."""

from typing import Any

from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404

from contracts.forms.milestones import SubmissionForm
from contracts.models import SubmissionFile
from contracts.permissions import (
    can_deliver_milestone,
)
from contracts.queries.contracts import contracts_for
from contracts.services.submissions import submit_milestone
from contracts.views.loading import OfMilestone
from contracts.views.milestones import facts_of
from marketplace.core.files import attachment
from marketplace.core.views import FormPage, Gate, signed_in


class SubmitMilestone(OfMilestone, FormPage):
    permission = can_deliver_milestone
    template = "contracts/milestone_submission.html"
    form_class = SubmissionForm
    said = "Delivered. The client is told, and the review period has begun."

    def context(self) -> dict[str, Any]:
        latest = self.milestone.submissions.select_related("change_request__criterion").last()
        return facts_of(self.milestone) | {
            "criteria": list(self.milestone.criteria.all()),
            "latest": latest,
        }

    def act(self, form: Any) -> str:
        submit_milestone(
            milestone=self.milestone,
            by=self.actor(),
            note=form.cleaned_data["note"],
            files=form.cleaned_data["uploads"],
        )
        return self.contract.get_absolute_url()


class DownloadFile(Gate):
    """A delivered file, for the two sides of its contract."""

    permission = signed_in

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        files = SubmissionFile.objects.filter(
            submission__milestone__contract__in=contracts_for(request.user).values("pk")
        )
        return attachment(get_object_or_404(files, public_id=kwargs["public_id"]))
