"""Writing a proposal: start it, edit it with its milestones, save as one goes."""

from typing import Any

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import cached_property

from accounts.organisations.permissions import can_view_organisation
from accounts.profiles.payout_reach import payouts_out_of_reach, reached_names
from accounts.profiles.permissions import has_case_study, is_freelancer
from accounts.profiles.queries.profiles import country_of
from marketplace.core.data.actors import freelancer
from marketplace.core.data.edit_versions import EditedMeanwhile, Facts
from marketplace.core.data.errors import DomainError
from marketplace.core.web import kept_forms
from marketplace.core.web.addresses import leading_on
from marketplace.core.web.autosaves import conflicting, saved
from marketplace.core.web.editing import (
    CONFLICT,
    EditsShared,
    difference_of_rows,
    differences_of,
    with_theirs,
)
from marketplace.core.web.refusals import NOT_EDITABLE, refused
from marketplace.core.web.views import UNPROCESSABLE, Act, Gate, Page, client_address
from projects.briefs.models.briefs import Brief
from projects.briefs.queries.briefs import briefs_visible_to
from projects.proposals.errors import AlreadyProposed
from projects.proposals.forms.milestones import (
    PREFIX,
    MilestoneFormSet,
    milestone_rows,
    with_row_added,
    with_row_removed,
)
from projects.proposals.forms.proposals import MilestoneForm, ProposalForm, typed
from projects.proposals.models.proposals import Proposal
from projects.proposals.models.versions import ProposalVersion
from projects.proposals.permissions import (
    can_propose_to,
    can_read_before_proposing,
    can_write_proposal,
)
from projects.proposals.queries.fees import split_for
from projects.proposals.queries.kinds import kinds_to_propose
from projects.proposals.queries.proposals import live_proposal, proposals_of, working_version
from projects.proposals.services.proposals import submit_proposal
from projects.proposals.services.versions import draft_proposal, save_proposal
from projects.proposals.views.moves import SENT


