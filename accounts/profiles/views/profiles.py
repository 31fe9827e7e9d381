"""A profile as its owner reads and writes it, in three steps."""

from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.people.models import User
from accounts.people.standing import FREELANCER, PersonalRequest
from accounts.profiles.forms.profiles import BasicsForm, ExpertiseForm, RatesForm, ToolFormSet
from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.payout_reach import payouts_out_of_reach
from accounts.profiles.queries.profiles import own_case_studies, own_profile
from accounts.profiles.services.profiles import create_profile, update_profile
from accounts.profiles.taxonomy import TOOLS
from marketplace.core.data import actors
from marketplace.core.data.actors import Actor
from marketplace.core.data.edit_versions import EditedMeanwhile, Facts
from marketplace.core.web import kept_forms
from marketplace.core.web.addresses import next_page
from marketplace.core.web.editing import (
    CONFLICT,
    EditsShared,
    difference_of_rows,
    differences_of,
    with_theirs,
)
from marketplace.core.web.views import FormPage, Gate, Page, client_address, signed_in

STEPS = (
    ("basics", "Who you are", "accounts:profile_basics"),
    ("expertise", "What you do", "accounts:profile_expertise"),
    ("rates", "Rates", "accounts:profile_rates"),
    ("evidence", "Evidence", "accounts:case_study_new"),
)


def profile_steps(step: str, *, is_new: bool) -> dict[str, Any]:
    """The steps of a profile for the page of one; later ones open once the first is saved."""
    links = [
        {"key": key, "label": label, "url": "" if is_new else reverse(route)}
        for key, label, route in STEPS
    ]
    return {"step": step, "steps": links}


class OwnProfilePage(Page):
    """The overview of one's own profile: what is filled in, and what is missing."""

    request: PersonalRequest
    template = "accounts/profile_own.html"
    permission = signed_in

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.request.standing.is_freelancer:
            return HttpResponseRedirect(reverse("accounts:profile_basics"))
        return self.show()

    def context(self) -> dict[str, Any]:
        return {
            "profile": own_profile(self.request.user).prefetch_related("tools").get(),
            "case_studies": own_case_studies(self.request.user),
        }


class ProfileStep(Gate):
    """A part of one's own profile, edited on a page of its own and saved when it is sent."""

    request: PersonalRequest
    permission = signed_in
    step: str
    form_class: ClassVar[type[Any]]

    def profile(self) -> FreelancerProfile:
        """Loaded anew each time: a form writes what was typed into its instance."""
        return get_object_or_404(own_profile(self.request.user))

    def actor(self) -> Actor:
        return actors.freelancer(self.request.user, client_address(self.request))

    def stored_facts(self) -> Facts:
        """What this step edits; nothing while there is no profile."""
        profile = own_profile(self.request.user).first()
        names = {*self.form_class.base_fields, "tools"}
        written = profile.written if profile else {}
        return {name: written[name] for name in written if name in names}

    def steps(self) -> dict[str, Any]:
        return profile_steps(self.step, is_new=not self.request.standing.is_freelancer)


class BasicsPage(ProfileStep, EditsShared, FormPage):
    template = "accounts/profile_basics.html"
    form_class = BasicsForm
    step = "basics"

    def form_options(self) -> dict[str, Any]:
        user: User = self.request.user
        profile = own_profile(user).first() or FreelancerProfile(user=user)
        return {"instance": profile, "initial": {"time_zone": user.time_zone}}

    def context(self) -> dict[str, Any]:
        chosen = self.request.POST.get("country") or self.request.GET.get("country")
        profile = own_profile(self.request.user).first()
        country = chosen or (profile.country if profile else "")
        return self.steps() | {
            "following": next_page(self.request),
            "reach": payouts_out_of_reach(self.request.user, country),
        }

    def act(self, form: Any) -> str:
        facts = dict(form.cleaned_data)
        zone = facts.pop("time_zone")
        profile = own_profile(self.request.user).first()
        if profile:
            update_profile(
                profile=profile, by=self.actor(), time_zone=zone, facts=facts, seen=self.seen
            )
        else:
            create_profile(by=self.actor(), time_zone=zone, **facts)
            self.request.session["side"] = FREELANCER
        if reach := payouts_out_of_reach(self.request.user, facts["country"]):
            messages.warning(self.request, f"Saved. Payouts do not reach banks in {reach.country}.")
        return next_page(self.request) or reverse("accounts:profile_expertise")


class ExpertisePage(ProfileStep, EditsShared, FormPage):
    """Specialisms and tools, sent together; “More rows” only asks for more rows."""

    template = "accounts/profile_expertise.html"
    form_class = ExpertiseForm
    step = "expertise"

    def form_options(self) -> dict[str, Any]:
        return {"instance": self.profile()}

    def tool_rows(self, data: Any = None) -> Any:
        stated: list[Any] = list(self.profile().tools.values("name", "years", "last_used"))
        if data is None and self.kept:
            stated = kept_forms.typed_rows(ToolFormSet.form, self.kept.data, "tools")
        return ToolFormSet(data, initial=stated, prefix="tools")

    def context(self) -> dict[str, Any]:
        return self.steps() | {"tool_names": TOOLS, "tool_rows": self.tool_rows()}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        rows, form = self.tool_rows(request.POST), self.form(request.POST)
        if "more" in request.POST:
            data = request.POST.copy()
            data["tools-TOTAL_FORMS"] = str(min(rows.total_form_count() + 3, 30))
            return self.show(form=form, tool_rows=self.tool_rows(data), is_asking=True)
        if not (form.is_valid() & rows.is_valid()):
            return self.show(422, form=form, tool_rows=rows)
        try:
            update_profile(
                profile=self.profile(),
                by=self.actor(),
                facts=form.cleaned_data,
                tools=rows.tools(),
                seen=self.seen,
            )
        except EditedMeanwhile as refusal:
            return self._in_conflict(form, rows, refusal)
        return HttpResponseRedirect(reverse("accounts:profile_rates"))

    def _in_conflict(self, form: Any, rows: Any, refusal: EditedMeanwhile) -> HttpResponse:
        theirs, their_rows = self.form(), self.tool_rows()
        differences = differences_of(form, theirs, refusal)
        differences += difference_of_rows("tools", "Tools", rows, their_rows, refusal)
        self.remember(refusal, differences)
        merged = self.form(with_theirs(self.request.POST, theirs, refusal))
        shown = their_rows if "tools" in refusal.untouched else rows
        return self.show(CONFLICT, form=merged, tool_rows=shown)


class RatesPage(ProfileStep, EditsShared, FormPage):
    template = "accounts/profile_rates.html"
    form_class = RatesForm
    step = "rates"

    def form_options(self) -> dict[str, Any]:
        return {"instance": self.profile()}

    def context(self) -> dict[str, Any]:
        return self.steps()

    def act(self, form: Any) -> str:
        facts = form.cleaned_data
        update_profile(profile=self.profile(), by=self.actor(), facts=facts, seen=self.seen)
        if own_case_studies(self.request.user).exists():
            return reverse("accounts:own_profile")
        return reverse("accounts:case_study_new")
