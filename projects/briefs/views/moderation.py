"""A moderator's acts on a brief, each with a reason that the client reads, and the appeal."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from marketplace.core.data.actors import moderator
from marketplace.core.staff.reasons import StaffReasonForm
from marketplace.core.staff.registry import can_moderate
from marketplace.core.web.reasons import ReasonForm
from marketplace.core.web.views import FormPage
from projects.briefs.forms.review import ReviewForm
from projects.briefs.models.briefs import Brief
from projects.briefs.permissions import can_manage_brief, can_remove_brief, can_review_brief
from projects.briefs.queries.briefs import briefs_visible_to, with_proposal_counts
from projects.briefs.services.moderation import appeal_removal, remove_brief, restore_brief
from projects.briefs.services.review import approve_brief, return_brief
from projects.briefs.views.moves import HirersBrief


class Moderation(FormPage):
    permission = can_remove_brief
    for_staff = can_moderate
    template = "projects/brief_moderation.html"
    form_class = StaffReasonForm
    fresh = True
    act_name = ""

    def load(self) -> Brief:
        briefs = with_proposal_counts(briefs_visible_to(self.request.user))
        return get_object_or_404(briefs, public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        return {"brief": self.subject, "act": self.act_name}


class Removal(Moderation):
    act_name = "remove"
    said = "The brief is removed. Its organisation is told why."

    def act(self, form: StaffReasonForm) -> str:
        why = form.cleaned_data["why"]
        by = moderator(self.request.user)
        return remove_brief(brief=self.subject, by=by, why=why).get_absolute_url()


class Restoration(Moderation):
    act_name = "restore"
    said = "The brief is open again. Its organisation is told."

    def act(self, form: StaffReasonForm) -> str:
        why = form.cleaned_data["why"]
        by = moderator(self.request.user)
        return restore_brief(brief=self.subject, by=by, why=why).get_absolute_url()


class Decision(Moderation):
    """The brief as it waits, with what a moderator can do: approve it or return it."""

    permission = can_review_brief
    template = "projects/brief_decision.html"
    form_class = ReviewForm
    said = "Your decision is told to the organisation."

    def load(self) -> Brief:
        brief = super().load()
        if brief.queued_at is None:
            raise Http404
        return brief

    def form_options(self) -> dict[str, Any]:
        return {"initial": {"queued_at": self.subject.queued_at.isoformat()}}

    def context(self) -> dict[str, Any]:
        return {"brief": self.subject, "attachments": list(self.subject.attachments.all())}

    def act(self, form: ReviewForm) -> str:
        decide = approve_brief if form.is_approval else return_brief
        decide(
            brief=self.subject,
            by=moderator(self.request.user),
            why=form.cleaned_data["why"],
            queued_at=form.cleaned_data["queued_at"],
        )
        return reverse("projects:staff_review_queue")


class Appeal(HirersBrief, FormPage):
    """The organisation says why its brief should not have been removed; moderators read it."""

    permission = can_manage_brief
    template = "projects/brief_appeal.html"
    form_class = ReasonForm
    said = "Your appeal is with the moderators. You will be told what they decide."

    def context(self) -> dict[str, Any]:
        return {"brief": self.subject}

    def act(self, form: ReasonForm) -> str:
        why = form.cleaned_data["why"]
        return appeal_removal(brief=self.subject, by=self.actor(), why=why).get_absolute_url()