class NewProposal(Page):
    """What a proposal will ask for, and the button that starts one.

    Who has no profile writes its first part and comes back.
    """

    permission = can_read_before_proposing
    entrance = "account_signup"
    template = "projects/proposal_new.html"

    def load(self) -> Brief:
        briefs = briefs_visible_to(self.request.user)
        return get_object_or_404(briefs, public_id=self.kwargs["public_id"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        facts = self.context()
        if facts["may_start"] and not is_freelancer(self.request.user):
            basics = reverse("accounts:profile_basics")
            return HttpResponseRedirect(leading_on(basics, self.request.path))
        return self.show()

    def context(self) -> dict[str, Any]:
        user, brief = self.request.user, self.subject
        country = country_of(user)
        is_member = can_view_organisation(user, brief.organisation)
        return {
            "brief": brief,
            "own_proposal": live_proposal(user, brief),
            "is_member": is_member,
            "may_start": brief.is_open and not is_member,
            "has_case_study": has_case_study(user),
            "reach": payouts_out_of_reach(user, country),
            "reached": [] if country else reached_names(),
            "asks_for_kind": len(kinds_to_propose()) > 1,
        }


class ProposalStart(Act):
    permission = can_propose_to

    def load(self) -> Brief:
        briefs = briefs_visible_to(self.request.user)
        return get_object_or_404(briefs, public_id=self.kwargs["public_id"])

    def act(self) -> str:
        by = freelancer(self.request.user, client_address(self.request))
        try:
            proposal = draft_proposal(brief=self.subject, by=by)
        except AlreadyProposed:
            # Started before, or in another tab: go on with that one.
            existing = live_proposal(self.request.user, self.subject)
            if existing is None or not existing.is_editable:
                raise
            proposal = existing
        return reverse("projects:proposal_edit", args=[proposal.public_id])

    def back(self) -> str:
        return self.subject.get_absolute_url()


class Writing(Gate):
    """What the pages that write a proposal share: its form and its milestones' forms."""

    permission = can_write_proposal

    def load(self) -> Proposal:
        proposals = proposals_of(self.request.user)
        return get_object_or_404(proposals, public_id=self.kwargs["public_id"])

    @cached_property
    def version(self) -> ProposalVersion:
        version = working_version(self.subject)
        prefetch_related_objects([version], "milestones")
        return version

    def forms(self, data: QueryDict | None = None) -> tuple[ProposalForm, MilestoneFormSet]:
        version, brief = self.version, self.subject.brief
        form = ProposalForm(data, instance=version, brief=brief, user=self.request.user)
        stated = self._stated_rows()
        initial = stated if data is None else []
        if data is None and self.kept:
            kept_forms.type_into(form, self.kept.data)
            initial = kept_forms.typed_rows(MilestoneForm, self.kept.data, PREFIX)
        days = {row["due_on"] for row in stated}
        rows = milestone_rows(
            data,
            currency=version.currency,
            initial=initial,
            kept_days=days,
            are_offered=not form.is_recurring,
        )
        return form, rows

    def _stated_rows(self) -> list[dict[str, Any]]:
        milestones, currency = self.version.milestones.all(), self.version.currency
        return [typed(milestone, currency) for milestone in milestones]

    def save(self, form: ProposalForm, rows: MilestoneFormSet) -> ProposalVersion:
        return save_proposal(
            proposal=self.subject,
            by=freelancer(self.request.user, client_address(self.request)),
            facts=form.facts(),
            milestones=rows.facts(),
            seen=self.request.POST.get("edit_version", ""),
        )

    def price(self, form: ProposalForm, rows: MilestoneFormSet) -> dict[str, Any]:
        """What is asked for as it is typed, else as it is stored."""
        recurring = form.recurring()
        if recurring:
            payments = [recurring.whole.minor if recurring.whole else 0]
        elif rows.is_bound:
            payments = rows.amounts()
        else:
            payments = [milestone.amount or 0 for milestone in self.version.milestones.all()]
        return {
            "hourly": form.hourly(),
            "retainer": form.retainer(),
            "split": split_for(self.subject, payments, self.version.currency),
        }


class EditProposal(EditsShared, Writing, Page):
    """The whole form. Adding and removing a milestone are buttons that need no scripts."""

    template = "projects/proposal_form.html"
    keeps_typed = True

    def stored_facts(self) -> Facts:
        return self.version.written

    def page(self, form: ProposalForm, rows: MilestoneFormSet, status: int = 200) -> HttpResponse:
        return self.show(
            status,
            proposal=self.subject,
            brief=self.subject.brief,
            version=self.version,
            currency=self.version.currency,
            form=form,
            rows=rows,
            **self.price(form, rows),
            is_unsaved=form.is_bound or bool(self.kept),
        )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.page(*self.forms())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "add" in request.POST:
            return self.page(*self.forms(with_row_added(request.POST)))
        if "remove" in request.POST:
            index = request.POST["remove"]
            position = int(index) if index.isdecimal() else -1
            return self.page(*self.forms(with_row_removed(request.POST, position)))
        return self._saved(*self.forms(request.POST))

    def _saved(self, form: ProposalForm, rows: MilestoneFormSet) -> HttpResponse:
        if not (form.is_valid() & rows.is_valid()):
            return self.page(form, rows, UNPROCESSABLE)
        try:
            self.save(form, rows)
        except EditedMeanwhile as refusal:
            return self._in_conflict(form, rows, refusal)
        except DomainError as refusal:
            form.add_error(None, refusal.sentence)
            return self.page(form, rows, UNPROCESSABLE)
        if "send" in self.request.POST and self.subject.is_draft:
            self._send()
        return HttpResponseRedirect(self.subject.get_absolute_url())

    def _send(self) -> None:
        """What is missing, if anything, is listed on the page of the draft, which comes next."""
        by = freelancer(self.request.user, client_address(self.request))
        try:
            submit_proposal(proposal=self.subject, by=by)
        except DomainError as refusal:
            messages.warning(self.request, refusal.sentence)
        else:
            messages.success(self.request, SENT)

    def _in_conflict(
        self, form: ProposalForm, rows: MilestoneFormSet, refusal: EditedMeanwhile
    ) -> HttpResponse:
        """The form with what was written here, and all that another tab saved beside it."""
        del self.version
        theirs, their_rows = self.forms()
        differences = differences_of(form, theirs, refusal)
        differences += difference_of_rows("milestones", "Milestones", rows, their_rows, refusal)
        self.remember(refusal, differences)
        merged, merged_rows = self.forms(with_theirs(self.request.POST, theirs, refusal))
        are_taken = "milestones" in refusal.untouched
        return self.page(merged, their_rows if are_taken else merged_rows, CONFLICT)


class ProposalDraft(Writing):
    """Saves what is valid while the proposal is being written, and says what is not.

    409 if it was changed meanwhile, or can no longer be; else the answer names the new version.
    """

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form, rows = self.forms(request.POST)
        form.is_valid()
        rows.is_valid()
        try:
            version = self.save(form, rows)
        except EditedMeanwhile:
            return conflicting(request)
        except DomainError:
            return refused(409, NOT_EDITABLE)
        return saved(request, form, *rows.forms, stored=version.written)


class ProposalPrice(Writing):
    """The sum of what is typed, and what is left of it after the fee: a part of the form."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        price = self.price(*self.forms(request.POST))
        return render(request, "projects/proposal_price.html", price)
