"""The moves of a brief as pages: each is a noun, and makes one service call."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from marketplace.core.data.actors import Actor, client
from marketplace.core.web.kept_forms import forget_page
from marketplace.core.web.reasons import OptionalReasonForm
from marketplace.core.web.views import Act, FormPage, client_address
from projects.briefs.models.briefs import Brief
from projects.briefs.permissions import can_manage_brief
from projects.briefs.queries.briefs import briefs_for_hirer, with_proposal_counts
from projects.briefs.services.activity import keep_brief_open
from projects.briefs.services.briefs import (
    close_brief,
    discard_brief,
    pause_brief,
    publish_brief,
    reopen_brief,
)
from projects.briefs.services.copies import copy_brief
from projects.briefs.services.review import recall_brief

IN_REVIEW = "Your brief is with the moderators. You are told when they have read it."


class HirersBrief:
    """Loads a brief that the viewer manages."""

    request: Any
    kwargs: Any
    subject: Any

    def load(self) -> Brief:
        briefs = with_proposal_counts(briefs_for_hirer(self.request.user))
        return get_object_or_404(briefs, public_id=self.kwargs["public_id"])

    def actor(self) -> Actor:
        return client(self.request.user, client_address(self.request))

    def back(self) -> str:
        return self.subject.get_absolute_url()


class BriefAct(HirersBrief, Act):
    permission = can_manage_brief


def said_of(brief: Brief) -> str:
    """What is said when a brief was published, or sent to a moderator first."""
    return IN_REVIEW if brief.is_in_review else f"Your brief is open. {brief.invitation}"


class Publication(BriefAct):
    def act(self) -> str:
        brief = publish_brief(brief=self.subject, by=self.actor())
        self.said = said_of(brief)  # type: ignore[misc]
        return brief.get_absolute_url()


class Recall(BriefAct):
    said = "Your brief is a draft again. Nobody but your organisation sees it."

    def act(self) -> str:
        return recall_brief(brief=self.subject, by=self.actor()).get_absolute_url()


class Copies(BriefAct):
    said = "This is a copy, and a draft. Its dates and files are left out."

    def act(self) -> str:
        copy = copy_brief(brief=self.subject, by=self.actor())
        return reverse("projects:brief_edit", args=[copy.public_id])


class Pause(BriefAct):
    said = "Your brief is paused. It takes no new proposals."

    def act(self) -> str:
        return pause_brief(brief=self.subject, by=self.actor()).get_absolute_url()


class Reopening(BriefAct):
    said = "Your brief is open again."

    def act(self) -> str:
        return reopen_brief(brief=self.subject, by=self.actor()).get_absolute_url()


class Activity(BriefAct):
    said = "Your brief stays open for another 30 days."

    def act(self) -> str:
        return keep_brief_open(brief=self.subject, by=self.actor()).get_absolute_url()


class Disposal(BriefAct):
    said = "The draft is gone."

    def act(self) -> str:
        page = reverse("projects:brief_edit", args=[self.subject.public_id])
        discard_brief(brief=self.subject, by=self.actor())
        forget_page(page)
        return reverse("projects:my_briefs")


class Closing(HirersBrief, FormPage):
    permission = can_manage_brief
    template = "projects/brief_closing.html"
    form_class = OptionalReasonForm
    said = "The brief is closed."

    def context(self) -> dict[str, Any]:
        return {"brief": self.subject}

    def act(self, form: OptionalReasonForm) -> str:
        why = form.cleaned_data["why"]
        return close_brief(brief=self.subject, by=self.actor(), why=why).get_absolute_url()
