"""Reading briefs: one of them, the client's own."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.organisations.permissions import role_in
from accounts.profiles.permissions import is_freelancer
from marketplace.core.web.kept_forms import kept_for
from marketplace.core.web.pages import keyset_page
from marketplace.core.web.views import Page, signed_in
from projects.briefs.forms.briefs import AttachmentForm
from projects.briefs.models.briefs import Brief
from projects.briefs.permissions import can_post_brief, can_remove_brief, may_hire
from projects.briefs.queries.briefs import briefs_of, briefs_visible_to, with_proposal_counts
from projects.briefs.queries.readiness import missing_of_brief
from projects.briefs.queries.review import last_word_on, reasons_for_review
from projects.briefs.registry import facts_for
from projects.briefs.states import BriefState


class BriefPage(Page):
    """One brief, for everyone who may read it; those who manage it see what they can do."""

    public = True
    template = "projects/brief_page.html"

    def load(self) -> Brief:
        briefs = with_proposal_counts(briefs_visible_to(self.request.user))
        return get_object_or_404(briefs, public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        brief, user = self.subject, self.request.user
        role = role_in(user, brief.organisation)
        is_member, can_manage = role is not None, may_hire(role)
        shows_review = can_manage and not brief.is_published
        may_download = user.is_authenticated and (
            is_member or user.is_moderator or is_freelancer(user)
        )
        return {
            "brief": brief,
            "brief_link": self.request.build_absolute_uri(brief.get_absolute_url()),
            "said": last_word_on(brief),
            "is_member": is_member,
            "can_manage": can_manage,
            "can_remove": can_remove_brief(user, brief),
            "unsaved": can_manage
            and kept_for(user, reverse("projects:brief_edit", args=[brief.public_id])),
            "review_reasons": reasons_for_review(brief) if shows_review else [],
            "missing": missing_of_brief(brief) if brief.is_draft else [],
            **facts_for(user, brief, is_member=is_member),
            "attachments": list(brief.attachments.all()) if may_download else [],
            "attachment_form": AttachmentForm() if can_manage and brief.is_editable else None,
        }


class MyBriefs(Page):
    """The briefs of the organisations that one belongs to."""

    permission = signed_in
    template = "projects/brief_mine.html"

    def context(self) -> dict[str, Any]:
        briefs = with_proposal_counts(briefs_of(self.request.user))
        state = self.request.GET.get("state", "")
        if state in BriefState:
            briefs = briefs.filter(state=state)
        return {
            "page": keyset_page(briefs, keys=("-id",), after=self.request.GET.get("after", "")),
            "state": state,
            "states": BriefState,
            "can_post": can_post_brief(self.request.user),
        }
