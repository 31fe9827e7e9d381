"""Writing a brief: its first line, then all of it, saved as one goes."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.people.standing import PersonalRequest
from marketplace.core.data.actors import client
from marketplace.core.data.edit_versions import EditedMeanwhile, Facts
from marketplace.core.data.errors import DomainError
from marketplace.core.web.addresses import leading_on
from marketplace.core.web.autosaves import conflicting, saved
from marketplace.core.web.editing import EditsShared
from marketplace.core.web.refusals import NOT_EDITABLE, refused
from marketplace.core.web.views import FormPage, Gate, client_address, signed_in
from projects.briefs.errors import BriefIncomplete
from projects.briefs.forms.briefs import BriefForm, NewBriefForm
from projects.briefs.models.briefs import Brief
from projects.briefs.permissions import can_manage_brief, can_post_brief
from projects.briefs.queries.briefs import briefs_for_hirer
from projects.briefs.queries.review import reasons_for_review
from projects.briefs.services.briefs import draft_brief, publish_brief, save_brief
from projects.briefs.views.moves import said_of


class NewBrief(FormPage):
    """Names a new brief; who belongs to no organisation founds one first and comes back."""

    request: PersonalRequest
    permission = signed_in
    entrance = "account_signup"
    template = "projects/brief_new.html"
    form_class = NewBriefForm

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.request.standing.is_client:
            return HttpResponseRedirect(self._founding())
        return super().get(request)

    def _founding(self) -> str:
        return leading_on(reverse("accounts:welcome_organisation"), self.request.path)

    def context(self) -> dict[str, Any]:
        return {"can_post": can_post_brief(self.request.user), "founding": self._founding()}

    def form_options(self) -> dict[str, Any]:
        return {"user": self.request.user}

    def act(self, form: NewBriefForm) -> str:
        brief = draft_brief(
            organisation=form.cleaned_data["organisation"],
            by=client(self.request.user, client_address(self.request)),
            facts=form.facts(),
        )
        return reverse("projects:brief_edit", args=[brief.public_id])


class EditBrief(EditsShared, FormPage):
    permission = can_manage_brief
    template = "projects/brief_form.html"
    form_class = BriefForm
    # A refused publication comes after what was written is saved.
    is_saved = False

    def load(self) -> Brief:
        briefs = briefs_for_hirer(self.request.user)
        return get_object_or_404(briefs, public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        return {
            "brief": self.subject,
            "is_reviewed_first": bool(reasons_for_review(self.subject)),
            "is_unsaved": bool(self.kept) or (self.request.method == "POST" and not self.is_saved),
        }

    def form_options(self) -> dict[str, Any]:
        return {"instance": self.subject}

    def stored_facts(self) -> Facts:
        return self.subject.written

    def act(self, form: BriefForm) -> str:
        actor = client(self.request.user, client_address(self.request))
        try:
            brief = save_brief(brief=self.subject, by=actor, facts=form.facts(), seen=self.seen)
            self.is_saved = True
            if "publish" in self.request.POST and brief.is_draft:
                # What was written stays saved, though something is missing for publication.
                self.said = said_of(publish_brief(brief=brief, by=actor))
        except BriefIncomplete as refusal:
            for part in refusal.missing:
                form.add_error(part.field, part.ask)
            raise
        return self.subject.get_absolute_url()


class BriefDraft(Gate):
    """Saves what is valid of a draft while it is being written, and says what is not.

    409 if it was changed meanwhile, or can no longer be; else the answer names the new version.
    """

    http_method_names = ["post"]
    permission = can_manage_brief

    def load(self) -> Brief:
        briefs = briefs_for_hirer(self.request.user)
        return get_object_or_404(briefs, public_id=self.kwargs["public_id"], state="draft")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = BriefForm(request.POST, instance=self.subject)
        form.is_valid()
        try:
            seen = request.POST.get("edit_version", "")
            save_brief(brief=self.subject, by=client(request.user), facts=form.facts(), seen=seen)
        except EditedMeanwhile:
            return conflicting(request)
        except DomainError:
            return refused(409, NOT_EDITABLE)
        return saved(request, form, stored=self.subject.written)
